import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Template } from '../../../shared/contract/templates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { categoriesOf, languagesOf, templateRows, type TemplateQuery, type TemplateRow } from './template-filter.ts';
import { optionId, TemplateList } from './template-list.tsx';

interface TemplateFinderProps {
  readonly templates: readonly Template[];
  /** What the agent has typed already; templates it fits into come first. */
  readonly text: string;
  readonly search: string;
  readonly chosenId: string | null;
  readonly onChoose: (row: TemplateRow) => void;
}

export function TemplateFinder({ templates, text, search, chosenId, onChoose }: TemplateFinderProps): ReactElement {
  const t = useT();
  const listId = useId();
  const [query, setQuery] = useState<TemplateQuery>({ search, language: null, category: null });
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  // The dialog is there before the templates are, so it cannot put focus here itself.
  useEffect(() => input.current?.focus(), []);
  const rows = templateRows(templates, query, text);
  const activeRow = rows[Math.min(active, rows.length - 1)] ?? null;
  const ask = (change: Partial<TemplateQuery>): void => {
    setQuery({ ...query, ...change });
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && rows.length > 0) {
      event.preventDefault();
      setActive((Math.min(active, rows.length - 1) + step + rows.length) % rows.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && activeRow !== null) {
      event.preventDefault();
      onChoose(activeRow);
    }
  };
  return (
    <>
      <div className="picker-search">
        <Icon name="search" size={16} />
        <input
          ref={input}
          type="search"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={activeRow === null ? undefined : optionId(listId, activeRow.id)}
          aria-label={t('picker.search')}
          placeholder={t('picker.search')}
          value={query.search}
          onChange={(event) => ask({ search: event.target.value })}
          onKeyDown={onKeyDown}
        />
      </div>
      <Filters templates={templates} query={query} onChange={ask} />
      {rows.length === 0 ? (
        <p className="picker-empty" role="status">
          {templates.length === 0
            ? t('picker.none')
            : t(query.search === '' ? 'picker.noneFiltered' : 'picker.noMatch', { search: query.search })}
        </p>
      ) : (
        <TemplateList
          id={listId}
          rows={rows}
          activeId={activeRow?.id ?? null}
          chosenId={chosenId}
          onChoose={(row) => {
            setActive(rows.indexOf(row));
            onChoose(row);
          }}
        />
      )}
    </>
  );
}

interface FiltersProps {
  readonly templates: readonly Template[];
  readonly query: TemplateQuery;
  readonly onChange: (change: Partial<TemplateQuery>) => void;
}

function Filters({ templates, query, onChange }: FiltersProps): ReactElement {
  const t = useT();
  const categories = categoriesOf(templates);
  return (
    <div className="picker-filters">
      <select
        className="picker-select"
        aria-label={t('picker.category')}
        value={query.category ?? ''}
        onChange={(event) => onChange({ category: categories.find((each) => each === event.target.value) ?? null })}
      >
        <option value="">{t('picker.allCategories')}</option>
        {categories.map((category) => (
          <option key={category} value={category}>
            {t(`picker.category.${category}`)}
          </option>
        ))}
      </select>
      <select
        className="picker-select"
        aria-label={t('picker.language')}
        value={query.language ?? ''}
        onChange={(event) => onChange({ language: event.target.value || null })}
      >
        <option value="">{t('picker.allLanguages')}</option>
        {languagesOf(templates).map((language) => (
          <option key={language} value={language}>
            {language}
          </option>
        ))}
      </select>
    </div>
  );
}
