import type { ReactNode } from 'react';
import type { SearchResult } from '../../../shared/contract/search.ts';
import { formatCorner } from '../../i18n/dates.ts';
import { useT, type Translate } from '../../i18n/i18n.tsx';
import { usePageClock } from '../../state/clock.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { LocalSearch } from './use-message-search.ts';

/** How much was found, in how much: honest about what this device does not have. */
export function SearchSaid({ text, local }: { readonly text: string; readonly local: LocalSearch }) {
  const t = useT();
  const { nowMs } = usePageClock().read();
  const { state, result } = local;
  if (state === 'failed') {
    return (
      <div className="search-failed" role="alert">
        <p>{t('search.failed')}</p>
        <Button icon="refresh" onClick={local.retry}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  if (result === null) return <p className="search-said" role="status" aria-busy="true" />;
  const count = result.hits.length;
  if (count > 0) {
    const found = t(result.next === null ? 'search.found' : 'search.foundMore', { count });
    return <Said>{`${found} ${searchedWords(t, result, nowMs)}`}</Said>;
  }
  const further = result.next !== null;
  return (
    <Said>
      <EmptyState
        icon="search"
        title={t(further ? 'search.further.title' : 'search.none.title', { text })}
        text={
          further
            ? t('search.further.text')
            : `${searchedWords(t, result, nowMs)} ${result.searched.messages === 0 ? '' : t('search.none.older')}`.trim()
        }
      />
    </Said>
  );
}

function Said({ children }: { readonly children: ReactNode }) {
  return (
    <div className="search-said" role="status">
      {children}
    </div>
  );
}

function searchedWords(t: Translate, { searched: { messages, since } }: SearchResult, nowMs: number): string {
  if (messages === 0 || since === null) return t('search.searchedNothing');
  return t('search.searched', { count: messages, since: t('search.since', { day: formatCorner(since, nowMs) }) });
}
