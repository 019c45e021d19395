/** Files in the store: what a draft and a send hold, what may go, and what a message shows. */
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { applyBatch } from '../../electron/core/store/apply.ts';
import type { NewOutboxItem } from '../../electron/core/store/call-types.ts';
import { migrate } from '../../electron/core/store/migrate.ts';
import { start as cacheStart } from '../../electron/core/store/migrations/cache/0010-start.ts';
import { cacheSteps } from '../../electron/core/store/migrations/cache/steps.ts';
import { start as deskStart } from '../../electron/core/store/migrations/desk/0010-start.ts';
import { outboxGuards } from '../../electron/core/store/migrations/desk/0020-outbox-guards.ts';
import { deskSteps } from '../../electron/core/store/migrations/desk/steps.ts';
import { getDraft, saveDraft } from '../../electron/core/store/queries/drafts.ts';
import { keptTexts } from '../../electron/core/store/queries/history.ts';
import { addLocalFile, getLocalFile } from '../../electron/core/store/queries/local-files.ts';
import { getAttachment, messagePage } from '../../electron/core/store/queries/messages.ts';
import {
  addSend,
  dueOutbox,
  listOutbox,
  removeOutbox,
  replaceWithNote,
  updateOutbox,
} from '../../electron/core/store/queries/outbox.ts';
import { takeBackOutbox } from '../../electron/core/store/queries/take-back.ts';
import { forgetUnusedFiles } from '../../electron/core/store/queries/unused-files.ts';
import type { Files } from '../../electron/core/store/sql.ts';
import { KeptText, type Attachment } from '../../shared/contract/entities.ts';
import type { LocalFile } from '../../shared/contract/files.ts';
import {
  clientId,
  conversation,
  day,
  draft,
  incoming,
  item,
  noon,
  openForTest,
  outgoing,
  whatsapp,
} from './support/fixtures.ts';

const file = (number: number): LocalFile => ({
  id: `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`,
  name: `${number}.jpg`,
  type: 'image/jpeg',
  sizeBytes: 100 + number,
});
const withFile = (number: number, text = ''): NewOutboxItem =>
  item(number, 1, { kind: 'reply', text, file: file(number), quotedId: null });

function start(): Files {
  const files = openForTest();
  applyBatch(files, {
    channels: [whatsapp],
    conversations: [conversation(1)],
    messages: [incoming(1, 10, noon - 5)],
  });
  return files;
}

/** As if they had been copied two hours ago. */
function keep(files: Files, ...numbers: readonly number[]): void {
  for (const number of numbers) addLocalFile(files.desk, file(number));
  files.desk.exec('UPDATE local_file SET kept_at = kept_at - 7200000');
}

describe('files of the second version', () => {
  test('a desk keeps its drafts and items, without files', () => {
    const db = new BetterSqlite3(':memory:');
    migrate(db, [deskStart, outboxGuards]);
    db.exec(`INSERT INTO draft (conversation_id, audience, text, caret) VALUES (1, 'customer', 'so', 2)`);
    db.prepare(
      `INSERT INTO outbox (client_id, conversation_id, kind, content, state, settled, created_at, next_attempt_at)
       VALUES (?, 1, 'reply', '{"kind":"reply","text":"x"}', 'queued', 0, 5, 9),
              (?, 1, 'note', '{"kind":"note","text":"y"}', 'queued', 0, 5, NULL)`,
    ).run(clientId(1), clientId(2));
    migrate(db, deskSteps);
    expect(getDraft(db, 1, 'customer')).toMatchObject({ text: 'so', files: [], quotedId: null });
    expect(dueOutbox(db).map(({ content, uploadId }) => [content, uploadId])).toEqual([
      [{ kind: 'reply', text: 'x', file: null, quotedId: null }, null],
      [{ kind: 'note', text: 'y', file: null }, null],
    ]);
  });

  test('a cache finds the attachments it has by their ids', () => {
    const db = new BetterSqlite3(':memory:');
    migrate(db, [cacheStart]);
    db.exec(`INSERT INTO message (id, conversation_id, kind, text, at, deleted, attachments) VALUES
      (5, 1, 'incoming', '', 1, 0, '[{"id":7,"kind":"image","url":null,"name":"a","sizeBytes":1}]')`);
    migrate(db, cacheSteps);
    expect(getAttachment(db, 7)).toEqual({
      id: 7,
      kind: 'image',
      url: null,
      name: 'a',
      sizeBytes: 1,
      width: null,
      height: null,
      transcript: null,
      coordinates: null,
      phoneNumber: null,
    });
  });
});

describe('one send', () => {
  test('is stored whole, clears its draft, and a repeated call changes nothing', () => {
    const files = start();
    const text = { conversationId: 1, audience: 'customer', text: 'Here', caret: 0, files: [file(1)] } as const;
    saveDraft(files.desk, draft({ ...text, files: [file(1)] }));
    const items = [withFile(1, 'Here'), withFile(2)];
    const added = addSend(files, { items, clearDraft: 'customer' });
    expect(addSend(files, { items, clearDraft: 'customer' })).toEqual(added);
    expect(listOutbox(files.desk, 1)).toHaveLength(2);
    expect(getDraft(files.desk, 1, 'customer')).toBeNull();
  });

  test('of which one was taken back already is not stored at all', () => {
    const files = start();
    addSend(files, { items: [withFile(2)] });
    removeOutbox(files, { clientId: clientId(2), reason: 'cancelled' });
    expect(() => addSend(files, { items: [withFile(1), withFile(2)] })).toThrow('was removed');
    expect(listOutbox(files.desk, 1)).toEqual([]);
  });

  test('comes back whole, as far as it has not left, in front of the draft', () => {
    const files = start();
    const text = item(1, 1, { kind: 'reply', text: 'Listen', quotedId: 10 });
    addSend(files, { items: [text, withFile(2), withFile(3), withFile(4)] });
    addSend(files, { items: [withFile(5, 'another')] });
    updateOutbox(files, { clientId: clientId(1), state: 'sending' });
    updateOutbox(files, { clientId: clientId(2), state: 'uncertain' });
    updateOutbox(files, { clientId: clientId(3), state: 'held' });
    const writing = { conversationId: 1, audience: 'customer', text: 'and', caret: 3 } as const;
    saveDraft(files.desk, draft({ ...writing, files: [file(6)] }));
    const taken = takeBackOutbox(files, { clientId: clientId(4), onlyFrom: ['queued'] });
    expect(taken).toMatchObject({ text: 'and', files: [file(3), file(4), file(6)], quotedId: null });
    expect(getDraft(files.desk, 1, 'customer')).toEqual(taken);
    expect(listOutbox(files.desk, 1).map((one) => one.clientId)).toEqual([clientId(1), clientId(2), clientId(5)]);
  });

  test('stays where it is, if the draft cannot hold its files as well', () => {
    const files = start();
    const many = Array.from({ length: 14 }, (_, index) => file(index + 20));
    saveDraft(files.desk, draft({ conversationId: 1, audience: 'customer', text: '', caret: 0, files: many }));
    addSend(files, { items: [withFile(1), withFile(2)] });
    expect(takeBackOutbox(files, { clientId: clientId(1), onlyFrom: ['queued'] })).toBeNull();
    expect(listOutbox(files.desk, 1)).toHaveLength(2);
  });

  test('a file whose copy is gone leaves nothing behind, and goes along into a note', () => {
    const files = start();
    addSend(files, { items: [withFile(1)] });
    addSend(files, { items: [{ ...withFile(2, 'late'), state: 'needs-template' }] });
    removeOutbox(files, { clientId: clientId(1), reason: 'cancelled' });
    expect(keptTexts(files.desk, 1)).toEqual([]);
    const note = replaceWithNote(files, { clientId: clientId(2), newClientId: clientId(9), now: noon });
    expect(note?.content).toEqual({ kind: 'note', text: 'late', file: file(2) });
  });
});

describe('copies', () => {
  test('stay while a draft or a message under way needs them, and then go', () => {
    const files = start();
    keep(files, 1, 2, 3);
    saveDraft(files.desk, draft({ conversationId: 1, audience: 'team', text: '', caret: 0, files: [file(1)] }));
    addSend(files, { items: [withFile(2)] });
    expect(forgetUnusedFiles(files.desk)).toEqual([file(3).id]);
    expect(getLocalFile(files.desk, file(3).id)).toBeNull();
    expect(getLocalFile(files.desk, file(2).id)).toEqual(file(2));
  });

  test('stay with a text that was replaced, cancelled or discarded, for as long as it is kept', () => {
    const files = start();
    keep(files, 1, 2, 3, 4);
    const team = { conversationId: 1, audience: 'team', caret: 0 } as const;
    saveDraft(files.desk, draft({ ...team, text: 'before', files: [file(1)] }));
    saveDraft(files.desk, draft({ ...team, text: 'after' }));
    addSend(files, { items: [withFile(2, 'cancelled'), withFile(3)] });
    removeOutbox(files, { clientId: clientId(2), reason: 'cancelled' });
    removeOutbox(files, { clientId: clientId(3), reason: 'discarded' });
    expect(forgetUnusedFiles(files.desk)).toEqual([file(4).id]);
    const kept = keptTexts(files.desk, 1);
    expect(kept.map((one) => KeptText.parse(one))).toEqual(kept);
    expect(new Set(kept.map(({ text, files: with_ }) => [text, with_.map(({ name }) => name)].join()))).toEqual(
      new Set(['before,1.jpg', 'cancelled,2.jpg', ',3.jpg']),
    );
    for (const table of ['draft_history', 'outbox_history']) {
      files.desk.prepare(`UPDATE ${table} SET kept_at = kept_at - ?`).run(31 * day);
    }
    expect(forgetUnusedFiles(files.desk).toSorted()).toEqual([1, 2, 3].map((number) => file(number).id));
  });

  test('a text is kept with what its draft lost, not with what still stands there or was sent', () => {
    const files = start();
    keep(files, 1, 2, 3);
    const reply = { conversationId: 1, audience: 'customer', caret: 0 } as const;
    saveDraft(files.desk, draft({ ...reply, text: 'so', files: [file(1), file(2)] }));
    saveDraft(files.desk, draft({ ...reply, text: 'so far', files: [file(1)] }));
    expect(keptTexts(files.desk, 1)).toMatchObject([{ text: '', files: [file(2)] }]);
    saveDraft(files.desk, draft({ ...reply, text: 'so far', files: [file(1), file(3)] }));
    addSend(files, { items: [withFile(1, 'so far')], clearDraft: 'customer' });
    expect(keptTexts(files.desk, 1)[0]).toMatchObject({ text: '', files: [file(3)] });
  });

  test('not of what was taken back or became a note: the draft and the note have it', () => {
    const files = start();
    keep(files, 1, 2);
    addSend(files, { items: [withFile(1, 'back')] });
    addSend(files, { items: [{ ...withFile(2, 'note'), state: 'needs-template' }] });
    takeBackOutbox(files, { clientId: clientId(1), onlyFrom: ['queued'] });
    replaceWithNote(files, { clientId: clientId(2), newClientId: clientId(9), now: noon });
    expect(keptTexts(files.desk, 1)).toEqual([]);
    expect(forgetUnusedFiles(files.desk)).toEqual([]);
  });

  test('one that was made a moment ago stays: its draft is being written', () => {
    const files = start();
    addLocalFile(files.desk, file(1));
    expect(forgetUnusedFiles(files.desk)).toEqual([]);
  });

  test('stay until WhatsApp can no longer refuse the message', () => {
    const files = start();
    keep(files, 1);
    addSend(files, { items: [withFile(1)] });
    const message = outgoing(1, 20, noon, { clientId: clientId(1), sourceId: 'wamid' });
    applyBatch(files, { messages: [message] });
    expect(forgetUnusedFiles(files.desk)).toEqual([]);
    applyBatch(files, { messages: [{ ...message, status: 'delivered' }] });
    expect(forgetUnusedFiles(files.desk)).toEqual([file(1).id]);
  });
});

describe('messages', () => {
  const image: Attachment = {
    id: 7,
    kind: 'image',
    url: 'https://desk.test/a',
    name: 'a',
    sizeBytes: 1,
    width: 3,
    height: 2,
    transcript: null,
    coordinates: null,
    phoneNumber: null,
  };

  test('an attachment is found by its id as long as its message has it', () => {
    const files = start();
    applyBatch(files, { messages: [incoming(1, 11, noon, { attachments: [image] })] });
    expect(getAttachment(files.cache, 7)).toEqual(image);
    applyBatch(files, { messages: [incoming(1, 11, noon, { attachments: [{ ...image, name: 'b' }] })] });
    expect(getAttachment(files.cache, 7)?.name).toBe('b');
    applyBatch(files, { messages: [incoming(1, 11, noon, { deleted: true, attachments: [] })] });
    expect(getAttachment(files.cache, 7)).toBeNull();
    applyBatch(files, { messages: [incoming(1, 12, noon, { attachments: [{ ...image, id: 8 }] })] });
    applyBatch(files, { removed: [1] });
    expect(getAttachment(files.cache, 8)).toBeNull();
  });

  test('a file under one id in two messages, or twice in one, is found as long as one of them has it', () => {
    const files = start();
    const twice = { attachments: [image, { ...image, name: 'again' }] };
    const messages = [incoming(1, 11, noon, twice), incoming(1, 12, noon, { attachments: [image] })];
    applyBatch(files, { messages });
    applyBatch(files, { messages: [incoming(1, 12, noon, { attachments: [{ ...image, name: 'b' }] })] });
    expect(getAttachment(files.cache, 7)).toMatchObject({ id: 7 });
    applyBatch(files, { messages: [incoming(1, 11, noon, { deleted: true, attachments: [] })] });
    expect(getAttachment(files.cache, 7)?.name).toBe('b');
    applyBatch(files, { messages: [incoming(1, 12, noon, { deleted: true, attachments: [] })] });
    expect(getAttachment(files.cache, 7)).toBeNull();
  });

  test('a quote shows what it answers, if that is here', () => {
    const files = start();
    const author = { kind: 'contact', id: 1, name: 'Mara' } as const;
    applyBatch(files, {
      messages: [
        incoming(1, 11, noon, { author }),
        outgoing(1, 12, noon, { quotedId: 11 }),
        outgoing(1, 13, noon, { quotedId: 5 }),
      ],
    });
    const { rows } = messagePage(files, { conversationId: 1, before: null, limit: 10 });
    expect(rows.map(({ quoted }) => quoted)).toEqual([
      null,
      null,
      { messageId: 11, author: 'Mara', text: 'message 11' },
      { messageId: 5, author: null, text: null },
    ]);
  });
});
