import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { applyBatch } from '../../electron/core/store/apply.ts';
import { migrate } from '../../electron/core/store/migrate.ts';
import { cacheSteps } from '../../electron/core/store/migrations/cache/steps.ts';
import { searchContacts } from '../../electron/core/store/queries/contacts.ts';
import { conversationPage, getConversation } from '../../electron/core/store/queries/conversations.ts';
import { messagesAround } from '../../electron/core/store/queries/messages-around.ts';
import { addToMany } from '../../electron/core/store/queries/outbox-many.ts';
import { dueOutbox, removeOutbox } from '../../electron/core/store/queries/outbox.ts';
import { favourTemplate, rememberUse, templateUses } from '../../electron/core/store/queries/template-uses.ts';
import type { Files } from '../../electron/core/store/sql.ts';
import {
  anything,
  clientId,
  conversation,
  incoming,
  look,
  noon,
  openForTest,
  openInMemory,
  whatsapp,
} from './support/fixtures.ts';

describe('customers', () => {
  const people = [
    { id: 1, name: 'Ángela María Núñez', phoneNumber: '+34 600-112 233' },
    { id: 2, name: 'ANGEL', phoneNumber: '+4930123456' },
    { id: 3, name: 'Maria Angelopoulos', phoneNumber: null },
    { id: 4, name: '李小龍', phoneNumber: '+85212345678' },
    { id: 5, name: 'O’Brien-Smith %_', phoneNumber: null },
    { id: 6, name: '', phoneNumber: '+15550100' },
  ];
  function filled(): Files {
    const files = openInMemory();
    applyBatch(files, {
      channels: [whatsapp],
      conversations: people.map((contact) => conversation(contact.id, { contact: { ...contact, avatarUrl: null } })),
    });
    return files;
  }

  test.each<[string, number[]]>([
    ['ang', [2, 1, 3]],
    ['maria ang', [1, 3]],
    ['ang maria nun', [1]],
    ['gela', []],
    ['小龍', [4]],
    ['smith', [5]],
    ['o brien', [5]],
    ['12345', [2, 4]],
    ['0112', [1]],
    ['+34 600 11', [1]],
    ['%', []],
    ['_', []],
    ['', [6, 2, 1, 3, 5, 4]],
  ])('%j', (text, ids) => {
    expect(searchContacts(filled(), { text, limit: 50 }).map(({ id }) => id)).toEqual(ids);
  });

  test('at most as many as asked for', () => {
    expect(searchContacts(filled(), { text: 'ang', limit: 2 })).toHaveLength(2);
  });

  test('a newer name wins over an older answer, whatever comes first', () => {
    const files = openInMemory();
    const named = (name: string) => ({ contact: { id: 9, name, phoneNumber: null, avatarUrl: null } });
    applyBatch(files, { conversations: [conversation(1, { ...named('New'), updatedAt: noon + 5 })] });
    applyBatch(files, { conversations: [conversation(2, { ...named('Old'), updatedAt: noon })] });
    expect(searchContacts(files, { text: '', limit: 5 })).toMatchObject([{ id: 9, name: 'New' }]);
    expect(searchContacts(files, { text: 'old', limit: 5 })).toEqual([]);
  });

  test('of a file from before are found, and so are its labels', () => {
    const cache = new BetterSqlite3(':memory:');
    migrate(
      cache,
      cacheSteps.filter(({ version }) => version < 40),
    );
    cache.exec(`INSERT INTO conversation (id, channel_id, versions, contact, labels, server_labels, server_status,
      server_unread, server_last_activity_at) VALUES
      (1, 1, '{}', '{"id":4,"name":"Zoë","phoneNumber":null,"avatarUrl":null}', '["vip"]', '["vip"]', 'open', 0, 0)`);
    migrate(cache, cacheSteps);
    const files = { ...openInMemory(), cache };
    expect(searchContacts(files, { text: 'zoe', limit: 5 })).toMatchObject([{ id: 4 }]);
    const args = { ...look, view: 'open', sort: 'activity', after: null, limit: 5 } as const;
    const ids = (label: string) =>
      conversationPage(files, { ...args, filter: { ...anything, label } }).rows.map(({ id }) => id);
    expect([ids('vip'), ids('other')]).toEqual([[1], []]);
  });
});

describe('one change of many conversations', () => {
  const targets = [1, 2, 3].map((conversationId) => ({ conversationId, clientId: clientId(conversationId) }));
  const change = { action: { kind: 'set-status', status: 'resolved', snoozedUntil: null }, createdAt: noon } as const;

  test('is all of them, shown at once', () => {
    const files = openForTest();
    applyBatch(files, { channels: [whatsapp], conversations: [1, 2, 3].map((id) => conversation(id)) });
    expect(addToMany(files, { targets, ...change })).toEqual([]);
    expect(dueOutbox(files.desk).map(({ conversationId }) => conversationId)).toEqual([1, 2, 3]);
    expect([1, 2, 3].map((id) => getConversation(files, id)?.status)).toEqual(['resolved', 'resolved', 'resolved']);
    // Told twice is done once.
    expect(addToMany(files, { targets, ...change })).toEqual([]);
    expect(dueOutbox(files.desk)).toHaveLength(3);
  });

  test('or, if one is not here, none', () => {
    const files = openForTest();
    applyBatch(files, { channels: [whatsapp], conversations: [conversation(1), conversation(3)] });
    expect(addToMany(files, { targets, ...change })).toEqual([2]);
    expect(dueOutbox(files.desk)).toEqual([]);
  });

  test('or, if one cannot be stored, none, and nothing of it is shown', () => {
    const files = openForTest();
    applyBatch(files, { channels: [whatsapp], conversations: [1, 2, 3].map((id) => conversation(id)) });
    addToMany(files, { targets: targets.slice(2), ...change });
    removeOutbox(files, { clientId: clientId(3), reason: 'discarded' });
    expect(() => addToMany(files, { targets, ...change })).toThrow('was removed');
    expect(dueOutbox(files.desk)).toEqual([]);
    expect([1, 2, 3].map((id) => getConversation(files, id)?.status)).toEqual(['open', 'open', 'open']);
  });
});

describe('messages around one', () => {
  function thread(): Files {
    const files = openInMemory();
    applyBatch(files, {
      channels: [whatsapp],
      conversations: [conversation(1)],
      messages: Array.from({ length: 20 }, (_, index) => incoming(1, 10 + index, noon + index)),
      contiguous: [{ conversationId: 1, fromId: 0 }],
    });
    return files;
  }

  test.each<[number, number, number[], boolean, boolean]>([
    [20, 6, [17, 18, 19, 20, 21, 22], true, true],
    [20, 2, [19, 20], true, true],
    [11, 6, [10, 11, 12, 13], false, true],
    [29, 6, [26, 27, 28, 29], true, false],
    [27, 6, [24, 25, 26, 27, 28, 29], true, false],
    [999, 4, [28, 29], true, false],
    [1, 4, [10, 11], false, true],
  ])('%i, %i of them', (messageId, limit, ids, hasOlder, hasNewer) => {
    const page = messagesAround(thread(), { conversationId: 1, messageId, limit });
    expect(page.rows.map(({ id }) => id)).toEqual(ids);
    expect([page.hasOlder, page.hasNewer]).toEqual([hasOlder, hasNewer]);
  });
});

test('of templates this computer remembers the marks, how often, when and with what', () => {
  const { desk } = openForTest();
  const name = { channelId: 1, name: 'order_update', language: 'en' };
  const values = { header: {}, body: { '1': 'Ana' }, buttons: {}, mediaUrl: null, mediaName: null };
  favourTemplate(desk, { ...name, favourite: true });
  rememberUse(desk, { ...name, clientId: clientId(1), at: noon, values });
  rememberUse(desk, { ...name, clientId: clientId(1), at: noon + 9, values });
  const later = { ...values, body: { '1': 'Bo' } };
  rememberUse(desk, { ...name, clientId: clientId(2), at: noon + 1, values: later });
  favourTemplate(desk, { ...name, name: 'never_sent', favourite: true });
  favourTemplate(desk, { ...name, name: 'never_sent', favourite: false });
  expect(templateUses(desk, 1)).toEqual([
    { name: 'order_update', language: 'en', favourite: true, sent: 2, lastSentAt: noon + 1, lastValues: later },
  ]);
  expect(templateUses(desk, 2)).toEqual([]);
});
