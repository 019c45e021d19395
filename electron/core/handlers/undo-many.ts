/** Taking back a change of many conversations, as far as that is still possible. */
import { stillHolds } from '../../../shared/bulk/bulk-undo.ts';
import type { CallArgs, CallResult } from '../../../shared/contract/contract.ts';
import { outboxChanged, queueItem, type HandlerParts } from './parts.ts';

type Change = CallArgs<'conversations.undoMany'>['changes'][number];
type Outcome = keyof CallResult<'conversations.undoMany'>;

export async function undoMany(
  parts: HandlerParts,
  changes: readonly Change[],
): Promise<CallResult<'conversations.undoMany'>> {
  const sum = { undone: 0, ran: 0, changed: 0 };
  const left: Change[] = [];
  // What has not left first: with every moment, more of it leaves.
  for (const change of changes) {
    if (await takeOut(parts, change)) sum.undone += 1;
    else left.push(change);
  }
  for (const change of left) sum[await reverse(parts, change)] += 1;
  return sum;
}

/** True: the server never heard of it, or refused it. */
async function takeOut(parts: HandlerParts, { clientId, conversationId }: Change): Promise<boolean> {
  const onlyFrom = ['queued', 'held', 'failed', 'conflict'] as const;
  const taken = await parts.store.call('outbox.remove', { clientId, reason: 'cancelled', onlyFrom });
  if (taken === null) return false;
  outboxChanged(parts, conversationId);
  return true;
}

async function reverse(parts: HandlerParts, { clientId, conversationId, opposite }: Change): Promise<Outcome> {
  const { store, random } = parts;
  const item = await store.call('outbox.get', { clientId });
  const conversation = await store.call('conversation.get', { id: conversationId });
  // Gone from here: somebody has decided about it already.
  if (item === null || item.content.kind !== 'action' || conversation === null) return 'changed';
  if (opposite === null || opposite.kind === 'run-macro') return 'ran';
  if (!stillHolds(item.content.action, conversation)) return 'changed';
  await queueItem(parts, conversation, { clientId: random.uuid(), content: { kind: 'action', action: opposite } }, {});
  return 'undone';
}
