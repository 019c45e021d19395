import { useEffect } from 'react';
import { useClient } from '../../api/client.tsx';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useUpdates } from './use-updates.ts';

/** In the status strip, where it takes nothing from anybody: a new version is ready. Never while something is being written. */
export function UpdateItem() {
  const t = useT();
  const client = useClient();
  const status = useUpdates();
  const composing = useApp((state) => state.ui.composing);
  const act = (name: 'updates.restart' | 'updates.later'): void => {
    client.call(name, {}).catch(() => undefined);
  };
  const isOffered = status?.offered === true && !composing;
  const announce = useAnnounce();
  useEffect(() => {
    if (isOffered) announce(t('updates.ready'));
  }, [announce, isOffered, t]);
  if (!isOffered) return null;
  return (
    <>
      <span className="strip-item">{t('updates.ready')}</span>
      <button type="button" className="strip-item strip-button" onClick={() => act('updates.restart')}>
        {t('updates.restart')}
      </button>
      <button type="button" className="strip-item strip-button" onClick={() => act('updates.later')}>
        {t('updates.later')}
      </button>
    </>
  );
}
