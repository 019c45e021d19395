import type { DrillEvent } from '../../../shared/intro/drill.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';

export interface DrillTemplatesProps {
  readonly templates: readonly string[];
  readonly marked: number;
  readonly onEvent: (event: DrillEvent) => void;
}

/** Arrows move, Enter takes, Escape closes. */
export function DrillTemplates({ templates, marked, onEvent }: DrillTemplatesProps) {
  const t = useT();
  return (
    <ul
      className="drill-list"
      role="listbox"
      aria-label={t('intro.drill.templates')}
      onKeyDown={(event) => {
        const by = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key];
        if (by !== undefined) onEvent({ type: 'picker-move', by });
        else if (event.key === 'Enter') onEvent({ type: 'picker-choose', index: null });
        else if (event.key === 'Escape') onEvent({ type: 'picker-close' });
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {templates.map((text, index) => (
        <li
          key={text}
          role="option"
          className="drill-row"
          tabIndex={index === marked ? 0 : -1}
          aria-selected={index === marked}
          ref={(element) => {
            if (index === marked) element?.focus();
          }}
          onClick={() => onEvent({ type: 'picker-choose', index })}
        >
          <Icon name="template" />
          <span className="drill-row-words">{text}</span>
        </li>
      ))}
    </ul>
  );
}
