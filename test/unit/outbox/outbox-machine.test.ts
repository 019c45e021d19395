import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutboxState } from '../../../shared/contract/outbox.ts';
import {
  decisionsFor,
  isSettled,
  isVisibleToCustomer,
  outboxStep,
  usefulDecisions,
  type OutboxDecision,
  type OutboxEvent,
  type OutboxKind,
} from '../../../shared/outbox/outbox-machine.ts';

const kinds: readonly OutboxKind[] = ['reply', 'note', 'template', 'action', 'macro'];
const states = OutboxState.options;
const decisions: readonly OutboxDecision[] = ['cancel', 'discard', 'send-again', 'make-note'];
const events: readonly OutboxEvent[] = [
  ...(
    [
      'attempt',
      'accepted',
      'handed',
      'delivered',
      'read',
      'failed',
      'not-sent',
      'ambiguous',
      'found',
      'not-found-finally',
      'window-closed',
      'window-refused',
      'take-back',
      'hold',
      'release',
      'conflict',
      'restart',
    ] as const
  ).map((type) => ({ type })),
  ...decisions.map((decision) => ({ type: 'decide', decision }) as const),
];

/** The state after it, or how the item ends, or `refused`. */
function after(kind: OutboxKind, state: OutboxState, event: OutboxEvent | OutboxEvent['type']): string {
  const outcome = outboxStep(kind, state, typeof event === 'string' ? ({ type: event } as OutboxEvent) : event);
  return outcome.type === 'next' ? outcome.state : outcome.type;
}
const decide = (decision: OutboxDecision): OutboxEvent => ({ type: 'decide', decision });

describe('outbox transitions', () => {
  it.each<[OutboxKind, OutboxState, OutboxEvent['type'], string]>([
    ['reply', 'queued', 'attempt', 'sending'],
    ['reply', 'sending', 'accepted', 'accepted'],
    ['reply', 'accepted', 'handed', 'handed'],
    ['reply', 'handed', 'delivered', 'delivered'],
    ['reply', 'delivered', 'read', 'read'],
    ['reply', 'accepted', 'read', 'read'],
    ['reply', 'read', 'delivered', 'read'],
    ['reply', 'handed', 'failed', 'failed'],
    ['reply', 'delivered', 'failed', 'delivered'],
    ['reply', 'failed', 'delivered', 'delivered'],
    ['reply', 'failed', 'handed', 'failed'],
    ['reply', 'sending', 'not-sent', 'queued'],
    ['reply', 'sending', 'ambiguous', 'uncertain'],
    ['note', 'sending', 'ambiguous', 'uncertain'],
    ['action', 'sending', 'ambiguous', 'queued'],
    ['macro', 'sending', 'ambiguous', 'uncertain'],
    ['macro', 'sending', 'restart', 'uncertain'],
    ['macro', 'uncertain', 'not-found-finally', 'uncertain'],
    ['macro', 'queued', 'conflict', 'refused'],
    ['macro', 'queued', 'take-back', 'refused'],
    ['reply', 'uncertain', 'found', 'accepted'],
    ['reply', 'uncertain', 'not-found-finally', 'uncertain'],
    ['template', 'uncertain', 'not-found-finally', 'uncertain'],
    ['note', 'uncertain', 'not-found-finally', 'queued'],
    ['reply', 'queued', 'not-found-finally', 'refused'],
    ['reply', 'queued', 'window-closed', 'needs-template'],
    ['reply', 'held', 'window-closed', 'needs-template'],
    ['reply', 'sending', 'window-closed', 'refused'],
    ['note', 'queued', 'window-closed', 'refused'],
    ['template', 'queued', 'window-closed', 'refused'],
    ['reply', 'failed', 'window-refused', 'needs-template'],
    ['reply', 'needs-template', 'window-refused', 'needs-template'],
    ['template', 'failed', 'window-refused', 'refused'],
    ['note', 'failed', 'window-refused', 'refused'],
    ['reply', 'delivered', 'window-refused', 'refused'],
    ['reply', 'queued', 'window-refused', 'refused'],
    ['reply', 'queued', 'take-back', 'remove'],
    ['note', 'queued', 'take-back', 'remove'],
    ['reply', 'held', 'take-back', 'remove'],
    ['reply', 'needs-template', 'take-back', 'remove'],
    ['reply', 'uncertain', 'take-back', 'remove'],
    ['reply', 'failed', 'take-back', 'remove'],
    ['reply', 'sending', 'take-back', 'refused'],
    ['reply', 'accepted', 'take-back', 'refused'],
    ['reply', 'read', 'take-back', 'refused'],
    ['template', 'queued', 'take-back', 'refused'],
    ['action', 'queued', 'take-back', 'refused'],
    ['action', 'conflict', 'take-back', 'refused'],
    ['reply', 'queued', 'hold', 'held'],
    ['reply', 'held', 'release', 'queued'],
    ['reply', 'held', 'attempt', 'refused'],
    ['reply', 'needs-template', 'failed', 'refused'],
    ['action', 'sending', 'conflict', 'conflict'],
    ['reply', 'sending', 'conflict', 'refused'],
    ['note', 'accepted', 'delivered', 'refused'],
    ['reply', 'sending', 'restart', 'uncertain'],
    ['note', 'sending', 'restart', 'uncertain'],
    ['action', 'sending', 'restart', 'queued'],
    ['reply', 'held', 'restart', 'held'],
  ])('a %s that is %s takes %s: %s', (kind, state, event, expected) => {
    expect(after(kind, state, event)).toBe(expected);
  });

  it('offers exactly the decisions it accepts', () => {
    for (const kind of kinds) {
      for (const state of states) {
        const accepted = decisions.filter((decision) => after(kind, state, decide(decision)) !== 'refused');
        expect(accepted.toSorted(), `${kind} ${state}`).toEqual(decisionsFor(kind, state).toSorted());
      }
    }
  });

  it('lets a person cancel, discard, send again, and turn a parked reply into a note', () => {
    expect(after('reply', 'queued', decide('cancel'))).toBe('remove');
    expect(after('reply', 'sending', decide('cancel'))).toBe('refused');
    expect(after('reply', 'uncertain', decide('discard'))).toBe('remove');
    expect(after('reply', 'uncertain', decide('send-again'))).toBe('queued');
    expect(after('reply', 'needs-template', decide('make-note'))).toBe('make-note');
    expect(after('template', 'needs-template', decide('make-note'))).toBe('refused');
  });

  it('asks for a new client id only where the server has a message under the old one', () => {
    expect(outboxStep('reply', 'failed', decide('send-again'))).toMatchObject({ newClientId: true });
    expect(outboxStep('reply', 'uncertain', decide('send-again'))).toMatchObject({ newClientId: false });
    expect(outboxStep('action', 'failed', decide('send-again'))).toMatchObject({ newClientId: false });
    expect(outboxStep('macro', 'failed', decide('send-again'))).toMatchObject({ newClientId: false });
  });

  it('never strands an item: what does not move by itself offers a decision', () => {
    for (const kind of kinds) {
      for (const state of ['held', 'needs-template', 'uncertain', 'failed', 'conflict'] as const) {
        expect(decisionsFor(kind, state).length, `${kind} ${state}`).toBeGreaterThan(0);
      }
    }
  });
});

describe('law 4', () => {
  it('lets nothing that must not happen twice leave again without a person', () => {
    const serverMayHaveIt = new Set<OutboxState>([
      'sending',
      'accepted',
      'handed',
      'delivered',
      'read',
      'uncertain',
      'failed',
    ]);
    const run = fc.array(fc.constantFrom(...events), { maxLength: 60 });
    fc.assert(
      fc.property(fc.constantFrom<OutboxKind>('reply', 'template', 'macro'), run, (kind, sequence) => {
        expect(isVisibleToCustomer(kind)).toBe(kind !== 'macro');
        let state: OutboxState = 'queued';
        let attempts = 0;
        let allowed = 1; // one for pressing Send
        for (const event of sequence) {
          const outcome = outboxStep(kind, state, event);
          if (outcome.type === 'remove' || outcome.type === 'make-note') return;
          if (outcome.type === 'refused') continue;
          if (event.type === 'decide' && event.decision === 'send-again') allowed += 1;
          // "Definitely not created" gives the attempt back.
          if (event.type === 'not-sent') allowed += 1;
          if (event.type === 'attempt') attempts += 1;
          if (serverMayHaveIt.has(state) && outcome.state === 'queued') {
            expect(['decide', 'not-sent']).toContain(event.type);
          }
          state = outcome.state;
          expect(attempts).toBeLessThanOrEqual(allowed);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('moves delivery only forward', () => {
    const rank = ['accepted', 'handed', 'delivered', 'read'];
    const machineEvents = events.filter((event) => event.type !== 'decide');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...machineEvents), { maxLength: 60 }), (sequence) => {
        let state: OutboxState = 'queued';
        let highest = -1;
        for (const event of sequence) {
          const outcome = outboxStep('reply', state, event);
          if (outcome.type !== 'next') continue;
          ({ state } = outcome);
          if (highest >= 2) expect(rank.indexOf(state)).toBeGreaterThanOrEqual(highest);
          // Refused late because of the window: the text is back with the person, from `failed` and nowhere else.
          if (event.type === 'window-refused') highest = -1;
          if (highest >= 0) expect(state === 'failed' || rank.indexOf(state) >= highest).toBe(true);
          highest = Math.max(highest, rank.indexOf(state));
          expect(isSettled(state)).toBe(rank.includes(state));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('useful decisions', () => {
  const parked = { state: 'needs-template', problem: { kind: 'window-closed' } } as const;
  const content = { kind: 'reply', text: 'Hello', file: null, quotedId: null } as const;

  it('leave out sending again what would be parked again, for as long as that is known', () => {
    const item = { content, ...parked };
    expect(usefulDecisions(item, false)).toEqual(['make-note', 'discard']);
    expect(usefulDecisions(item, true)).toEqual(['make-note', 'send-again', 'discard']);
    expect(usefulDecisions(item, null)).toEqual(decisionsFor('reply', 'needs-template'));
  });

  it('leave a reply that is held for another reason as it was', () => {
    const held = { content, state: 'held', problem: null } as const;
    expect(usefulDecisions(held, false)).toEqual(decisionsFor('reply', 'held'));
  });

  it('hold back a macro that writes to the customer while the window is closed', () => {
    const macro = { kind: 'action', action: { kind: 'run-macro', macroId: 1, name: 'any' } } as const;
    expect(usefulDecisions({ content: macro, state: 'held', problem: parked.problem }, false)).toEqual(['discard']);
  });
});
