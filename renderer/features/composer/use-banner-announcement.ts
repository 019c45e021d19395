import { useEffect, useRef } from 'react';
import type { BannerCase } from '../../../shared/composer/composer-view.ts';
import { useApp } from '../../state/app-provider.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';

/** The window's own steps are said by its announcer; these are news from elsewhere. */
const said: ReadonlySet<BannerCase> = new Set([
  'refused-late',
  'refused-other',
  'opted-out',
  'undeliverable',
  'reassigned',
  'template-sent',
]);

/**
 * Says what has changed while one is here, once. Opening a conversation is not a change, nor is what its messages bring when they
 * have been read: the banner is there to be looked at.
 */
export function useBannerAnnouncement(which: BannerCase | null, text: string): void {
  const announce = useAnnounce();
  const read = useApp((app) => app.thread?.state === 'ready');
  const before = useRef({ which, read });
  useEffect(() => {
    const { which: known, read: knew } = before.current;
    before.current = { which, read };
    if (known !== which && which !== null && knew && said.has(which)) announce(text);
  }, [announce, read, text, which]);
}
