import { useId, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { rankFactsOf } from './rank-facts.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useServerTime } from '../../state/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { priceFor } from '../pricing/price-words.ts';
import { FinderFilters } from './finder-filters.tsx';
import { templateRows, type TemplateQuery, type TemplateRow } from './template-filter.ts';
import { optionId, TemplateList } from './template-list.tsx';
import type { PickerFacts } from './use-picker-data.ts';

interface TemplateFinderProps {
  readonly facts: PickerFacts;
  /** What the agent has typed already; templates it fits into come first. */
  readonly text: string;
  readonly search: string;
  readonly chosenId: string | null;
  readonly input: RefObject<HTMLInputElement | null>;
  /** Half filled in for this conversation. */
  readonly begun: (id: string) => boolean;
  readonly onChoose: (row: TemplateRow) => void;
  readonly onFavour: (row: TemplateRow) => void;
}

export function TemplateFinder(props: TemplateFinderProps): ReactElement {
  const { facts, text, search, chosenId, input, begun, onChoose, onFavour } = props;
  const t = useT();
  const listId = useId();
  const { language } = facts.customer;
  const [query, setQuery] = useState<TemplateQuery>({
    tab: 'suggested',
    search,
    language: language.available ? language.language : null,
    languageChosen: false,
    category: null,
  });
  const [active, setActive] = useState<string | null>(null);
  // The order is that of the moment the sheet was opened: it does not change under the pointer.
  const { nowMs } = useServerTime(() => null);
  const rows = templateRows(facts.list.templates, query, rankFactsOf(facts, text, nowMs));
  const activeRow = rows.find(({ id }) => id === active) ?? rows[0] ?? null;
  const ask = (change: Partial<TemplateQuery>): void => {
    setQuery({ ...query, ...change });
    setActive(null);
  };
  const keys = useFinderKeys({ rows, activeRow, query, ask, setActive, onChoose, onFavour });
  return (
    <>
      <div className="picker-search">
        <Icon name="search" size={16} />
        <input
          ref={input}
          data-autofocus
          type="search"
          role="combobox"
          aria-expanded={rows.length > 0}
          aria-controls={rows.length > 0 ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={activeRow === null ? undefined : optionId(listId, activeRow.id)}
          aria-label={t('picker.search')}
          placeholder={t('picker.search')}
          dir="auto"
          value={query.search}
          onChange={(event) => ask({ search: event.target.value })}
          onKeyDown={keys.inSearch}
        />
      </div>
      <FinderFilters templates={facts.list.templates} customer={language} query={query} onChange={ask} />
      <p className="visually-hidden" role="status">
        {t('picker.count', { count: rows.length })}
      </p>
      {rows.length === 0 ? (
        <NoRows
          query={query}
          hasTemplates={facts.list.templates.length > 0}
          onAll={() => {
            ask({ tab: 'all', language: null, languageChosen: true, category: null });
            input.current?.focus();
          }}
        />
      ) : (
        <TemplateList
          id={listId}
          rows={rows}
          activeId={activeRow?.id ?? null}
          chosenId={chosenId}
          onFavour={onFavour}
          costs={(template) => priceFor(template.category, facts.conversation, facts.rates, nowMs)}
          rates={facts.rates}
          begun={begun}
          onKeyDown={keys.inList}
          onChoose={(row) => {
            setActive(row.id);
            onChoose(row);
          }}
        />
      )}
    </>
  );
}

interface FinderKeys {
  readonly rows: readonly TemplateRow[];
  readonly activeRow: TemplateRow | null;
  readonly query: TemplateQuery;
  readonly ask: (change: Partial<TemplateQuery>) => void;
  readonly setActive: (id: string) => void;
  readonly onChoose: (row: TemplateRow) => void;
  readonly onFavour: (row: TemplateRow) => void;
}

function useFinderKeys({ rows, activeRow, query, ask, setActive, onChoose, onFavour }: FinderKeys) {
  const inBoth = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || activeRow === null) return;
    const at = rows.indexOf(activeRow);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive(rows[(at + step + rows.length) % rows.length]?.id ?? activeRow.id);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onChoose(activeRow);
    }
  };
  return {
    inSearch(event: KeyboardEvent): void {
      // Esc takes one step back: first what was searched for, then the sheet.
      if (event.key === 'Escape' && query.search !== '' && !event.nativeEvent.isComposing) {
        event.preventDefault();
        event.stopPropagation();
        ask({ search: '' });
      } else inBoth(event);
    },
    inList(event: KeyboardEvent): void {
      const edge = { Home: rows[0], End: rows.at(-1) }[event.key];
      if (edge !== undefined) {
        event.preventDefault();
        setActive(edge.id);
      } else if (event.key.toLowerCase() === 'f' && !event.ctrlKey && !event.metaKey && activeRow !== null) {
        event.preventDefault();
        onFavour(activeRow);
      } else inBoth(event);
    },
  };
}

interface NoRowsProps {
  readonly query: TemplateQuery;
  readonly hasTemplates: boolean;
  readonly onAll: () => void;
}

function NoRows({ query, hasTemplates, onAll }: NoRowsProps): ReactElement {
  const t = useT();
  const isNarrowed = query.tab !== 'all' || query.language !== null || query.category !== null;
  const emptyTab = { favourites: 'picker.noFavourites', recent: 'picker.noRecent' } as const;
  const words = (): string => {
    if (!hasTemplates) return t('picker.none');
    if (query.search.trim() !== '') return t('picker.noMatch', { search: query.search });
    if (query.category === null && (query.tab === 'favourites' || query.tab === 'recent'))
      return t(emptyTab[query.tab]);
    return t('picker.noneFiltered');
  };
  return (
    <div className="picker-empty">
      <p>{words()}</p>
      {hasTemplates && isNarrowed && (
        <Button size="small" onClick={onAll}>
          {t('picker.showAll')}
        </Button>
      )}
    </div>
  );
}
