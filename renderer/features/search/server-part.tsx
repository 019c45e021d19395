import { groupHits } from '../../../shared/search/group-hits.ts';
import type { SearchHit } from '../../../shared/contract/search.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { HitGroups } from './hit-groups.tsx';
import type { LocalSearch, ServerSearch } from './use-message-search.ts';

export interface ServerPartProps {
  readonly server: ServerSearch;
  /** What this device has found already. */
  readonly shown: readonly SearchHit[];
  readonly older: LocalSearch;
  readonly onOpen: (hit: SearchHit) => void;
}

/** Below what was found: further back on this device, then on the server. */
export function ServerPart({ server, shown, older, onOpen }: ServerPartProps) {
  const t = useT();
  const offline = useApp((state) => (state.sync.status?.offlineSince ?? null) !== null);
  const here = new Set(shown.map(({ message }) => message.id));
  const others = server.hits.filter(({ message }) => !here.has(message.id));
  const asks = server.state === 'idle' || server.state === 'failed';
  const { result, goingOn } = older;
  const settled = older.state === 'ready';
  if (!settled && older.state !== 'failed') return null;
  return (
    <>
      <div className="search-further">
        {settled && result?.next !== null && (
          <Button data-stop icon="history" aria-disabled={goingOn} onClick={older.goOn}>
            {t(goingOn ? 'search.goingOn' : shown.length === 0 ? 'search.goOn' : 'search.more')}
          </Button>
        )}
        {asks && (
          <Button data-stop icon="search" aria-disabled={offline} onClick={() => !offline && server.ask()}>
            {t('search.server')}
          </Button>
        )}
        {asks && <p className="search-why">{t(offline ? 'search.server.offline' : 'search.server.why')}</p>}
      </div>
      <p className="search-said" role="status">
        {server.state === 'asking' && t('search.server.asking')}
        {server.state === 'failed' && t('search.server.failed')}
        {server.state === 'ready' && others.length === 0 && t('search.server.none')}
      </p>
      {others.length > 0 && (
        <>
          <p className="search-divider">{t('search.server.title')}</p>
          <HitGroups label={t('search.server.title')} groups={groupHits(others)} onOpen={onOpen} />
        </>
      )}
    </>
  );
}
