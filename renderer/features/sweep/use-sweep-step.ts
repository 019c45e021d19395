import { useEffect, useEffectEvent, useRef } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import { currentOf, returnedTo, settled, type Sweep, type SweepOutcome } from '../../../shared/sweep/sweep-machine.ts';
import { useClient } from '../../api/client.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';

/**
 * What became of the conversation on the screen is read from the desk itself, so that every way of doing it counts: a key, a
 * button, a command in the composer.
 */
export function useSweepStep(sweep: Sweep, onChange: (sweep: Sweep) => void): void {
  const id = currentOf(sweep);
  const actions = useActions();
  const client = useClient();
  const conversation = useApp((state) => (id === null ? undefined : state.conversations.byId[id]));
  const items = useApp((state) => state.outbox.items);
  const selectedId = useApp((state) => state.ui.selectedId);
  const known = useRef<{ readonly id: number | null; readonly replies: ReadonlySet<string> }>({
    id: null,
    replies: new Set(),
  });
  const settle = useEffectEvent((outcome: SweepOutcome) => onChange(settled(sweep, outcome)));
  const follow = useEffectEvent((selected: number) => onChange(returnedTo(sweep, selected)));

  // A new screen: open it, unless somebody has answered meanwhile.
  useEffect(() => {
    if (id === null) return undefined;
    let here = true;
    actions.ui.select(id);
    client.call('conversations.get', { conversationId: id }).then(
      (answer) => here && !needsSaving(answer.conversation) && settle('gone'),
      () => here && settle('gone'),
    );
    return () => {
      here = false;
    };
  }, [id, actions, client]);

  useEffect(() => {
    const replies = repliesTo(items, id);
    const before = known.current;
    known.current = { id, replies: new Set(replies) };
    if (before.id === id && replies.some((clientId) => !before.replies.has(clientId))) settle('saved');
  }, [items, id]);

  const status = conversation?.status;
  const before = useRef({ id, status });
  useEffect(() => {
    const previous = before.current;
    before.current = { id, status };
    if (previous.id !== id || previous.status === status) return;
    if (status === 'snoozed') settle('parked');
    if (status === 'resolved') settle('closed');
  }, [id, status]);

  // Undo opens the conversation it belongs to: the sweep goes there with it.
  const shown = useRef(selectedId);
  useEffect(() => {
    const moved = shown.current !== selectedId;
    shown.current = selectedId;
    if (moved && selectedId !== null && selectedId !== id) follow(selectedId);
  }, [selectedId, id]);
}

function needsSaving({ status, waitingSince }: Conversation): boolean {
  return status === 'open' && waitingSince !== null;
}

function repliesTo(items: readonly OutboxItem[], id: number | null): readonly string[] {
  return items
    .filter(({ conversationId, content }) => {
      return conversationId === id && (content.kind === 'reply' || content.kind === 'template');
    })
    .map(({ clientId }) => clientId);
}
