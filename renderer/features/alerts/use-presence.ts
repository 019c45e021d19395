import { useEffect } from 'react';
import type { Client } from '../../../shared/contract/client.ts';
import { useClient } from '../../api/client.tsx';
import { useApp } from '../../state/app-provider.tsx';
import type { UiState } from '../../state/store.ts';

/** More often than the core asks for (4 min), and far more rarely than keys are pressed. */
const reportEveryMs = 60_000;
const inputs = ['pointerdown', 'keydown', 'wheel'] as const;

/**
 * Tells the core what is in front of the person, so that nothing is said of it, and that somebody is here at all. A page that is
 * not focused shows nothing to anybody.
 */
export function usePresence(): void {
  const client = useClient();
  const selectedId = useApp((state) => (state.ui.page === 'inbox' ? state.ui.selectedId : null));
  const pane = useApp((state) => state.ui.pane);

  useEffect(() => {
    const look = (): void => {
      const isSeen = selectedId !== null && document.hasFocus() && isVisible(pane);
      tell(client.call('presence.look', { conversationId: isSeen ? selectedId : null }));
    };
    look();
    const stops = [on(window, 'focus', look), on(window, 'blur', look), on(document, 'visibilitychange', look)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, selectedId, pane]);

  useEffect(() => {
    const stops = reportInput(client);
    return () => {
      for (const stop of stops) stop();
      tell(client.call('presence.look', { conversationId: null }));
    };
  }, [client]);
}

/** A narrow window shows the list or the thread, a wide one both. */
function isVisible(pane: UiState['pane']): boolean {
  const isDrawn = pane === 'thread' || document.getElementById('conversation')?.checkVisibility() === true;
  return isDrawn && !document.hidden;
}

function reportInput(client: Client): readonly (() => void)[] {
  let reportedAt = Number.NEGATIVE_INFINITY;
  const here = ({ timeStamp }: Event): void => {
    if (timeStamp - reportedAt < reportEveryMs) return;
    reportedAt = timeStamp;
    tell(client.call('presence.report', { active: true }));
  };
  const hidden = (): void => {
    if (!document.hidden) return;
    reportedAt = Number.NEGATIVE_INFINITY;
    tell(client.call('presence.report', { active: false }));
  };
  return [...inputs.map((name) => on(window, name, here)), on(document, 'visibilitychange', hidden)];
}

function on(target: EventTarget, name: string, listener: (event: Event) => void): () => void {
  target.addEventListener(name, listener, { passive: true, capture: true });
  return () => target.removeEventListener(name, listener, { capture: true });
}

/** A broken wire has its own banner; without a page nobody is there anyway. */
function tell(call: Promise<unknown>): void {
  call.catch(() => undefined);
}
