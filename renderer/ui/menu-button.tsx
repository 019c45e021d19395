import { useRef, useState, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import './menu-button.css';

export interface MenuButtonProps {
  /** What is changed by it, as its accessible name; the children say what it is now. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly children: ReactNode;
}

/** A value that is changed by choosing another from a menu. */
export function MenuButton({ label, items, children }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <span className="menu-button-place">
      <button
        ref={button}
        type="button"
        className="menu-button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className="truncate">{children}</span>
        <Icon name="chevron-down" size={14} />
      </button>
      {open && <Menu label={label} items={items} anchor={button} onClose={() => setOpen(false)} />}
    </span>
  );
}
