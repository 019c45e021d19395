import { useEffect, useRef } from 'react';
import type { ComposerMode } from '../../../shared/composer/composer-types.ts';
import type { MessageKey } from '../../i18n/i18n.tsx';
import { useT } from '../../i18n/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';

/** Says once who will read what is typed now, whenever that changes. */
export function useModeAnnouncement(mode: ComposerMode, key: MessageKey): void {
  const t = useT();
  const announce = useAnnounce();
  const before = useRef(mode);
  useEffect(() => {
    if (before.current === mode) return;
    before.current = mode;
    announce(t(key));
  }, [announce, key, mode, t]);
}
