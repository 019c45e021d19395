import { describe, expect, it } from 'vitest';
import { bulkPlan } from '../../../shared/bulk/bulk-plan.ts';
import type { ConversationAction } from '../../../shared/contract/outbox.ts';
import { aConversation, hour, me, returnsTeam, serverNow, windowWithLeft } from '../../renderer/support/fixtures.ts';

const context = {
  time: { nowMs: serverNow, confidence: 'trusted', guardMs: 90_000 },
  writesToCustomer: false,
} as const;
const plain = aConversation({ id: 1 });
const done = aConversation({
  id: 2,
  status: 'resolved',
  assignee: me,
  team: returnsTeam,
  labels: ['vip'],
  priority: 'high',
  unread: 2,
  window: windowWithLeft(-hour),
});

describe('a change of many', () => {
  it.each<[ConversationAction, readonly number[]]>([
    [{ kind: 'set-status', status: 'resolved', snoozedUntil: null }, [1]],
    [{ kind: 'set-status', status: 'open', snoozedUntil: null }, [2]],
    [{ kind: 'assign', assigneeId: me.id }, [1]],
    [{ kind: 'assign', assigneeId: null }, [2]],
    [{ kind: 'assign-team', teamId: returnsTeam.id }, [1]],
    [{ kind: 'set-priority', priority: 'high' }, [1]],
    [{ kind: 'change-labels', add: ['vip'], remove: [] }, [1]],
    [{ kind: 'change-labels', add: [], remove: ['vip'] }, [2]],
    [{ kind: 'mark-read' }, [2]],
    [{ kind: 'mark-unread' }, [1]],
    [{ kind: 'run-macro', macroId: 1, name: 'Tidy up' }, [1, 2]],
  ])('reaches only those that it changes: %j', (action, can) => {
    const plan = bulkPlan(action, [plain, done], context);
    expect(plan.can).toEqual(can);
    expect(plan.cannot).toEqual({ already: 2 - can.length, window: 0 });
  });

  it('runs a macro that writes to the customer only where free text may go', () => {
    const macro: ConversationAction = { kind: 'run-macro', macroId: 1, name: 'Say hello' };
    const plan = bulkPlan(macro, [plain, done], { ...context, writesToCustomer: true });
    expect(plan).toEqual({ can: [1], cannot: { already: 0, window: 1 }, outliving: 0 });
  });

  it('counts the windows that a snooze would outlive', () => {
    const snooze: ConversationAction = { kind: 'set-status', status: 'snoozed', snoozedUntil: serverNow + 21 * hour };
    const short = aConversation({ id: 3, window: windowWithLeft(2 * hour) });
    const long = aConversation({ id: 4, window: windowWithLeft(23 * hour) });
    expect(bulkPlan(snooze, [short, long, done], context).outliving).toBe(1);
  });
});
