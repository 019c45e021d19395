import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation, ConversationFilter, ConversationSort, View } from '../../shared/contract/entities.ts';
import { applyBatch } from '../../electron/core/store/apply.ts';
import { closeFiles } from '../../electron/core/store/open.ts';
import {
  conversationCounts,
  conversationPage,
  conversationsOfContact,
} from '../../electron/core/store/queries/conversations.ts';
import { saveDraft } from '../../electron/core/store/queries/drafts.ts';
import type { ConversationPatch } from '../../electron/core/store/records.ts';
import type { Files } from '../../electron/core/store/sql.ts';
import {
  anything,
  conversation,
  day,
  hour,
  incoming,
  look,
  noon,
  openForTest,
  openInMemory,
  whatsapp,
} from './support/fixtures.ts';

const views: readonly View[] = ['open', 'mine', 'unassigned', 'mentions', 'closing', 'snoozed', 'resolved', 'drafts'];
const names = ['Anna Ángel', 'Björn', '李小龍', 'Anna Bee'] as const;

interface Seed {
  readonly status: NonNullable<ConversationPatch['status']>;
  readonly assignee: number | null;
  readonly team: number | null;
  readonly channel: number;
  readonly labels: readonly string[];
  readonly name: (typeof names)[number];
  readonly activity: number;
  /** Hours before noon at which the customer wrote; null: never. */
  readonly wroteHoursAgo: number | null;
  readonly waitingSince: number | null;
  readonly mentioned: boolean;
  readonly draft: 'customer' | 'team' | null;
}

const seed: fc.Arbitrary<Seed> = fc.record({
  status: fc.constantFrom('open', 'pending', 'snoozed', 'resolved'),
  assignee: fc.constantFrom(null, 7, 8),
  team: fc.constantFrom(null, 3, 4),
  channel: fc.constantFrom(1, 2),
  labels: fc.subarray(['vip', 'refund']),
  name: fc.constantFrom(...names),
  // Few values, so that keys tie and the id has to decide.
  activity: fc.integer({ min: 0, max: 4 }).map((number) => noon + number),
  wroteHoursAgo: fc.constantFrom(null, 1, 21, 22, 23, 24, 30),
  waitingSince: fc.constantFrom(null, noon - hour, noon - 2 * hour),
  mentioned: fc.boolean(),
  draft: fc.constantFrom(null, null, 'customer', 'team'),
});

const filters: readonly ConversationFilter[] = [
  anything,
  { ...anything, channelId: 2 },
  { ...anything, teamId: 3 },
  { ...anything, label: 'vip' },
  { ...anything, assigneeId: 8 },
  { ...anything, text: 'an ANG' },
  { ...anything, label: 'refund', teamId: 4, text: 'bj' },
];

function fill(files: Files, seeds: readonly Seed[]): void {
  applyBatch(files, {
    channels: [whatsapp, { ...whatsapp, id: 2, name: 'Sales' }],
    conversations: seeds.map((one, index) =>
      conversation(index + 1, {
        status: one.status,
        channelId: one.channel,
        contact: { id: 500 + index, name: one.name, phoneNumber: `+1555${index}`, avatarUrl: null },
        lastActivityAt: one.activity,
        waitingSince: one.waitingSince,
        labels: one.labels,
        assignee: one.assignee === null ? null : { id: one.assignee, name: 'A', availability: 'online' },
        team: one.team === null ? null : { id: one.team, name: 'T' },
      }),
    ),
    messages: seeds.flatMap(({ wroteHoursAgo }, index) =>
      wroteHoursAgo === null ? [] : [incoming(index + 1, 1000 + index, noon - wroteHoursAgo * hour)],
    ),
    mentioned: seeds.flatMap((one, index) => (one.mentioned ? [{ conversationId: index + 1, at: noon }] : [])),
  });
  seeds.forEach(({ draft }, index) => {
    if (draft === null) return;
    const conversationId = index + 1;
    saveDraft(files.desk, { conversationId, audience: draft, text: 'so', caret: 0, files: [], quotedId: null });
  });
}

function belongs(view: View, { status, assignee, wroteHoursAgo, mentioned, draft }: Seed): boolean {
  const open = status === 'open' || status === 'pending';
  const left = wroteHoursAgo === null ? 0 : 24 - wroteHoursAgo;
  if (view === 'open') return open;
  if (view === 'mine') return open && assignee === look.meId;
  if (view === 'unassigned') return open && assignee === null;
  if (view === 'closing') return open && left > 0 && left <= 4;
  if (view === 'mentions') return mentioned && status !== 'resolved';
  if (view === 'drafts') return draft !== null;
  return status === view;
}

function passes(filter: ConversationFilter, one: Seed): boolean {
  const words = one.name === 'Anna Ángel' ? 'anna angel' : one.name === 'Björn' ? 'bjorn' : '';
  const starts = (word: string): boolean => words.split(' ').some((each) => each.startsWith(word));
  return (
    (filter.channelId === null || filter.channelId === one.channel) &&
    (filter.teamId === null || filter.teamId === one.team) &&
    (filter.label === null || one.labels.includes(filter.label)) &&
    (filter.assigneeId === null || filter.assigneeId === one.assignee) &&
    (filter.text === '' || filter.text.toLowerCase().split(' ').every(starts))
  );
}

interface Query {
  readonly view: View;
  readonly sort: ConversationSort;
  readonly filter: ConversationFilter;
  readonly limit: number;
}

function readAll(files: Files, query: Query): Conversation[] {
  const rows: Conversation[] = [];
  let after: { key: number; id: number } | null = null;
  do {
    const page = conversationPage(files, { ...look, ...query, after });
    expect(page.rows.length).toBeLessThanOrEqual(query.limit);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

/** The end of a window that is still open, from the seed alone. */
function endOf({ wroteHoursAgo }: Seed): number | null {
  return wroteHoursAgo === null || wroteHoursAgo >= 24 ? null : noon - wroteHoursAgo * hour + day;
}

/** What is expected, by the rule instead of by an index. */
function expectedIds(seeds: readonly Seed[], { view, sort, filter }: Query): number[] {
  const members = seeds
    .map((one, index) => ({ one, id: index + 1 }))
    .filter(({ one }) => belongs(view, one) && passes(filter, one));
  const byActivity = members.toSorted((a, b) => b.one.activity - a.one.activity || b.id - a.id);
  const time = ({ one }: { readonly one: Seed }): number | null =>
    sort === 'activity' ? null : sort === 'closing' ? endOf(one) : one.waitingSince;
  const first = members
    .filter((each) => time(each) !== null)
    .toSorted((a, b) => (time(a) ?? 0) - (time(b) ?? 0) || a.id - b.id);
  return [...first, ...byActivity.filter((each) => time(each) === null)].map(({ id }) => id);
}

describe('inbox pages', () => {
  test('page by page they are the whole view in order, each row once', () => {
    const cases = fc.record({
      seeds: fc.array(seed, { maxLength: 20 }),
      limit: fc.integer({ min: 1, max: 6 }),
      filter: fc.constantFrom(...filters),
    });
    fc.assert(
      fc.property(cases, ({ seeds, limit, filter }) => {
        const files = openInMemory();
        try {
          fill(files, seeds);
          const counts = conversationCounts(files, look);
          for (const view of views) {
            expect(counts[view]).toBe(seeds.filter((one) => belongs(view, one)).length);
            for (const sort of ['activity', 'closing', 'waiting'] as const) {
              const query = { view, sort, filter, limit };
              expect(readAll(files, query).map(({ id }) => id)).toEqual(expectedIds(seeds, query));
            }
          }
        } finally {
          closeFiles(files);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a window that ends between two pages is not missed', () => {
    const files = openForTest();
    const plain: Seed = {
      status: 'open',
      assignee: null,
      team: null,
      channel: 1,
      labels: [],
      name: 'Björn',
      activity: noon,
      wroteHoursAgo: 23,
      waitingSince: null,
      mentioned: false,
      draft: null,
    };
    fill(files, [plain, { ...plain, wroteHoursAgo: 22 }]);
    const args = { ...look, view: 'open', sort: 'closing', filter: anything, limit: 1 } as const;
    const first = conversationPage(files, { ...args, after: null });
    const second = conversationPage(files, { ...args, after: first.next, nowMs: noon + 3 * hour });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toContain(1);
    const third = conversationPage(files, { ...args, after: second.next, nowMs: noon + 3 * hour });
    const seen = [...first.rows, ...second.rows, ...third.rows].map(({ id }) => id);
    expect(new Set(seen)).toEqual(new Set([1, 2]));
  });

  test('what more pass than are looked up one by one is read along the view, in the same order', () => {
    const files = openForTest();
    const many = Array.from({ length: 1_200 }, (_, index) =>
      conversation(index + 1, { labels: ['vip'], lastActivityAt: noon + index }),
    );
    applyBatch(files, { channels: [whatsapp], conversations: many });
    const filter = { ...anything, label: 'vip', text: 'customer' };
    const rows = readAll(files, { view: 'open', sort: 'activity', filter, limit: 200 });
    expect(rows.map(({ id }) => id)).toEqual(many.map(({ id }) => id).toReversed());
  });
});

test('the conversations of one customer, newest activity first', () => {
  const files = openForTest();
  const contact = { id: 9, name: 'Ana', phoneNumber: null, avatarUrl: null };
  applyBatch(files, {
    channels: [whatsapp],
    conversations: [
      conversation(1, { contact, lastActivityAt: noon }),
      conversation(2),
      conversation(3, { contact, lastActivityAt: noon + 1, status: 'resolved' }),
    ],
  });
  expect(conversationsOfContact(files, 9).map(({ id }) => id)).toEqual([3, 1]);
});
