import type { ReactNode } from 'react';
import { useT, type MessageKey } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';

interface SectionProps {
  readonly title: MessageKey;
  readonly help?: string;
  /** Above the facts. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, help, lead, children }: SectionProps) {
  return (
    <section className="context-section">
      <h3>{useT()(title)}</h3>
      {lead !== undefined && <div className="context-lead">{lead}</div>}
      <dl>{children}</dl>
      {help !== undefined && <p className="context-help">{help}</p>}
    </section>
  );
}

export function Fact({ name, children }: { readonly name: MessageKey; readonly children: ReactNode }) {
  return (
    <div className="context-fact">
      <dt>{useT()(name)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface CollectionProps {
  readonly title: MessageKey;
  /** How many there are, as far as we know. */
  readonly count: number;
  /** Said instead of nothing. */
  readonly empty: MessageKey;
  readonly children: ReactNode;
}

/** A section that can be folded away: it may be long. */
export function Collection({ title, count, empty, children }: CollectionProps) {
  const t = useT();
  return (
    <details className="context-section context-fold" open>
      <summary>
        <h3>{t(title)}</h3>
        {count > 0 && <span className="context-count tabular">{count}</span>}
        <Icon name="chevron-down" size={16} />
      </summary>
      {count === 0 && <p className="context-help">{t(empty)}</p>}
      {children}
    </details>
  );
}
