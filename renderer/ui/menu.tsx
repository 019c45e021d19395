import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type RefObject } from 'react';
import './menu.css';
import { Icon, type IconName } from './icon.tsx';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly icon?: IconName;
  /** For one of several: whether it is the current one. */
  readonly checked?: boolean;
  readonly onChoose: () => void;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** A list of actions under its button: arrows move, Enter chooses, Escape and Tab close, focus returns. */
export function Menu({ label, items, anchor, onClose }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const close = useEffectEvent(onClose);
  const buttons = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-checked=true]');
    (current ?? list.current?.querySelector<HTMLElement>('[role^=menuitem]'))?.focus();
    const onPointerDown = (event: PointerEvent): void => {
      const target = event.target as Node;
      if (list.current?.contains(target) !== true && anchor.current?.contains(target) !== true) close();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [anchor]);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const target = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      all[target]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose();
      anchor.current?.focus();
    }
  };
  return (
    <div ref={list} className="menu" role="menu" aria-label={label} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          {...(item.checked === undefined
            ? { role: 'menuitem' }
            : { role: 'menuitemradio', 'aria-checked': item.checked })}
          tabIndex={-1}
          className="menu-item"
          onClick={() => {
            onClose();
            anchor.current?.focus();
            item.onChoose();
          }}
        >
          {item.icon !== undefined && <Icon name={item.icon} size={16} />}
          <span className="truncate">{item.label}</span>
          {item.checked === true && <Icon name="check" size={16} />}
        </button>
      ))}
    </div>
  );
}
