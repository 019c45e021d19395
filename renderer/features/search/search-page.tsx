import { useEffect, useRef } from 'react';
import { groupHits } from '../../../shared/search/group-hits.ts';
import type { SearchHit } from '../../../shared/contract/search.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { moveAmongStops } from '../../ui/arrow-stops.ts';
import { PageFrame } from '../../ui/page-frame.tsx';
import { useCommand } from '../shortcuts/use-command.ts';
import { HitGroups } from './hit-groups.tsx';
import { recentSearches } from './recent-searches.ts';
import { RecentSearches } from './recent-list.tsx';
import { SearchBox } from './search-box.tsx';
import { SearchSaid } from './search-said.tsx';
import './search.css';
import { ServerPart } from './server-part.tsx';
import { isIdle, useLocalSearch, useServerSearch } from './use-message-search.ts';

/** All messages of this device while the agent types, and those of the server when asked. */
export function SearchPage() {
  const t = useT();
  const { ui } = useActions();
  const typed = useApp((state) => state.ui.search);
  const workspaceId = useApp((state) => state.workspace.info?.id ?? '');
  const text = typed.trim().slice(0, 200);
  const local = useLocalSearch(text);
  const server = useServerSearch(text);
  const box = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  // A next visit begins where this one ended, with the text ready to be typed over. (The page's title took the focus.)
  useEffect(() => {
    const frame = requestAnimationFrame(() => selectAll(box.current));
    return () => cancelAnimationFrame(frame);
  }, []);
  useCommand('search.open', () => selectAll(box.current));
  const open = ({ conversationId, message }: SearchHit): void => {
    recentSearches(workspaceId).remember(text);
    ui.showMessage(conversationId, message.id);
  };
  const hits = local.result?.hits ?? [];
  return (
    <PageFrame title={t('search.title')}>
      <div ref={page} className="search-page" onKeyDown={moveAmongStops}>
        <SearchBox
          ref={box}
          text={typed}
          onType={ui.setSearch}
          onEnter={() => {
            if (text !== '') recentSearches(workspaceId).remember(text);
            page.current?.querySelector<HTMLElement>('[data-stop]')?.focus();
          }}
        />
        {isIdle(text) ? (
          <RecentSearches
            workspaceId={workspaceId}
            onChoose={(recent) => chooseRecent(recent, ui.setSearch, box.current)}
          />
        ) : (
          <>
            <SearchSaid text={text} local={local} />
            <HitGroups
              label={t('search.results')}
              groups={groupHits(hits)}
              stale={local.state === 'old'}
              onOpen={open}
            />
            <ServerPart server={server} shown={hits} older={local} onOpen={open} />
          </>
        )}
      </div>
    </PageFrame>
  );
}

function chooseRecent(text: string, setSearch: (text: string) => void, box: HTMLInputElement | null): void {
  setSearch(text);
  box?.focus();
}

function selectAll(box: HTMLInputElement | null): void {
  box?.focus();
  box?.select();
}
