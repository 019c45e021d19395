import { describe, expect, test } from 'vitest';
import { OutboxItem } from '../../shared/contract/outbox.ts';
import { applyBatch } from '../../electron/core/store/apply.ts';
import { closeFiles, openFiles } from '../../electron/core/store/open.ts';
import { getConversation } from '../../electron/core/store/queries/conversations.ts';
import { getDraft, saveDraft } from '../../electron/core/store/queries/drafts.ts';
import {
  addOutbox,
  dueOutbox,
  getOutbox,
  listOutbox,
  removeOutbox,
  replaceWithNote,
  updateOutbox,
} from '../../electron/core/store/queries/outbox.ts';
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
  temporaryFolder,
  whatsapp,
} from './support/fixtures.ts';

const resolve = { kind: 'set-status', status: 'resolved', snoozedUntil: null } as const;
const reply = { kind: 'reply', text: 'On its way' } as const;

function start(folder?: string): Files {
  const files = openForTest(folder);
  applyBatch(files, {
    channels: [whatsapp],
    agents: [{ id: 7, name: 'Me', availability: 'online' }],
    conversations: [conversation(1, { unread: 2 })],
    messages: [incoming(1, 10, noon - 5)],
  });
  return files;
}

function historyTexts(files: Files): unknown[] {
  return files.desk.prepare('SELECT text FROM draft_history ORDER BY seq').pluck().all();
}

describe('what is shown: the server’s word with the pending outbox laid over it', () => {
  test('an action shows at once, and stops being laid over when it is refused', () => {
    const files = start();
    addOutbox(files, { item: action(1, 1, resolve) });
    addOutbox(files, { item: action(2, 1, { kind: 'assign', assigneeId: 7 }) });
    expect(getConversation(files, 1)).toMatchObject({ status: 'resolved', assignee: { name: 'Me' }, pending: true });
    updateOutbox(files, { clientId: clientId(1), state: 'failed' });
    expect(getConversation(files, 1)).toMatchObject({ status: 'open', assignee: { name: 'Me' }, pending: true });
    removeOutbox(files, { clientId: clientId(2), reason: 'cancelled' });
    expect(getConversation(files, 1)).toMatchObject({ status: 'open', assignee: null, pending: false });
  });

  test('a newer answer of the server changes what lies below, not what lies above', () => {
    const files = start();
    addOutbox(files, { item: action(1, 1, resolve) });
    applyBatch(files, { conversations: [conversation(1, { status: 'pending', updatedAt: noon + 5 })] });
    expect(getConversation(files, 1)?.status).toBe('resolved');
    updateOutbox(files, { clientId: clientId(1), state: 'conflict' });
    expect(getConversation(files, 1)?.status).toBe('pending');
  });

  test('an accepted action stays shown until the server tells a newer version', () => {
    const files = start();
    addOutbox(files, { item: action(1, 1, resolve) });
    updateOutbox(files, { clientId: clientId(1), state: 'accepted' });
    expect(getConversation(files, 1)).toMatchObject({ status: 'resolved', pending: false });
    expect(dueOutbox(files.desk)).toEqual([]);
    applyBatch(files, { conversations: [conversation(1, { status: 'open', updatedAt: noon + 5 })] });
    expect(getConversation(files, 1)?.status).toBe('open');
  });

  test('“read” leaves what came afterwards unread', () => {
    const files = start();
    addOutbox(files, { item: action(1, 1, { kind: 'mark-read' }) });
    expect(getConversation(files, 1)?.unread).toBe(0);
    applyBatch(files, {
      conversations: [conversation(1, { unread: 3, updatedAt: noon + 9 })],
      messages: [incoming(1, 11, noon + 9)],
    });
    expect(getConversation(files, 1)?.unread).toBe(1);
  });

  test('a crash between the two files is made good when they are opened again', () => {
    const folder = temporaryFolder();
    const files = start(folder);
    addOutbox(files, { item: action(1, 1, resolve) });
    addOutbox(files, { item: item(2, 1, reply) });
    updateOutbox(files, { clientId: clientId(2), state: 'sending' });
    // As if each file had missed the other's last commit.
    files.desk.prepare("UPDATE outbox SET state = 'failed' WHERE client_id = ?").run(clientId(1));
    files.cache.exec(`INSERT INTO message (id, conversation_id, kind, text, at, deleted, client_id, source_id)
      VALUES (11, 1, 'outgoing', 'On its way', ${noon}, 0, '${clientId(2)}', 'wamid.1')`);
    closeFiles(files);
    const again = openFiles(folder, () => undefined);
    expect(getConversation(again, 1)).toMatchObject({ status: 'open', pending: false });
    expect(getOutbox(again.desk, clientId(2))).toMatchObject({ state: 'handed', serverId: 11 });
    closeFiles(again);
  });
});

describe('adding', () => {
  test('twice with one client id is one item', () => {
    const files = start();
    const first = addOutbox(files, { item: item(1, 1, reply) });
    expect(OutboxItem.strict().parse(first)).toEqual(first);
    updateOutbox(files, { clientId: clientId(1), state: 'sending', attempts: 1 });
    expect(addOutbox(files, { item: item(1, 1, { kind: 'reply', text: 'other' }) })).toMatchObject({
      state: 'sending',
      content: reply,
    });
    expect(dueOutbox(files.desk)).toHaveLength(1);
  });

  test('takes the draft and the parked item it replaces along', () => {
    const files = start();
    addOutbox(files, { item: { ...item(1, 1, reply), state: 'needs-template' } });
    saveDraft(files.desk, draft({ conversationId: 1, audience: 'customer', text: 'On its way, and more', caret: 0 }));
    expect(getConversation(files, 1)?.hasDraft).toBe(true);
    addOutbox(files, { item: item(2, 1, reply), discard: clientId(1), clearDraft: 'customer' });
    expect(listOutbox(files.desk, 1).map((one) => one.clientId)).toEqual([clientId(2)]);
    expect(getDraft(files.desk, 1, 'customer')).toBeNull();
    // The draft said more than what was sent: that is not lost.
    expect(historyTexts(files)).toEqual(['On its way, and more']);
  });

  test('does not bring back what a person took back', () => {
    const files = start();
    addOutbox(files, { item: item(1, 1, reply) });
    removeOutbox(files, { clientId: clientId(1), reason: 'cancelled' });
    expect(() => addOutbox(files, { item: item(1, 1, reply) })).toThrow('was removed');
    expect(dueOutbox(files.desk)).toEqual([]);
  });
});

describe('changing', () => {
  test('only from the states it was judged in', () => {
    const files = start();
    addOutbox(files, { item: item(1, 1, reply) });
    updateOutbox(files, { clientId: clientId(1), state: 'sending' });
    expect(removeOutbox(files, { clientId: clientId(1), reason: 'cancelled', onlyFrom: ['queued'] })).toBeNull();
    expect(updateOutbox(files, { clientId: clientId(1), state: 'held', onlyFrom: ['queued'] })).toBeNull();
    expect(getOutbox(files.desk, clientId(1))?.state).toBe('sending');
  });

  test('keeps what is not mentioned', () => {
    const files = start();
    addOutbox(files, { item: { ...item(1, 1, reply), mustLeaveBy: noon + 9, baseMessageId: 10 } });
    const problem = { kind: 'refused', code: null, text: 'no answer' } as const;
    updateOutbox(files, { clientId: clientId(1), state: 'uncertain', attempts: 2, uploadId: 'signed', problem });
    expect(updateOutbox(files, { clientId: clientId(1), state: 'uncertain', settleStep: 1 })).toMatchObject({
      attempts: 2,
      uploadId: 'signed',
      problem,
      settleStep: 1,
      mustLeaveBy: noon + 9,
      baseMessageId: 10,
    });
  });

  test('a removed text is kept', () => {
    const files = start();
    addOutbox(files, { item: { ...item(1, 1, reply), state: 'held' } });
    expect(removeOutbox(files, { clientId: clientId(1), reason: 'discarded' })?.content).toEqual(
      item(1, 1, reply).content,
    );
    const kept = files.desk.prepare('SELECT content, reason FROM outbox_history').get();
    expect(kept).toEqual({ content: JSON.stringify(item(1, 1, reply).content), reason: 'discarded' });
  });

  test('a parked reply becomes a note once', () => {
    const files = start();
    addOutbox(files, { item: { ...item(1, 1, reply), state: 'needs-template' } });
    const args = { clientId: clientId(1), newClientId: clientId(2), now: noon + 5 };
    const note = replaceWithNote(files, args);
    expect(note).toMatchObject({ clientId: clientId(2), content: { kind: 'note', text: reply.text }, state: 'queued' });
    expect(replaceWithNote(files, args)).toEqual(note);
    expect(dueOutbox(files.desk).map((one) => one.clientId)).toEqual([clientId(2)]);
  });
});

describe('items and the messages they become', () => {
  const echo = { clientId: clientId(1) };

  function sending(): Files {
    const files = start();
    addOutbox(files, { item: item(1, 1, reply) });
    updateOutbox(files, { clientId: clientId(1), state: 'sending' });
    return files;
  }

  test('the item follows its message and leaves the list to it', () => {
    const files = sending();
    expect(listOutbox(files.desk, 1)).toHaveLength(1);
    const applied = applyBatch(files, { messages: [outgoing(1, 11, noon, echo)] });
    expect(applied.outbox).toEqual([1]);
    expect(getOutbox(files.desk, clientId(1))).toMatchObject({ state: 'accepted', serverId: 11 });
    expect(listOutbox(files.desk, 1)).toEqual([]);
    expect(listOutbox(files.desk, null)).toEqual([]);
    applyBatch(files, { messages: [outgoing(1, 11, noon, { sourceId: 'wamid.1', status: 'delivered' })] });
    expect(getOutbox(files.desk, clientId(1))?.state).toBe('delivered');
  });

  test('an accepted item is listed until its message is here', () => {
    const files = sending();
    updateOutbox(files, { clientId: clientId(1), state: 'accepted', serverId: 11 });
    expect(listOutbox(files.desk, 1)).toHaveLength(1);
    expect(listOutbox(files.desk, null)).toHaveLength(1);
    expect(dueOutbox(files.desk)).toEqual([]);
    applyBatch(files, { messages: [outgoing(1, 11, noon, echo)] });
    expect(listOutbox(files.desk, 1)).toEqual([]);
  });

  test('the answer that comes after the live event undoes nothing', () => {
    const files = sending();
    applyBatch(files, { messages: [outgoing(1, 11, noon, { ...echo, sourceId: 'wamid.1', status: 'delivered' })] });
    updateOutbox(files, { clientId: clientId(1), state: 'accepted', serverId: 11 });
    updateOutbox(files, { clientId: clientId(1), state: 'uncertain' });
    expect(getOutbox(files.desk, clientId(1))?.state).toBe('delivered');
  });

  test('an uncertain item is settled by its message', () => {
    const files = sending();
    updateOutbox(files, { clientId: clientId(1), state: 'uncertain', problem: { kind: 'window-closed' } });
    applyBatch(files, { messages: [outgoing(1, 11, noon, echo)] });
    expect(getOutbox(files.desk, clientId(1))).toMatchObject({ state: 'accepted', problem: null });
  });

  test('a late refusal brings the item back with its text and WhatsApp’s reason', () => {
    const files = sending();
    updateOutbox(files, { clientId: clientId(1), state: 'accepted', serverId: 11 });
    const failed = outgoing(1, 11, noon, { ...echo, status: 'failed', failure: '131047: Re-engagement message' });
    applyBatch(files, { messages: [failed] });
    expect(listOutbox(files.desk, 1)).toMatchObject([
      {
        state: 'needs-template',
        content: reply,
        problem: { kind: 'refused', code: 131_047, text: '131047: Re-engagement message' },
      },
    ]);
    // Parked for a template, it stays parked when the message is read again, and when its own answer comes last.
    expect(applyBatch(files, { messages: [failed] }).outbox).toEqual([]);
    updateOutbox(files, { clientId: clientId(1), state: 'accepted', serverId: 11 });
    expect(getOutbox(files.desk, clientId(1))?.state).toBe('needs-template');
  });

  test('sending again under a new client id starts afresh', () => {
    const files = sending();
    applyBatch(files, { messages: [outgoing(1, 11, noon, { ...echo, status: 'failed', failure: '131026' })] });
    const next = { state: 'queued', newClientId: clientId(2), serverId: null, problem: null } as const;
    expect(updateOutbox(files, { clientId: clientId(1), ...next })).toMatchObject({
      clientId: clientId(2),
      state: 'queued',
      serverId: null,
    });
    applyBatch(files, { messages: [outgoing(1, 11, noon, { ...echo, status: 'failed', failure: '131026' })] });
    expect(dueOutbox(files.desk)).toMatchObject([{ clientId: clientId(2), state: 'queued' }]);
  });
});

describe('drafts', () => {
  const reply = (text: string) => draft({ conversationId: 1, audience: 'customer', text, caret: text.length });

  test('one for each audience; an empty text deletes it', () => {
    const files = start();
    saveDraft(files.desk, reply('to the customer'));
    saveDraft(files.desk, { ...reply('to the team'), audience: 'team' });
    expect(getDraft(files.desk, 1, 'customer')).toEqual(reply('to the customer'));
    expect(getDraft(files.desk, 1, 'team')?.text).toBe('to the team');
    saveDraft(files.desk, reply(''));
    expect(getDraft(files.desk, 1, 'customer')).toBeNull();
    expect(getConversation(files, 1)?.hasDraft).toBe(false);
    expect(getDraft(files.desk, 1, 'team')?.text).toBe('to the team');
  });

  test('a replaced text is kept for a month, typing on is not a replacement', () => {
    const files = start();
    saveDraft(files.desk, reply('Dear'));
    saveDraft(files.desk, reply('Dear Ana'));
    saveDraft(files.desk, reply('Hello'));
    saveDraft(files.desk, reply(''));
    expect(historyTexts(files)).toEqual(['Dear Ana', 'Hello']);
  });
});
