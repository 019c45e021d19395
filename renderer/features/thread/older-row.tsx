import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import type { ThreadState } from '../../state/store.ts';
import { Button } from '../../ui/button.tsx';

/** Height (px) of the row above the first message; the list has to know where it starts. */
export const olderRowPx = 56;

/** What lies before the first message: more of them, or the beginning. */
export function OlderRow({ thread }: { readonly thread: ThreadState }) {
  const t = useT();
  const actions = useActions();
  const live = useApp((state) => state.sync.status?.state === 'live');
  const { hasOlder, serverHasOlder, loadingOlder, messages } = thread;
  const start = messages.length === 0 ? t('thread.empty') : t('thread.start');
  return (
    <div className="older-row">
      {loadingOlder === 'server' && <p role="status">{t('thread.loadingOlder')}</p>}
      {loadingOlder !== 'server' && hasOlder && (
        <Button size="small" variant="quiet" icon="arrow-up" onClick={actions.thread.loadOlder}>
          {t('thread.loadOlder')}
        </Button>
      )}
      {loadingOlder !== 'server' && !hasOlder && serverHasOlder && (
        <div className="older-gap">
          <p>{t('thread.gap')}</p>
          {live ? (
            <Button size="small" onClick={actions.thread.loadOlder}>
              {t('thread.gap.load')}
            </Button>
          ) : (
            <p>{t('thread.gap.offline')}</p>
          )}
        </div>
      )}
      {!hasOlder && !serverHasOlder && thread.state === 'ready' && <p>{start}</p>}
    </div>
  );
}
