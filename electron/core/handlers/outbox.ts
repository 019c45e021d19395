/** What a person does with something that is in the outbox. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import { assertNever } from '../../../shared/lang/assert.ts';
import {
  kindOf,
  outboxStep,
  usefulDecisions,
  type OutboxDecision,
  type OutboxOutcome,
} from '../../../shared/outbox/outbox-machine.ts';
import { allowsFreeText, replyDeadline, windowState } from '../../../shared/window/window-state.ts';
import { outboxChanged, type HandlerParts } from './parts.ts';
import type { OutboxRecord } from '../store/call-types.ts';

const movedOn = 'This message has moved on meanwhile.';

type Name = 'outbox.list' | 'outbox.decide' | 'outbox.takeBack';

export function outboxHandlers(parts: HandlerParts): Pick<Handlers, Name> {
  const { store } = parts;
  return {
    'outbox.list': async (query) => ({ items: await store.call('outbox.list', query) }),
    'outbox.decide': async ({ clientId, decision }) => {
      const item = await needItem(parts, clientId);
      const outcome = outboxStep(kindOf(item.content), item.state, { type: 'decide', decision });
      if (outcome.type !== 'refused' && !(await isUseful(parts, item, decision))) {
        throw new CallError('window-closed', 'It would be parked again: WhatsApp only accepts a template now.');
      }
      const done = await carryOut(parts, item, decision, outcome);
      if (done === null) throw new CallError('not-allowed', movedOn);
      outboxChanged(parts, item.conversationId);
      return {};
    },
    'outbox.takeBack': async ({ clientId }) => {
      const item = await needItem(parts, clientId);
      const outcome = outboxStep(kindOf(item.content), item.state, { type: 'take-back' });
      if (outcome.type === 'refused') throw new CallError('not-allowed', outcome.why);
      // Only from the state that was judged: it may start to leave in between.
      const draft = await store.call('outbox.takeBack', { clientId, onlyFrom: [item.state] });
      if (draft === null) throw new CallError('not-allowed', movedOn);
      outboxChanged(parts, item.conversationId);
      return { draft };
    },
  };
}

async function needItem({ store }: HandlerParts, clientId: string): Promise<OutboxRecord> {
  const item = await store.call('outbox.get', { clientId });
  if (item === null) throw new CallError('not-found', 'This message is not in the outbox any more.');
  return item;
}

async function isUseful(
  { store, serverTime }: HandlerParts,
  item: OutboxRecord,
  decision: OutboxDecision,
): Promise<boolean> {
  const conversation = await store.call('conversation.get', { id: item.conversationId });
  const open = conversation === null ? null : allowsFreeText(windowState(conversation.window, serverTime.judging()));
  return usefulDecisions(item, open).includes(decision);
}

/** Null: it was not in the judged state any more. */
async function carryOut(
  parts: HandlerParts,
  item: OutboxRecord,
  decision: OutboxDecision,
  outcome: OutboxOutcome,
): Promise<OutboxItem | null> {
  const { store, serverTime, random } = parts;
  const { clientId } = item;
  // Only from the state that was judged: the server's answer may arrive in between.
  const onlyFrom = [item.state];
  switch (outcome.type) {
    case 'refused':
      throw new CallError('not-allowed', outcome.why);
    case 'remove':
      return store.call('outbox.remove', {
        clientId,
        reason: decision === 'cancel' ? 'cancelled' : 'discarded',
        onlyFrom,
      });
    case 'make-note': {
      const now = Math.round(serverTime.now());
      return store.call('outbox.replaceWithNote', { clientId, newClientId: random.uuid(), now, onlyFrom });
    }
    case 'next': {
      // The server has a message under the old id: the next attempt must not be taken for it.
      const needsNewId = outcome.newClientId || item.serverId !== null;
      const newClientId = needsNewId && item.content.kind !== 'action' ? random.uuid() : undefined;
      parts.outbox.wrote(newClientId ?? clientId);
      return store.call('outbox.update', {
        clientId,
        state: outcome.state,
        settleStep: 0,
        problem: null,
        onlyFrom,
        ...(await decidedNow(parts, item)),
        ...(newClientId === undefined ? {} : { newClientId, serverId: null }),
      });
    }
    default:
      return assertNever(outcome, 'A decision moves, removes or replaces an item, or is refused');
  }
}

/** Whoever decides again has read what is there by now, so that it is the new ground to judge from. */
async function decidedNow({ store, serverTime }: HandlerParts, item: OutboxRecord) {
  const known = await store.call('conversation.syncInfo', { id: item.conversationId });
  const conversation = await store.call('conversation.get', { id: item.conversationId });
  const { guardMs } = serverTime.judging();
  const isReply = item.content.kind === 'reply' && conversation !== null;
  return {
    rebase: true,
    leavesAt: null,
    seenMessageId: known?.newestMessageId ?? item.seenMessageId,
    mustLeaveBy: isReply ? replyDeadline(conversation.window, guardMs) : item.mustLeaveBy,
  };
}
