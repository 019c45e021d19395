import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Icon, type IconName } from './icon.tsx';
import './pick-list.css';

export interface PickItem {
  readonly key: string;
  readonly label: string;
  readonly icon?: IconName;
  /** At the end of the line: the moment that a word stands for. */
  readonly detail?: string;
  /** Below the label: what choosing it costs. */
  readonly warning?: string;
  readonly onChoose: () => void;
}

export interface PickListProps {
  /** Name of the field and of the list. */
  readonly label: string;
  readonly placeholder: string;
  /** What fits what was typed, best first. */
  readonly itemsFor: (text: string) => readonly PickItem[];
  /** Said where nothing fits. */
  readonly nothing: (text: string) => string;
}

/** A field and what fits it: typing narrows, arrows move, Enter takes. Focus stays in the field. */
export function PickList({ label, placeholder, itemsFor, nothing }: PickListProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const items = itemsFor(text);
  const active = Math.min(wanted, items.length - 1);
  const activeKey = items[active]?.key ?? null;
  useEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const target = { ArrowDown: active + 1, ArrowUp: active - 1 }[event.key];
    if (target !== undefined) setWanted((target + items.length) % Math.max(1, items.length));
    else if (event.key === 'Enter') items[active]?.onChoose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="pick">
      <input
        ref={field}
        data-autofocus
        className="pick-field"
        role="combobox"
        aria-label={label}
        aria-expanded={items.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={activeKey === null ? undefined : `${id}-${active}`}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setWanted(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} className="pick-items" role="listbox" aria-label={label}>
        {items.map((item, index) => (
          <PickRow key={item.key} id={`${id}-${index}`} item={item} active={index === active} />
        ))}
      </ul>
      {items.length === 0 && (
        <p className="pick-nothing" role="status">
          {nothing(text)}
        </p>
      )}
    </div>
  );
}

function PickRow({ id, item, active }: { readonly id: string; readonly item: PickItem; readonly active: boolean }) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <li ref={row} id={id} role="option" aria-selected={active} className="pick-item" onClick={item.onChoose}>
      {item.icon !== undefined && <Icon name={item.icon} size={16} />}
      <span className="pick-words">
        <span className="pick-label">{item.label}</span>
        {item.warning !== undefined && (
          <span className="pick-warning">
            <Icon name="alert" size={14} />
            {item.warning}
          </span>
        )}
      </span>
      {item.detail !== undefined && <span className="pick-detail tabular">{item.detail}</span>}
    </li>
  );
}
