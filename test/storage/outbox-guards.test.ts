/** Undo, taking back, conflicts and the stale-reply guard, as far as they are a matter of what is stored. */
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { Draft, KeptText } from '../../shared/contract/entities.ts';
import { OutboxProblem } from '../../shared/contract/outbox.ts';
import { applyBatch } from '../../electron/core/store/apply.ts';
import { migrate } from '../../electron/core/store/migrate.ts';
import { start as cacheStart } from '../../electron/core/store/migrations/cache/0010-start.ts';
import { cacheSteps } from '../../electron/core/store/migrations/cache/steps.ts';
import { start as deskStart } from '../../electron/core/store/migrations/desk/0010-start.ts';
import { deskSteps } from '../../electron/core/store/migrations/desk/steps.ts';
import { changedMeanwhile } from '../../electron/core/store/queries/conflicts.ts';
import { getConversation } from '../../electron/core/store/queries/conversations.ts';
import { getDraft, saveDraft } from '../../electron/core/store/queries/drafts.ts';
import { takeBackOutbox } from '../../electron/core/store/queries/take-back.ts';
import { keptTexts } from '../../electron/core/store/queries/history.ts';
import {
  addOutbox,
  getOutbox,
  listOutbox,
  removeOutbox,
  updateOutbox,
} from '../../electron/core/store/queries/outbox.ts';
import { someoneWrote } from '../../electron/core/store/queries/someone-wrote.ts';
import type { Files } from '../../electron/core/store/sql.ts';
import {
  action,
  clientId,
  conversation,
  draft,
  incoming,
  item,
  noon,
  openForTest,
  outgoing,
  whatsapp,
} from './support/fixtures.ts';

const reply = { kind: 'reply', text: 'On its way' } as const;
const me = { id: 7, name: 'Me', availability: 'online' } as const;
const ana = { id: 8, name: 'Ana', availability: 'online' } as const;

function start(): Files {
  const files = openForTest();
  applyBatch(files, {
    channels: [whatsapp],
    agents: [me, ana],
    teams: [{ id: 2, name: 'Returns', isMine: false }],
    conversations: [conversation(1, { labels: ['vip'], priority: 'low' })],
    messages: [incoming(1, 10, noon - 5)],
  });
  return files;
}

describe('files of the first version', () => {
  test('a desk keeps its items, and their problems get their kind', () => {
    const db = new BetterSqlite3(':memory:');
    migrate(db, [deskStart]);
    const add = db.prepare(`INSERT INTO outbox
      (client_id, conversation_id, kind, content, state, settled, created_at, base_message_id, problem)
      VALUES (?, 1, 'reply', '{"kind":"reply","text":"x"}', ?, 0, 5, 10, ?)`);
    add.run('a', 'needs-template', '{"code":null,"text":"window-closed"}');
    add.run('b', 'failed', '{"code":131047,"text":"131047: Re-engagement message"}');
    add.run('c', 'queued', null);
    migrate(db, deskSteps);
    const rows = db.prepare<[], { problem: string | null }>('SELECT problem FROM outbox ORDER BY client_id').all();
    const problems = rows.map(({ problem }) => (problem === null ? null : OutboxProblem.parse(JSON.parse(problem))));
    expect(problems).toEqual([
      { kind: 'window-closed' },
      { kind: 'refused', code: 131_047, text: '131047: Re-engagement message' },
      null,
    ]);
    const columns = db.prepare('SELECT leaves_at, seen_message_id, base_value FROM outbox').all();
    expect(new Set(columns.map((row) => JSON.stringify(row)))).toEqual(
      new Set([JSON.stringify({ leaves_at: null, seen_message_id: 10, base_value: null })]),
    );
  });

  test('a cache shows what it showed, and older answers stay older', () => {
    const db = new BetterSqlite3(':memory:');
    migrate(db, [cacheStart]);
    db.exec(`INSERT INTO conversation
      (id, channel_id, versions, labels, priority, team_id, server_status, server_unread, server_last_activity_at)
      VALUES (1, 1, '{"labels":5,"priority":6,"server_status":7,"team_id":8}', '["vip"]', 'high', 2, 'open', 0, 0)`);
    migrate(db, cacheSteps);
    expect(db.prepare('SELECT * FROM conversation').get()).toMatchObject({
      versions: '{"server_labels":5,"server_priority":6,"server_status":7,"server_team_id":8}',
      labels: '["vip"]',
      server_labels: '["vip"]',
      priority: 'high',
      server_priority: 'high',
      team_id: 2,
      server_team_id: 2,
    });
  });
});

describe('what is laid over', () => {
  test('team, priority and labels, in the order of the actions', () => {
    const files = start();
    addOutbox(files, { item: action(1, 1, { kind: 'assign-team', teamId: 2 }) });
    addOutbox(files, { item: action(2, 1, { kind: 'set-priority', priority: null }) });
    addOutbox(files, { item: action(3, 1, { kind: 'change-labels', add: ['refund'], remove: ['vip'] }) });
    addOutbox(files, { item: action(4, 1, { kind: 'change-labels', add: ['vip'], remove: [] }) });
    expect(getConversation(files, 1)).toMatchObject({
      team: { id: 2, name: 'Returns' },
      priority: null,
      labels: ['refund', 'vip'],
      pending: true,
    });
    updateOutbox(files, { clientId: clientId(1), state: 'failed' });
    updateOutbox(files, { clientId: clientId(2), state: 'conflict' });
    updateOutbox(files, { clientId: clientId(3), state: 'failed' });
    expect(getConversation(files, 1)).toMatchObject({ team: null, priority: 'low', labels: ['vip'] });
  });

  test('accepted, they are the server’s until it tells something newer', () => {
    const files = start();
    addOutbox(files, { item: action(1, 1, { kind: 'assign-team', teamId: 2 }) });
    addOutbox(files, { item: action(2, 1, { kind: 'set-priority', priority: 'urgent' }) });
    addOutbox(files, { item: action(3, 1, { kind: 'change-labels', add: ['refund'], remove: [] }) });
    for (const number of [1, 2, 3]) updateOutbox(files, { clientId: clientId(number), state: 'accepted' });
    const shown = { team: { id: 2 }, priority: 'urgent', labels: ['vip', 'refund'], pending: false };
    expect(getConversation(files, 1)).toMatchObject(shown);
    applyBatch(files, { conversations: [conversation(1, { labels: [], updatedAt: noon + 5 })] });
    expect(getConversation(files, 1)).toMatchObject({ team: null, priority: null, labels: [] });
  });
});

describe('taking back', () => {
  test('the text is the draft, the item is history, and a repeated call does not send it after all', () => {
    const files = start();
    addOutbox(files, { item: item(1, 1, reply) });
    saveDraft(files.desk, draft({ conversationId: 1, audience: 'customer', text: 'and more', caret: 8 }));
    const taken = takeBackOutbox(files, { clientId: clientId(1), onlyFrom: ['queued'] });
    expect(Draft.parse(taken)).toEqual({
      conversationId: 1,
      audience: 'customer',
      text: 'On its way\n\nand more',
      caret: 10,
      files: [],
      quotedId: null,
    });
    expect(getDraft(files.desk, 1, 'customer')).toEqual(taken);
    expect(getConversation(files, 1)?.hasDraft).toBe(true);
    expect(listOutbox(files.desk, 1)).toEqual([]);
    expect(() => addOutbox(files, { item: item(1, 1, reply) })).toThrow('was removed');
  });

  test('a note goes to the team’s draft and touches no other', () => {
    const files = start();
    addOutbox(files, { item: item(1, 1, { kind: 'note', text: 'internal' }) });
    saveDraft(files.desk, draft({ conversationId: 1, audience: 'customer', text: 'Dear', caret: 4 }));
    takeBackOutbox(files, { clientId: clientId(1), onlyFrom: ['queued'] });
    expect(getDraft(files.desk, 1, 'team')?.text).toBe('internal');
    expect(getDraft(files.desk, 1, 'customer')?.text).toBe('Dear');
  });

  test('only from the states it was judged in; nothing happens otherwise', () => {
    const files = start();
    addOutbox(files, { item: item(1, 1, reply) });
    updateOutbox(files, { clientId: clientId(1), state: 'sending' });
    expect(takeBackOutbox(files, { clientId: clientId(1), onlyFrom: ['queued'] })).toBeNull();
    expect(getOutbox(files.desk, clientId(1))?.state).toBe('sending');
    expect(getDraft(files.desk, 1, 'customer')).toBeNull();
    expect(takeBackOutbox(files, { clientId: clientId(9), onlyFrom: ['queued'] })).toBeNull();
  });
});

describe('kept texts', () => {
  test('are those of the conversation that are neither a draft nor sent, newest first', () => {
    const files = start();
    const texts = ['cancelled', 'discarded', 'back'];
    texts.forEach((text, index) => addOutbox(files, { item: item(index, 1, { kind: 'reply', text }) }));
    addOutbox(files, { item: action(8, 1, { kind: 'mark-read' }) });
    addOutbox(files, { item: item(9, 2, { kind: 'note', text: 'another conversation' }) });
    saveDraft(files.desk, draft({ conversationId: 1, audience: 'team', text: 'replaced', caret: 0 }));
    saveDraft(files.desk, draft({ conversationId: 1, audience: 'team', text: '', caret: 0 }));
    removeOutbox(files, { clientId: clientId(0), reason: 'cancelled' });
    removeOutbox(files, { clientId: clientId(1), reason: 'discarded' });
    takeBackOutbox(files, { clientId: clientId(2), onlyFrom: ['queued'] });
    removeOutbox(files, { clientId: clientId(8), reason: 'discarded' });
    removeOutbox(files, { clientId: clientId(9), reason: 'discarded' });
    const times = { replaced: 3, cancelled: 1, discarded: 2 };
    const now = Date.now();
    for (const [text, order] of Object.entries(times)) {
      for (const table of ['draft_history', 'outbox_history']) {
        const column = table === 'draft_history' ? 'text' : "json_extract(content, '$.text')";
        files.desk.prepare(`UPDATE ${table} SET kept_at = ? WHERE ${column} = ?`).run(now + order, text);
      }
    }
    const kept = keptTexts(files.desk, 1);
    expect(kept.map((one) => KeptText.parse(one))).toEqual(kept);
    expect(kept.map(({ text, audience, why }) => [text, audience, why])).toEqual([
      ['replaced', 'team', 'replaced'],
      ['discarded', 'customer', 'discarded'],
      ['cancelled', 'customer', 'cancelled'],
    ]);
    files.desk.prepare('UPDATE draft_history SET kept_at = ?').run(now - 31 * 24 * 3_600_000);
    expect(keptTexts(files.desk, 1).map(({ text }) => text)).toEqual(['discarded', 'cancelled']);
  });

  test('are a hundred at most', () => {
    const files = start();
    const add = files.desk.prepare("INSERT INTO draft_history (conversation_id, audience, text) VALUES (1, 'team', ?)");
    for (let count = 0; count < 120; count += 1) add.run(`text ${count}`);
    expect(keptTexts(files.desk, 1)).toHaveLength(100);
  });
});

describe('who wrote meanwhile', () => {
  const colleague = (id: number) => outgoing(1, id, noon, { author: { kind: 'agent', id: ana.id, name: 'Ana' } });
  const args = { conversationId: 1, customerAfter: 10, colleagueAfter: 10, meId: me.id };

  test('the first message that is not known; each side has its own mark', () => {
    const files = start();
    expect(someoneWrote(files, args)).toBeNull();
    applyBatch(files, { messages: [colleague(12), incoming(1, 11, noon)] });
    expect(someoneWrote(files, args)).toEqual({
      kind: 'someone-wrote',
      who: 'customer',
      name: 'Customer 1',
      messageId: 11,
    });
    expect(someoneWrote(files, { ...args, customerAfter: 11 })).toMatchObject({ who: 'colleague', messageId: 12 });
    expect(someoneWrote(files, { ...args, customerAfter: 12, colleagueAfter: 12 })).toBeNull();
  });

  test('not what this device sent, even while nobody says who wrote it', () => {
    const files = start();
    addOutbox(files, { item: item(1, 1, reply) });
    addOutbox(files, { item: item(2, 1, reply) });
    removeOutbox(files, { clientId: clientId(2), reason: 'discarded' });
    applyBatch(files, {
      messages: [1, 2].map((number) => outgoing(1, 10 + number, noon, { clientId: clientId(number) })),
    });
    expect(someoneWrote(files, args)).toBeNull();
    applyBatch(files, { messages: [outgoing(1, 13, noon, { clientId: clientId(3) })] });
    expect(someoneWrote(files, args)).toMatchObject({ who: 'colleague', messageId: 13 });
  });
});

describe('changed meanwhile', () => {
  const ask = (files: Files, number = 1) => changedMeanwhile(files, { clientId: clientId(number), meId: me.id });
  const theirs = (files: Files, change: Parameters<typeof conversation>[1]): void => {
    applyBatch(files, { conversations: [conversation(1, { priority: 'low', ...change, updatedAt: noon + 5 })] });
  };

  test('only if the value is neither what it was nor what it should be', () => {
    const files = start();
    addOutbox(files, { item: action(1, 1, { kind: 'set-priority', priority: 'high' }) });
    expect(ask(files)).toBeNull();
    theirs(files, { priority: 'high' });
    expect(ask(files)).toBeNull();
    theirs(files, { priority: null });
    expect(ask(files)).toEqual({ kind: 'changed-meanwhile', by: null, now: '' });
    updateOutbox(files, { clientId: clientId(1), state: 'queued', rebase: true });
    expect(ask(files)).toBeNull();
  });

  test('names the colleague, not the one it was given to', () => {
    const files = start();
    applyBatch(files, { agents: [me, ana, { id: 9, name: 'Ben', availability: 'online' }] });
    addOutbox(files, { item: { ...action(1, 1, { kind: 'assign', assigneeId: me.id }), baseMessageId: 10 } });
    theirs(files, { assignee: ana });
    applyBatch(files, {
      messages: [{ ...outgoing(1, 11, noon), kind: 'activity', text: 'Assigned to Ana by Ben' }],
    });
    expect(ask(files)).toEqual({ kind: 'changed-meanwhile', by: 'Ben', now: 'Ana' });
  });

  test('never for labels and reading, nor for what was stored before values were kept', () => {
    const files = start();
    addOutbox(files, { item: action(1, 1, { kind: 'change-labels', add: ['a'], remove: [] }) });
    addOutbox(files, { item: action(2, 1, { kind: 'mark-read' }) });
    addOutbox(files, { item: action(3, 1, { kind: 'set-priority', priority: 'high' }) });
    const team = { id: 2, name: 'Returns' };
    theirs(files, { labels: ['b'], unread: 4, priority: 'urgent', status: 'resolved', assignee: ana, team });
    expect([1, 2].map((number) => ask(files, number))).toEqual([null, null]);
    expect(ask(files, 3)).not.toBeNull();
    files.desk.prepare('UPDATE outbox SET base_value = NULL').run();
    expect(ask(files, 3)).toBeNull();
  });
});
