/** Runs of messages without a hole, the gaps between them, mentions, and what is behind. */
import { array, assert as check, property, integer, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyBatch } from '../../electron/core/store/apply.ts';
import { mergeRuns, type Run } from '../../electron/core/store/merge.ts';
import { newestMentionText, meIdKey } from '../../electron/core/store/queries/mentions.ts';
import { behindText } from '../../electron/core/store/queries/conversation-views.ts';
import { behindIds } from '../../electron/core/store/queries/conversations.ts';
import { messagePage } from '../../electron/core/store/queries/messages.ts';
import { fromJson, sql, type Files } from '../../electron/core/store/sql.ts';
import { conversation, incoming, noon, openInMemory, outgoing, whatsapp } from './support/fixtures.ts';

const someRun = tuple(integer({ min: 0, max: 60 }), integer({ min: 0, max: 12 })).map(([from, length]): Run => ({
  from,
  to: from + length,
}));

describe('runs', () => {
  test('joined in any order are the same, never touch, and cover just what was claimed', () => {
    check(
      property(array(someRun, { maxLength: 12 }), (claims) => {
        const merge = (list: readonly Run[]): readonly Run[] => list.reduce<readonly Run[]>(mergeRuns, []);
        const runs = merge(claims);
        expect(merge(claims.toReversed())).toEqual(runs);
        for (const [index, run] of runs.entries()) expect(run.from).toBeGreaterThan(runs[index - 1]?.to ?? -1);
        for (const claim of claims)
          expect(runs.some(({ from, to }) => from <= claim.from && to >= claim.to)).toBe(true);
        for (const { from, to } of runs) {
          expect(claims.some((claim) => claim.from === from)).toBe(true);
          expect(claims.some((claim) => claim.to === to)).toBe(true);
        }
      }),
    );
  });
});

/** Messages with these ids in conversation 1, and these claims about them. */
function thread(ids: readonly number[], ...claims: readonly { fromId: number; toId?: number }[]): Files {
  const files = openInMemory();
  applyBatch(files, { channels: [whatsapp], conversations: [conversation(1)] });
  applyBatch(files, { messages: ids.map((id) => incoming(1, id, noon + id)) });
  for (const claim of claims) applyBatch(files, { contiguous: [{ conversationId: 1, ...claim }] });
  return files;
}
const pageOf = (files: Files, before: number | null = null, limit = 50) =>
  messagePage(files, { conversationId: 1, before, limit });
const gapsOf = (files: Files): number[][] => pageOf(files).gaps.map(({ afterId, beforeId }) => [afterId, beforeId]);

describe('gaps of a thread', () => {
  test.each([
    ['of which nothing is known', [1, 2], [], [[1, 2]]],
    ['that is whole', [1, 2, 3], [{ fromId: 0 }], []],
    ['with an older run behind a hole', [1, 2, 8, 9], [{ fromId: 1, toId: 2 }, { fromId: 8 }], [[2, 8]]],
    [
      'with a message alone in the middle',
      [1, 2, 5, 8],
      [{ fromId: 1, toId: 2 }, { fromId: 8 }],
      [
        [2, 5],
        [5, 8],
      ],
    ],
    [
      'whose hole was filled in part',
      [1, 4, 8],
      [{ fromId: 1, toId: 1 }, { fromId: 8 }, { fromId: 1, toId: 4 }],
      [[4, 8]],
    ],
    ['whose hole was filled', [1, 4, 8], [{ fromId: 1, toId: 1 }, { fromId: 8 }, { fromId: 1, toId: 8 }], []],
  ])('%s', (_, ids, claims, gaps) => {
    expect(gapsOf(thread(ids, ...claims))).toEqual(gaps);
  });

  test('a message that came by itself continues the newest run', () => {
    const files = thread([1, 2], { fromId: 0 });
    applyBatch(files, { messages: [incoming(1, 7, noon + 7)] });
    expect(gapsOf(files)).toEqual([]);
  });

  test('the server has older ones unless the oldest run begins with the first message', () => {
    expect(pageOf(thread([3, 9], { fromId: 3, toId: 3 }, { fromId: 9 })).serverHasOlder).toBe(true);
    expect(pageOf(thread([3, 9], { fromId: 0, toId: 3 }, { fromId: 9 })).serverHasOlder).toBe(false);
  });

  test('filling a hole tells the page to read again, and saying the same twice does not', () => {
    const files = thread([1, 8], { fromId: 1, toId: 1 }, { fromId: 8 });
    const fill = { contiguous: [{ conversationId: 1, fromId: 1, toId: 8 }] };
    expect(applyBatch(files, fill).messages).toEqual([1]);
    expect(applyBatch(files, fill).messages).toEqual([]);
  });

  test('a conversation that is gone leaves no runs behind', () => {
    const files = thread([1, 8], { fromId: 1, toId: 1 }, { fromId: 8 });
    applyBatch(files, { removed: [1] });
    expect(sql(files.cache, 'SELECT * FROM older_run').all()).toEqual([]);
  });
});

describe('behind', () => {
  const behind = (files: Files): number[] => behindIds(files, 10);

  test('is what moved since its messages were read, longest ago first; what was never read is history, not behind', () => {
    const files = openInMemory();
    applyBatch(files, { conversations: [1, 2, 3].map((id) => conversation(id, { updatedAt: noon })) });
    expect(behind(files)).toEqual([]);
    const read = [1, 2].map((conversationId) => ({ conversationId, fromId: 0, readAt: noon }));
    applyBatch(files, { contiguous: read });
    expect(behind(files)).toEqual([]);
    applyBatch(files, { conversations: [conversation(1, { updatedAt: noon + 9.5 })] });
    applyBatch(files, { conversations: [conversation(2, { updatedAt: noon + 3 })] });
    expect(behind(files)).toEqual([2, 1]);
    applyBatch(files, { contiguous: [{ conversationId: 1, fromId: 0, readAt: noon + 9.5 }] });
    // An older answer does not make it unread again.
    applyBatch(files, { contiguous: [{ conversationId: 1, fromId: 0, readAt: noon }] });
    expect(behind(files)).toEqual([2]);
  });
});

describe('mentions', () => {
  const mentionedAt = (files: Files): number | null | undefined =>
    sql<{ at: number | null }>(files.cache, 'SELECT mentioned_at AS at FROM conversation WHERE id = 1').get()?.at;
  const prepared = (): Files => {
    const files = openInMemory();
    const teams = [
      { id: 2, name: 'Mine', isMine: true },
      { id: 3, name: 'Theirs', isMine: false },
    ];
    applyBatch(files, { channels: [whatsapp], teams, conversations: [conversation(1)], sync: { [meIdKey]: '7' } });
    return files;
  };
  const note = (id: number, text: string, deleted = false) =>
    outgoing(1, id, noon + id, { kind: 'note', text, deleted });

  test.each([
    ['me', '(mention://user/7/Sam)', true],
    ['somebody whose id begins like mine', '(mention://user/71/Zoe)', false],
    ['a team of mine', '(mention://team/2/Mine)', true],
    ['another team', '(mention://team/3/Theirs)', false],
    ['nobody', 'mention://', false],
  ])('a note names %s', (_, text, isMine) => {
    const files = prepared();
    applyBatch(files, { messages: [note(5, text)] });
    expect(mentionedAt(files)).toBe(isMine ? noon + 5 : null);
  });

  test('the newest word counts, the server’s or a note’s, and a deleted note says nothing', () => {
    const files = prepared();
    applyBatch(files, { mentioned: [{ conversationId: 1, at: noon - 100 }] });
    expect(mentionedAt(files)).toBe(noon - 100);
    applyBatch(files, { messages: [note(5, '(mention://user/7/Sam)')] });
    expect(mentionedAt(files)).toBe(noon + 5);
    applyBatch(files, { messages: [note(5, '(mention://user/7/Sam)', true)] });
    expect(mentionedAt(files)).toBe(noon - 100);
  });

  test('of what is not stored, and before the first sign-in, there are none', () => {
    const files = openInMemory();
    applyBatch(files, { mentioned: [{ conversationId: 9, at: noon }] });
    applyBatch(files, { conversations: [conversation(1)], messages: [note(5, '(mention://user/7/Sam)')] });
    expect(mentionedAt(files)).toBeNull();
  });
});

test('both questions are answered from their indexes', () => {
  const { cache } = openInMemory();
  const planOf = (text: string, parameters: readonly number[]): string =>
    cache
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
      .all(...parameters)
      .map(({ detail }) => detail)
      .join(' | ');
  expect(planOf(behindText, [10])).toContain('INDEX conversation_behind');
  expect(planOf(behindText, [10])).not.toContain('TEMP B-TREE');
  expect(planOf(newestMentionText, [1])).toContain('INDEX message_mention (conversation_id=?)');
});

test('a contact that changed is changed in each of their conversations, and known for a search', () => {
  const files = openInMemory();
  const mara = { id: 55, name: 'Mara', phoneNumber: null, avatarUrl: null };
  applyBatch(files, {
    conversations: [conversation(1, { contact: mara }), conversation(2, { contact: mara }), conversation(3)],
  });
  const renamed = { ...mara, name: 'Mara Berg' };
  expect(new Set(applyBatch(files, { contacts: [renamed] }).conversations)).toEqual(new Set([1, 2]));
  const rows = sql<{ contact: string }>(files.cache, 'SELECT contact FROM conversation WHERE id < 3').all();
  expect(rows.map(({ contact }) => fromJson(contact))).toEqual([renamed, renamed]);
  expect(applyBatch(files, { contacts: [renamed] }).conversations).toEqual([]);
});
