import { describe, expect, it } from 'vitest';
import { oppositeOf, stillHolds } from '../../../shared/bulk/bulk-undo.ts';
import type { ConversationAction } from '../../../shared/contract/outbox.ts';
import { aConversation, ana, hour, me, returnsTeam, serverNow } from '../../renderer/support/fixtures.ts';

const until = serverNow + hour;
const before = aConversation({
  id: 1,
  status: 'snoozed',
  snoozedUntil: until,
  assignee: ana,
  team: returnsTeam,
  labels: ['vip'],
  priority: 'high',
});
const resolve: ConversationAction = { kind: 'set-status', status: 'resolved', snoozedUntil: null };

describe('taking a change of many back', () => {
  it.each<[ConversationAction, ConversationAction | null]>([
    [resolve, { kind: 'set-status', status: 'snoozed', snoozedUntil: until }],
    [
      { kind: 'assign', assigneeId: me.id },
      { kind: 'assign', assigneeId: ana.id },
    ],
    [
      { kind: 'assign-team', teamId: null },
      { kind: 'assign-team', teamId: returnsTeam.id },
    ],
    [
      { kind: 'set-priority', priority: null },
      { kind: 'set-priority', priority: 'high' },
    ],
    [
      { kind: 'change-labels', add: ['new'], remove: ['vip'] },
      { kind: 'change-labels', add: ['vip'], remove: ['new'] },
    ],
    // A label it had anyway was not ours to add, nor one it never had to remove.
    [
      { kind: 'change-labels', add: ['vip', 'new'], remove: ['old'] },
      { kind: 'change-labels', add: [], remove: ['new'] },
    ],
    [{ kind: 'mark-read' }, { kind: 'mark-unread' }],
    [{ kind: 'mark-unread' }, { kind: 'mark-read' }],
    [{ kind: 'run-macro', macroId: 1, name: 'Tidy up' }, null],
  ])('%j becomes %j', (action, opposite) => {
    expect(oppositeOf(action, before)).toEqual(opposite);
  });

  it('is only for what nobody changed since', () => {
    expect(stillHolds(resolve, aConversation({ status: 'resolved' }))).toBe(true);
    expect(stillHolds(resolve, aConversation({ status: 'open' }))).toBe(false);
    const snooze: ConversationAction = { kind: 'set-status', status: 'snoozed', snoozedUntil: until + 400 };
    expect(stillHolds(snooze, before)).toBe(true);
    expect(stillHolds({ kind: 'assign', assigneeId: me.id }, before)).toBe(false);
  });
});
