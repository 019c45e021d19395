import { useT } from '../../i18n/i18n.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { WindowIcon } from '../window-chip/window-icon.tsx';

export interface DrillListProps {
  readonly row: 0 | 1;
  readonly opened: boolean;
  /** Mara's window. */
  readonly closed: boolean;
}

/** Two rows; the one that the keys are on has the focus. */
export function DrillList({ row, opened, closed }: DrillListProps) {
  const t = useT();
  const rows = [
    { name: 'Jonas Weber', text: t('intro.drill.other'), closed: false },
    { name: 'Mara Singh', text: t('intro.drill.asks'), closed },
  ];
  return (
    <ul className="drill-list" role="listbox" aria-label={t('intro.drill.list')}>
      {rows.map(({ name, text, closed: isClosed }, index) => (
        <li
          key={name}
          role="option"
          className="drill-row"
          tabIndex={index === row ? 0 : -1}
          aria-selected={opened && index === row}
          ref={(element) => {
            if (index === row && !opened && element?.parentElement?.contains(document.activeElement)) element.focus();
          }}
        >
          <Avatar name={name} />
          <span className="drill-row-words">
            <bdi className="intro-row-name truncate">{name}</bdi>
            <span className="drill-row-text truncate">{text}</span>
          </span>
          <WindowIcon kind={isClosed ? 'closed' : 'open'} fraction={null} />
        </li>
      ))}
    </ul>
  );
}
