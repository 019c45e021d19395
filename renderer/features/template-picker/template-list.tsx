import { useEffect, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import type { Rates } from '../../../shared/contract/pricing.ts';
import type { Template } from '../../../shared/contract/templates.ts';
import type { Price } from '../../../shared/pricing/price.ts';
import { templateFields } from '../../../shared/templates/parse.ts';
import { useT } from '../../i18n/i18n.tsx';
import '../../ui/badge.css';
import { Icon } from '../../ui/icon.tsx';
import { PriceBadge } from '../pricing/price-badge.tsx';
import { languageCode, languageName } from './language-name.ts';
import type { TemplateRow } from './template-filter.ts';

interface TemplateListProps {
  readonly id: string;
  readonly rows: readonly TemplateRow[];
  /** The row the arrow keys are on. */
  readonly activeId: string | null;
  /** The row that is being filled in. */
  readonly chosenId: string | null;
  readonly onChoose: (row: TemplateRow) => void;
  readonly onFavour: (row: TemplateRow) => void;
  readonly costs: (template: Template) => Price;
  readonly rates: Rates;
  readonly begun: (id: string) => boolean;
  /** The same keys as in the search field. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function optionId(listId: string, rowId: string): string {
  return `${listId}-${rowId.replaceAll(/[^\w-]/gu, '-')}`;
}

/** The search field points into it with aria-activedescendant; it can have focus itself, for the keys of a row. */
export function TemplateList(props: TemplateListProps): ReactElement {
  const { id, rows, activeId, chosenId, onChoose, onFavour, costs, rates, begun, onKeyDown } = props;
  const t = useT();
  useEffect(() => {
    if (activeId !== null) document.getElementById(optionId(id, activeId))?.scrollIntoView({ block: 'nearest' });
  }, [id, activeId]);
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={t('picker.list')}
      aria-activedescendant={activeId === null ? undefined : optionId(id, activeId)}
      className="picker-list"
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => (
        <li
          key={row.id}
          id={optionId(id, row.id)}
          role="option"
          aria-selected={row.id === chosenId}
          aria-disabled={row.unsendable !== null}
          className="picker-row"
          data-active={row.id === activeId}
          onClick={() => onChoose(row)}
        >
          <span className="picker-row-line">
            <span className="picker-row-name truncate">{row.template.name}</span>
            <Star row={row} onFavour={onFavour} />
          </span>
          <span className="picker-row-body truncate" dir="auto">
            {row.template.body.split('\n')[0]}
          </span>
          <Badges row={row}>
            {rates.table !== null && <PriceBadge price={costs(row.template)} rates={rates} />}
            {begun(row.id) && <span className="badge">{t('picker.begun')}</span>}
          </Badges>
        </li>
      ))}
    </ul>
  );
}

/** For the mouse; the keyboard has F. Nothing that takes focus may stand in an option. */
function Star({ row, onFavour }: { readonly row: TemplateRow; readonly onFavour: (row: TemplateRow) => void }) {
  const t = useT();
  return (
    <span
      className="picker-row-star"
      data-on={row.favourite}
      title={t(row.favourite ? 'picker.unmarkFavourite' : 'picker.markFavourite')}
      onClick={(event) => {
        event.stopPropagation();
        onFavour(row);
      }}
    >
      <Icon name="star" size={16} />
      {row.favourite && <span className="visually-hidden">{t('picker.favourite')}</span>}
    </span>
  );
}

function Badges({ row, children }: { readonly row: TemplateRow; readonly children: ReactNode }): ReactElement {
  const t = useT();
  const { template } = row;
  const target = templateFields(template)[0];
  return (
    <span className="picker-badges">
      {row.unsendable !== null && (
        <span className="picker-row-reason">
          <Icon name="lock" size={14} />
          {t(row.unsendable, { status: template.status })}
        </span>
      )}
      <span className="badge">{t(`picker.category.${template.category}`)}</span>
      <span className="badge" title={languageName(template.language)}>
        {languageCode(template.language)}
      </span>
      {row.unsendable === null && children}
      {row.suggested && target !== undefined && (
        <span className="badge picker-badge-fits">
          <Icon name="check" size={14} />
          {t('picker.putInto', { name: `{{${target.key}}}` })}
        </span>
      )}
    </span>
  );
}
