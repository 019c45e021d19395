import type { ReactNode } from 'react';
import './empty-state.css';
import { Icon, type IconName } from './icon.tsx';

export interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string;
  readonly heading?: 'h1' | 'h2';
  /** A way on: buttons, or a progress bar. */
  readonly children?: ReactNode;
}

/** Why there is nothing here, and what to do about it. */
export function EmptyState({ icon, title, text, heading: Heading = 'h2', children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <span className="empty-state-icon">
        <Icon name={icon} size={24} />
      </span>
      <Heading className="empty-state-title">{title}</Heading>
      {text !== undefined && <p className="empty-state-text">{text}</p>}
      {children}
    </div>
  );
}
