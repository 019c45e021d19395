import BetterSqlite3 from 'better-sqlite3';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyBatch } from '../../electron/core/store/apply.ts';
import { migrate } from '../../electron/core/store/migrate.ts';
import { cacheSteps } from '../../electron/core/store/migrations/cache/steps.ts';
import { deskSteps } from '../../electron/core/store/migrations/desk/steps.ts';
import { closeFiles } from '../../electron/core/store/open.ts';
import { indexSlice } from '../../electron/core/store/queries/search-index.ts';
import { searchMessages } from '../../electron/core/store/queries/search.ts';
import type { CacheBatch, MessagePatch } from '../../electron/core/store/records.ts';
import type { Files } from '../../electron/core/store/sql.ts';
import { parseSearch } from '../../shared/search/query.ts';
import { conversation, incoming, noon, openInMemory, outgoing, whatsapp } from './support/fixtures.ts';

const me = 7;

/** All ids, page by page. */
function found(files: Files, text: string, limit = 3, beforeMs: number | null = null): number[] {
  const ids: number[] = [];
  let before: number | null = null;
  do {
    const page = searchMessages(files, { search: parseSearch(text), beforeMs, meId: me, before, limit });
    expect(page.hits.length).toBeLessThanOrEqual(limit);
    ids.push(...page.hits.map(({ message }) => message.id));
    before = page.next;
  } while (before !== null);
  return ids;
}

/** What LIKE finds: the beginning of a word, or the whole of it. */
function oracle({ cache }: Files, word: string, isPrefix: boolean): number[] {
  const end = isPrefix ? '' : ' ';
  const text = `SELECT id FROM message WHERE kind <> 'activity' AND deleted = 0
    AND (' ' || text || ' ' LIKE ? OR ' ' || coalesce((SELECT group_concat(json_extract(value, '$.name'), ' ')
      FROM json_each(coalesce(attachments, '[]'))), '') || ' ' LIKE ?) ORDER BY id DESC`;
  const pattern = `% ${word}${end}%`;
  return cache
    .prepare<unknown[], { id: number }>(text)
    .all(pattern, pattern)
    .map(({ id }) => id);
}

const vocabulary = ['order', 'ordinary', 'or', 'refund', 're', 'size', 'sizes', 'x'];
const words = fc.array(fc.constantFrom(...vocabulary), { maxLength: 5 }).map((list) => list.join(' '));
const message: fc.Arbitrary<MessagePatch> = fc
  .record({
    id: fc.integer({ min: 1, max: 25 }),
    text: words,
    kind: fc.constantFrom('incoming', 'outgoing', 'note', 'activity'),
    deleted: fc.boolean().map((value) => value && true),
    updatedAt: fc.integer({ min: 1, max: 3 }),
    names: fc.option(words, { nil: null }),
  })
  .map(({ names, id, ...rest }) => ({
    ...rest,
    id,
    conversationId: 1 + (id % 3),
    createdAt: noon + id,
    attachments: names === null ? [] : [attachment(names, id)],
  }));

function attachment(name: string, id = 1): NonNullable<MessagePatch['attachments']>[number] {
  const nothing = { url: null, sizeBytes: null, width: null, height: null, transcript: null, coordinates: null };
  return { id, kind: 'file', name, phoneNumber: null, ...nothing };
}

const batch: fc.Arbitrary<CacheBatch> = fc.record({
  messages: fc.array(message, { maxLength: 8 }),
  removed: fc.subarray([1, 2, 3], { maxLength: 1 }),
});
const people: CacheBatch = { channels: [whatsapp], conversations: [conversation(1), conversation(2), conversation(3)] };

function expectLikeOracle(files: Files): void {
  for (const word of vocabulary) {
    expect(found(files, word), `${word}…`).toEqual(oracle(files, word, word.length > 1));
    expect(found(files, `"${word}"`), `"${word}"`).toEqual(oracle(files, word, false));
  }
}

describe('the index', () => {
  test('holds what the messages hold, whatever is merged, edited, deleted or removed', () => {
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 6 }), (batches) => {
        const files = openInMemory();
        for (const one of batches) applyBatch(files, { ...people, ...one });
        applyBatch(files, people);
        expectLikeOracle(files);
        closeFiles(files);
      }),
      { numRuns: 60 },
    );
  });

  test('takes a message that comes again in another conversation', () => {
    const files = openInMemory();
    applyBatch(files, { ...people, messages: [incoming(1, 5, noon, { text: 'order' })] });
    applyBatch(files, { ...people, messages: [incoming(2, 5, noon, { text: 'refund' })] });
    expect([found(files, 'order'), found(files, 'refund')]).toEqual([[], [5]]);
    closeFiles(files);
  });

  test('is built afterwards for a file of an older version, in slices and not at the start', () => {
    const files = { cache: new BetterSqlite3(':memory:'), desk: new BetterSqlite3(':memory:'), repaired: null };
    migrate(files.desk, deskSteps);
    migrate(
      files.cache,
      cacheSteps.filter(({ version }) => version < 40),
    );
    const insert = files.cache.prepare(`INSERT INTO message (id, conversation_id, kind, text, at, deleted)
      VALUES (?, 1, 'incoming', ?, ?, 0)`);
    for (let id = 1; id <= 1_200; id += 1) insert.run(id, `order number${id}`, noon + id);
    const indexed = (): number => searchMessages(files, { ...anyQuery, limit: 1 }).searched.messages;

    migrate(files.cache, cacheSteps);
    expect(indexed()).toBe(0);
    applyBatch(files, {
      ...people,
      messages: [incoming(1, 1_500, noon), incoming(1, 7, noon, { text: 'order changed' })],
    });
    expect(found(files, 'order', 100)).toEqual([7]);

    const sizes: number[] = [];
    while (indexSlice(files)) sizes.push(indexed());
    expect(sizes).toEqual([502, 1_002]);
    expect(indexSlice(files)).toBe(false);
    expect(found(files, 'order', 100)).toEqual(Array.from({ length: 1_200 }, (_, index) => 1_200 - index));
    expect(found(files, 'number7')).toEqual(oracle(files, 'number7', true));
    expect(found(files, 'changed')).toEqual([7]);
    closeFiles(files);
  });
});

const anyQuery = { search: parseSearch('message'), beforeMs: null, meId: me, before: null };

describe('a search', () => {
  const agent = (id: number, name: string) => ({ author: { kind: 'agent' as const, id, name } });
  function desk(): Files {
    const files = openInMemory();
    applyBatch(files, {
      channels: [whatsapp, { ...whatsapp, id: 2, name: 'Berlin shop' }],
      conversations: [
        conversation(1, { contact: { id: 1, name: 'Ángela Merk', phoneNumber: null, avatarUrl: null } }),
        conversation(2, { channelId: 2, contact: { id: 2, name: 'Bernd', phoneNumber: null, avatarUrl: null } }),
      ],
      messages: [
        incoming(1, 10, noon, { text: 'Meu pedido não chegou, ORD-123456' }),
        outgoing(1, 11, noon + 1, { text: 'pedido enviado', ...agent(me, 'Me') }),
        { ...outgoing(1, 12, noon + 2), kind: 'note', text: 'Pedido perdido?', ...agent(8, 'Other') },
        incoming(2, 13, noon + 3, { text: '退款 pedido 我要退款', attachments: [attachment('invoice pedido.pdf')] }),
        outgoing(2, 14, noon + 4, { text: 'ok 👍 ??', ...agent(8, 'Other') }),
        incoming(2, 15, noon + 5, { text: 'नमस्ते दुनिया' }),
      ],
    });
    return files;
  }

  test.each<[string, number[]]>([
    ['pedido', [13, 12, 11, 10]],
    ['PED', [13, 12, 11, 10]],
    ['nao', [10]],
    ['não pedido', [10]],
    ['ord-1234', [10]],
    ['123456', [10]],
    ['"pedido enviado"', [11]],
    ['"enviado pedido"', []],
    ['invoice', [13]],
    ['दुनिया', [15]],
    ['退款', [13]],
    ['要退', [13]],
    ['??', [14]],
    ['👍', [14]],
    ['pedido from:me', [11]],
    ['from:customer', [15, 13, 10]],
    ['note:', [12]],
    ['note: pedido', [12]],
    ['has:file', [13]],
    ['in:angela pedido', [12, 11, 10]],
    ['in:angela note:', [12]],
    ['in:berlin pedido', [13]],
    ['in:ber from:customer', [15, 13]],
    ['in:nobody', []],
    ['incoming', []],
    ['c1', []],
    ['"', []],
    ['NOT AND (', []],
    ['text:x* ^y', []],
  ])('%s', (text, expected) => {
    const files = desk();
    expect(found(files, text)).toEqual(expected);
    expect(found(files, text, 1)).toEqual(expected);
    closeFiles(files);
  });

  test('before a day, only what was written before it', () => {
    const files = desk();
    expect(found(files, 'pedido', 1, noon + 2)).toEqual([11, 10]);
    closeFiles(files);
  });

  test('answers who, where and the passage, and what was searched', () => {
    const files = desk();
    const { hits, searched } = searchMessages(files, { ...anyQuery, search: parseSearch('invoice'), limit: 5 });
    expect(hits).toMatchObject([{ conversationId: 2, contactName: 'Bernd', channelName: 'Berlin shop' }]);
    expect(hits[0]?.excerpt).toEqual([
      { text: 'invoice', hit: true },
      { text: ' pedido.pdf', hit: false },
    ]);
    expect(searched).toEqual({ messages: 6, since: noon });
    closeFiles(files);
  });

  test('that must look into many messages does so in bounded steps, and says where to go on', () => {
    const files = openInMemory();
    const many = Array.from({ length: 3_000 }, (_, index) => incoming(1, 10 + index, noon, { text: 'filler' }));
    applyBatch(files, { ...people, messages: [incoming(1, 1, noon, { text: '退款' }), ...many] });
    const first = searchMessages(files, { ...anyQuery, search: parseSearch('退款'), limit: 5 });
    expect(first.hits).toEqual([]);
    expect(first.next).toBeGreaterThan(10);
    const second = searchMessages(files, { ...anyQuery, search: parseSearch('退款'), limit: 5, before: first.next });
    expect(second.hits.map(({ message: { id } }) => id)).toEqual([1]);
    expect(second.next).toBeNull();
    closeFiles(files);
  });
});
