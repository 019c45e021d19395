/**
 * What may become of something that must reach the server. Pure; the outbox of the core and the store both ask here.
 *
 *   queued ──attempt──▶ sending ──accepted──▶ accepted ──▶ handed ──▶ delivered ──▶ read
 *     ▲  ▲                │ │ └───failed──▶ failed ◀──failed──┴──────────┘   (delivered and read win over failed)
 *     │  └───not-sent─────┘ └──ambiguous, restart──▶ uncertain ──found──▶ accepted
 *     │                                                  │
 *     └── a person: send-again ◀── failed, held, needs-template, uncertain, conflict
 *
 *   event             from                      to
 *   hold / release    queued / held             held / queued
 *   window-closed     queued, held (reply)      needs-template
 *   window-refused    failed (reply)            needs-template (WhatsApp took it for closed: only a template gets through)
 *   take-back         not left yet (reply, note) gone from here, its text is a draft again
 *   not-found-finally uncertain                 note: queued · reply, template, macro: stays uncertain until a person decides
 *   ambiguous         sending                   action: queued (setting a value twice is harmless) · others: uncertain
 *                                               (a macro as well: nothing tells whether the server ran it)
 *   conflict          queued, sending (action)  conflict
 *   found             anything not yet accepted accepted (the server has it: that is the truth)
 *
 * Law 4: `sending` is entered from `queued` only, and nothing visible to the customer gets back to `queued` from a
 * state in which the server may have it, except by a person's decision.
 */
import type { OutboxContent, OutboxItem, OutboxState } from '../contract/outbox.ts';
import { assertNever } from '../lang/assert.ts';

/** A macro is an action that must not be repeated. */
export type OutboxKind = OutboxContent['kind'] | 'macro';

export function kindOf(content: OutboxContent): OutboxKind {
  return content.kind === 'action' && content.action.kind === 'run-macro' ? 'macro' : content.kind;
}

export type OutboxDecision = 'cancel' | 'discard' | 'send-again' | 'make-note';

export type OutboxEvent =
  | { readonly type: 'attempt' } // handed to the network
  | { readonly type: 'accepted' } // the server answered with its id
  | { readonly type: 'handed' } // source_id is there: WhatsApp has it
  | { readonly type: 'delivered' }
  | { readonly type: 'read' }
  | { readonly type: 'failed' } // refused for good, by the server or by WhatsApp
  | { readonly type: 'not-sent' } // definitely not created
  | { readonly type: 'ambiguous' } // no (complete) answer: it may have been created
  | { readonly type: 'found' } // reconciled: the server has it under our client id
  | { readonly type: 'not-found-finally' } // reconciled for the last time: it does not
  | { readonly type: 'window-closed' } // judged before leaving
  | { readonly type: 'window-refused' } // WhatsApp refused it afterwards, because for WhatsApp the window is closed
  | { readonly type: 'hold' }
  | { readonly type: 'release' } // the reason of a hold has gone by itself (clock verified again)
  | { readonly type: 'conflict' } // an action lost against somebody else's
  | { readonly type: 'restart' } // the app starts and finds the item in this state
  | { readonly type: 'take-back' } // a person wants the text back in the composer
  | { readonly type: 'decide'; readonly decision: OutboxDecision };

export type OutboxOutcome =
  | {
      readonly type: 'next';
      readonly state: OutboxState;
      /** True: the server has a message under the old client id, so the next attempt needs a new one. */
      readonly newClientId: boolean;
    }
  /** The item goes (cancelled, discarded or taken back by a person). */
  | { readonly type: 'remove' }
  /** The item goes, and a queued note with the same text and a new client id takes its place. */
  | { readonly type: 'make-note' }
  /** The event makes no sense here; nothing changes. */
  | { readonly type: 'refused'; readonly why: string };

const deliveryRank: Readonly<Partial<Record<OutboxState, number>>> = { accepted: 1, handed: 2, delivered: 3, read: 4 };

function next(state: OutboxState, newClientId = false): OutboxOutcome {
  return { type: 'next', state, newClientId };
}

function refused(kind: OutboxKind, state: OutboxState, event: OutboxEvent): OutboxOutcome {
  const what = event.type === 'decide' ? event.decision : event.type;
  return { type: 'refused', why: `A ${kind} that is ${state} cannot take "${what}".` };
}

/** Evidence that the server has it, in whatever order it comes: only ever forward. */
function advance(state: OutboxState, target: 'accepted' | 'handed' | 'delivered' | 'read'): OutboxState {
  if (state === 'failed') return target === 'delivered' || target === 'read' ? target : state;
  return (deliveryRank[target] ?? 0) > (deliveryRank[state] ?? 0) ? target : state;
}

/** No answer is known any more for an attempt that was under way. */
function afterLostAnswer(kind: OutboxKind): OutboxState {
  return kind === 'action' ? 'queued' : 'uncertain';
}

function failedFrom(state: OutboxState): OutboxState | null {
  switch (state) {
    case 'delivered':
    case 'read':
    case 'failed':
      return state;
    case 'queued': // found impossible before it left: the template is gone, the conversation is deleted
    case 'sending':
    case 'accepted':
    case 'handed':
    case 'uncertain':
      return 'failed';
    case 'held':
    case 'needs-template':
    case 'conflict':
      return null;
  }
}

export function outboxStep(kind: OutboxKind, state: OutboxState, event: OutboxEvent): OutboxOutcome {
  const only = (allowed: boolean, target: OutboxState): OutboxOutcome =>
    allowed ? next(target) : refused(kind, state, event);
  switch (event.type) {
    case 'attempt':
      return only(state === 'queued', 'sending');
    case 'accepted':
    case 'found':
      return next(advance(state, 'accepted'));
    case 'handed':
    case 'delivered':
    case 'read':
      return only(isVisibleToCustomer(kind), advance(state, event.type));
    case 'failed': {
      const target = failedFrom(state);
      return only(target !== null, target ?? state);
    }
    case 'not-sent':
      return only(state === 'sending', 'queued');
    case 'ambiguous':
      return only(state === 'sending', afterLostAnswer(kind));
    case 'not-found-finally':
      return only(state === 'uncertain', kind === 'note' ? 'queued' : 'uncertain');
    case 'window-closed':
      return only(kind === 'reply' && (state === 'queued' || state === 'held'), 'needs-template');
    case 'window-refused':
      return only(kind === 'reply' && (state === 'failed' || state === 'needs-template'), 'needs-template');
    case 'hold':
      return only(state === 'queued', 'held');
    case 'release':
      return only(state === 'held', 'queued');
    case 'conflict':
      return only(kind === 'action' && (state === 'queued' || state === 'sending'), 'conflict');
    case 'restart':
      return next(state === 'sending' ? afterLostAnswer(kind) : state);
    case 'take-back':
      return mayTakeBack(kind, state) ? { type: 'remove' } : refused(kind, state, event);
    case 'decide':
      return decide(kind, state, event.decision) ?? refused(kind, state, event);
    default:
      return assertNever(event, 'every outbox event is handled');
  }
}

function decide(kind: OutboxKind, state: OutboxState, decision: OutboxDecision): OutboxOutcome | null {
  if (!decisionsFor(kind, state).includes(decision)) return null;
  switch (decision) {
    case 'cancel':
    case 'discard':
      return { type: 'remove' };
    case 'make-note':
      return { type: 'make-note' };
    case 'send-again':
      // An uncertain one keeps its id: should the first attempt turn up before the second leaves, it is adopted.
      return next('queued', state === 'failed' && hasMessage(kind));
  }
}

/** What a person may decide in this state; the page shows exactly these. */
export function decisionsFor(kind: OutboxKind, state: OutboxState): readonly OutboxDecision[] {
  switch (state) {
    case 'queued':
      return ['cancel'];
    case 'held':
    case 'uncertain':
    case 'failed':
    case 'conflict':
      return ['send-again', 'discard'];
    case 'needs-template':
      // send-again: the customer has written meanwhile. The window is judged again before it leaves.
      return kind === 'reply' ? ['make-note', 'send-again', 'discard'] : ['discard'];
    case 'sending':
    case 'accepted':
    case 'handed':
    case 'delivered':
    case 'read':
      return [];
  }
}

/** Those of them that can get anywhere now. `allowsFreeText`: the conversation's window; null: not known. */
export function usefulDecisions(
  item: Pick<OutboxItem, 'content' | 'state' | 'problem'>,
  allowsFreeText: boolean | null,
): readonly OutboxDecision[] {
  const decisions = decisionsFor(kindOf(item.content), item.state);
  const waitsForWindow = item.state === 'needs-template' || item.problem?.kind === 'window-closed';
  // It would be judged again, and parked again.
  return waitsForWindow && allowsFreeText === false ? decisions.filter((one) => one !== 'send-again') : decisions;
}

/**
 * Undo and edit. Not a template: its values would be lost in plain text, and plain text is not what WhatsApp lets
 * through; it can be cancelled while it is queued.
 */
export function mayTakeBack(kind: OutboxKind, state: OutboxState): boolean {
  if (kind !== 'reply' && kind !== 'note') return false;
  switch (state) {
    case 'queued':
    case 'held':
    case 'needs-template':
    case 'uncertain':
    case 'failed':
      return true;
    case 'sending':
    case 'accepted':
    case 'handed':
    case 'delivered':
    case 'read':
    case 'conflict':
      return false;
  }
}

/** True once there is nothing left to do here: the server has it and WhatsApp's statuses live on the message. */
export function isSettled(state: OutboxState): boolean {
  return state === 'accepted' || state === 'handed' || state === 'delivered' || state === 'read';
}

/** Found again by its client id; an action is not. */
function hasMessage(kind: OutboxKind): boolean {
  return kind !== 'action' && kind !== 'macro';
}

/** Replies and templates; law 4 is about these. */
export function isVisibleToCustomer(kind: OutboxKind): boolean {
  return kind === 'reply' || kind === 'template';
}
