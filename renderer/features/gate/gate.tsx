import { useEffect, useState, type ReactNode } from 'react';
import type { WebSocketTransport, WireState } from '../../api/web-socket-transport.ts';
import { useT } from '../../i18n/i18n.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import './gate.css';

/** Before the first connection and after a refusal there is nothing to show; a later break is only a banner. */
export function Gate({
  transport,
  children,
}: {
  readonly transport: WebSocketTransport;
  readonly children: ReactNode;
}) {
  const t = useT();
  const [state, setState] = useState<WireState>('waiting');
  const [slow, setSlow] = useState(false);
  useEffect(() => transport.onState(setState), [transport]);
  useEffect(() => {
    // Usually connected within a few ms: a sentence that flashes by helps nobody.
    const timer = window.setTimeout(() => setSlow(true), 800);
    return () => window.clearTimeout(timer);
  }, []);
  if (state === 'refused') return <GatePage title={t('gate.refused.title')} text={t('gate.refused.text')} />;
  if (state === 'waiting') {
    return slow ? <GatePage title={t('gate.connecting.title')} text={t('gate.connecting.text')} /> : null;
  }
  return children;
}

export function KeyMissing() {
  const t = useT();
  return <GatePage title={t('gate.missing.title')} text={t('gate.missing.text')} />;
}

function GatePage({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <main className="gate" role="main" aria-live="polite">
      <EmptyState icon="lock" title={title} text={text} heading="h1" />
    </main>
  );
}
