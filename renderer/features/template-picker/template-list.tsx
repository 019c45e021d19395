import { useEffect, type ReactElement } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { TemplateRow } from './template-filter.ts';

interface TemplateListProps {
  readonly id: string;
  readonly rows: readonly TemplateRow[];
  /** The row the arrow keys are on. */
  readonly activeId: string | null;
  /** The row that is being filled in. */
  readonly chosenId: string | null;
  readonly onChoose: (row: TemplateRow) => void;
}

export function optionId(listId: string, rowId: string): string {
  return `${listId}-${rowId.replaceAll(/[^\w-]/gu, '-')}`;
}

/** Focus stays in the search field; it points here with aria-activedescendant. */
export function TemplateList({ id, rows, activeId, chosenId, onChoose }: TemplateListProps): ReactElement {
  const t = useT();
  useEffect(() => {
    if (activeId !== null) document.getElementById(optionId(id, activeId))?.scrollIntoView({ block: 'nearest' });
  }, [id, activeId]);
  return (
    <ul id={id} role="listbox" aria-label={t('picker.list')} className="picker-list" tabIndex={-1}>
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
          <span className="picker-row-name truncate">{row.template.name}</span>
          <span className="picker-row-body truncate" dir="auto">
            {row.template.body.split('\n')[0]}
          </span>
          <Badges row={row} />
        </li>
      ))}
    </ul>
  );
}

function Badges({ row }: { readonly row: TemplateRow }): ReactElement {
  const t = useT();
  const { template } = row;
  if (row.unsendable !== null) {
    return (
      <span className="picker-row-reason">
        <Icon name="lock" size={14} />
        {t(row.unsendable, { status: template.status })}
      </span>
    );
  }
  return (
    <span className="picker-badges">
      <span className={`picker-badge picker-badge-${template.category}`}>
        {t(`picker.category.${template.category}`)}
      </span>
      <span className="picker-badge">{template.language}</span>
      {row.suggested && (
        <span className="picker-badge picker-badge-fits">
          <Icon name="check" size={14} />
          {t('picker.fits')}
        </span>
      )}
    </span>
  );
}
