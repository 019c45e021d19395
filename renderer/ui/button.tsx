import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import './button.css';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'normal' | 'large';
  readonly icon?: IconName;
  /** Shown as a small key cap after the text. */
  readonly keyHint?: string;
  readonly type?: 'button' | 'submit';
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

export function Button({
  variant = 'secondary',
  size = 'normal',
  icon,
  keyHint,
  type = 'button',
  className = '',
  children,
  ...rest
}: ButtonProps) {
  return (
    <button {...rest} type={type} className={`button button-${variant} button-${size} ${className}`}>
      {icon !== undefined && <Icon name={icon} size={16} />}
      <span className="button-label">{children}</span>
      {keyHint !== undefined && (
        <kbd className="key-hint" aria-hidden="true">
          {keyHint}
        </kbd>
      )}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'children'> {
  readonly icon: IconName;
  /** The accessible name and the tooltip. */
  readonly label: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A 32 px target with a picture only: always has a name. */
export function IconButton({ icon, label, className = '', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type="button" className={`icon-button ${className}`} aria-label={label} title={label}>
      <Icon name={icon} size={20} />
    </button>
  );
}
