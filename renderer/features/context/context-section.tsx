import type { ReactNode } from 'react';
import { useT, type MessageKey } from '../../i18n/i18n.tsx';

interface SectionProps {
  readonly title: MessageKey;
  readonly help?: string;
  readonly children: ReactNode;
}

export function Section({ title, help, children }: SectionProps) {
  return (
    <section className="context-section">
      <h3>{useT()(title)}</h3>
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
