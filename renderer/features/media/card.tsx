import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../ui/icon.tsx';

interface CardProps {
  readonly icon: IconName;
  readonly name: string;
  /** Kind, size, state: joined by dots. */
  readonly details: readonly (string | null)[];
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** A thing that is not shown itself: what it is, and what can be done. */
export function Card({ icon, name, details, children }: CardProps) {
  const shown = details.filter((detail) => detail !== null);
  return (
    <div className="card">
      <span className="card-icon">
        <Icon name={icon} />
      </span>
      <span className="card-text">
        <bdi className="card-name">{name}</bdi>
        {shown.length > 0 && <span className="card-details">{shown.join(' · ')}</span>}
      </span>
      {children}
    </div>
  );
}
