import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation, View } from '../../shared/contract/entities.ts';
import { applyBatch } from '../../electron/core/store/apply.ts';
import {
  activityText,
  countText,
  expiryText,
  incompleteText,
  needsHistoryText,
  noWindowText,
} from '../../electron/core/store/queries/conversation-views.ts';
import { conversationCounts, conversationPage } from '../../electron/core/store/queries/conversations.ts';
import { keptDraftsText, keptItemsText } from '../../electron/core/store/queries/history.ts';
import { byClientIdText, messagePageText } from '../../electron/core/store/queries/messages.ts';
import { dueText } from '../../electron/core/store/queries/outbox.ts';
import { writtenSinceText } from '../../electron/core/store/queries/someone-wrote.ts';
import { closeFiles } from '../../electron/core/store/open.ts';
import type { ConversationPatch } from '../../electron/core/store/records.ts';
import type { Files } from '../../electron/core/store/sql.ts';
import {
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

const views: readonly View[] = ['open', 'mine', 'unassigned', 'closing', 'snoozed', 'resolved'];

interface Seed {
  readonly status: NonNullable<ConversationPatch['status']>;
  readonly assignee: number | null;
  readonly activity: number;
  /** Hours before noon at which the customer wrote; null: never. */
  readonly wroteHoursAgo: number | null;
}

const seed: fc.Arbitrary<Seed> = fc.record({
  status: fc.constantFrom('open', 'pending', 'snoozed', 'resolved'),
  assignee: fc.constantFrom(null, 7, 8),
  // Few values, so that keys tie and the id has to decide.
  activity: fc.integer({ min: 0, max: 4 }).map((number) => noon + number),
  wroteHoursAgo: fc.constantFrom(null, 1, 21, 22, 23, 24, 30),
});

function fill(files: Files, seeds: readonly Seed[]): void {
  applyBatch(files, {
    channels: [whatsapp],
    conversations: seeds.map(({ status, assignee, activity }, index) =>
      conversation(index + 1, {
        status,
        lastActivityAt: activity,
        assignee: assignee === null ? null : { id: assignee, name: 'A', availability: 'online' },
      }),
    ),
    messages: seeds.flatMap(({ wroteHoursAgo }, index) =>
      wroteHoursAgo === null ? [] : [incoming(index + 1, 1000 + index, noon - wroteHoursAgo * hour)],
    ),
  });
}

function belongs(view: View, { status, assignee, wroteHoursAgo }: Seed): boolean {
  const open = status === 'open' || status === 'pending';
  const left = wroteHoursAgo === null ? 0 : 24 - wroteHoursAgo;
  if (view === 'open') return open;
  if (view === 'mine') return open && assignee === look.meId;
  if (view === 'unassigned') return open && assignee === null;
  if (view === 'closing') return open && left > 0 && left <= 4;
  return status === view;
}

function readAll(files: Files, view: View, sort: 'activity' | 'closing', limit: number): Conversation[] {
  const rows: Conversation[] = [];
  let after: { key: number; id: number } | null = null;
  do {
    const page = conversationPage(files, { ...look, view, sort, after, limit });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

/** The end of a window that is still open, from the seed alone. */
function endOf(one: Seed | undefined): number {
  return one === undefined || one.wroteHoursAgo === null || one.wroteHoursAgo >= 24
    ? Number.POSITIVE_INFINITY
    : noon - one.wroteHoursAgo * hour + day;
}

describe('inbox pages', () => {
  test('page by page they are the whole view in order, each row once', () => {
    const cases = fc.record({ seeds: fc.array(seed, { maxLength: 20 }), limit: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(cases, ({ seeds, limit }) => {
        const files = openInMemory();
        try {
          fill(files, seeds);
          const counts = conversationCounts(files, look);
          for (const view of views) {
            const members = seeds.map((one, index) => ({ one, id: index + 1 })).filter(({ one }) => belongs(view, one));
            const byActivity = members.toSorted((a, b) => b.one.activity - a.one.activity || b.id - a.id);
            expect(readAll(files, view, 'activity', limit).map(({ id }) => id)).toEqual(byActivity.map(({ id }) => id));
            expect(counts[view]).toBe(members.length);
            const open = members
              .filter(({ one }) => endOf(one) < Number.POSITIVE_INFINITY)
              .toSorted((a, b) => endOf(a.one) - endOf(b.one) || a.id - b.id);
            const rest = byActivity.filter(({ one }) => endOf(one) === Number.POSITIVE_INFINITY);
            expect(readAll(files, view, 'closing', limit).map(({ id }) => id)).toEqual(
              [...open, ...rest].map(({ id }) => id),
            );
          }
        } finally {
          closeFiles(files);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a window that ends between two pages is not missed', () => {
    const files = openForTest();
    fill(files, [
      { status: 'open', assignee: null, activity: noon, wroteHoursAgo: 23 },
      { status: 'open', assignee: null, activity: noon, wroteHoursAgo: 22 },
    ]);
    const args = { ...look, view: 'open', sort: 'closing', limit: 1 } as const;
    const first = conversationPage(files, { ...args, after: null });
    const second = conversationPage(files, { ...args, after: first.next, nowMs: noon + 3 * hour });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toContain(1);
    const third = conversationPage(files, { ...args, after: second.next, nowMs: noon + 3 * hour });
    const seen = [...first.rows, ...second.rows, ...third.rows].map(({ id }) => id);
    expect(new Set(seen)).toEqual(new Set([1, 2]));
  });
});

describe('query plans with 20,000 rows', () => {
  test('read through an index and never sort', () => {
    const files = openForTest();
    fillMany(files);
    const parameters = { ...look, key: noon, id: 5, limit: 50, beyond: noon };
    const texts = [
      ...views.flatMap((view) => [activityText(view), expiryText(view), noWindowText(view), countText(view)]),
      incompleteText,
      needsHistoryText,
    ];
    const plans = texts.map((text) => ({ text, plan: planOf(files.cache, text, [parameters]) }));
    plans.push({ text: messagePageText, plan: planOf(files.cache, messagePageText, [1, 5, 0, 50]) });
    plans.push({ text: writtenSinceText, plan: planOf(files.cache, writtenSinceText, [1, 5]) });
    plans.push({ text: keptDraftsText, plan: planOf(files.desk, keptDraftsText, [1]) });
    plans.push({ text: keptItemsText, plan: planOf(files.desk, keptItemsText, [1]) });
    plans.push({ text: byClientIdText, plan: planOf(files.cache, byClientIdText, ['c']) });
    for (const { text, plan } of plans) {
      expect(plan, text).toContain('SEARCH ');
      expect(plan, text).not.toMatch(/SCAN |TEMP B-TREE/u);
    }
    // The outbox is read as a whole: through the index of what is not settled, in its order.
    expect(planOf(files.desk, dueText, [])).toMatch(/^SCAN outbox USING INDEX outbox_unsettled$/u);
  });
});

function planOf(db: Files['cache'], text: string, parameters: unknown[]): string {
  const rows = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...parameters);
  return rows.map(({ detail }) => detail).join('\n');
}

function fillMany({ cache }: Files): void {
  cache.exec(`
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
    INSERT INTO conversation (id, channel_id, versions, server_labels, server_status, server_unread, server_last_activity_at,
      shelf, assignee_id, last_activity_at, window_expires_at, window_complete, needs_history)
    SELECT i, 1, '{}', '[]', 'open', 0, 0, CASE i % 5 WHEN 0 THEN 'snoozed' WHEN 1 THEN 'resolved' ELSE 'open' END,
      nullif(i % 9, 0), ${noon} + i, CASE i % 3 WHEN 0 THEN NULL ELSE ${noon} + i * 1000 END, i % 2, i % 4 = 0 FROM n;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
    INSERT INTO message (id, conversation_id, kind, text, at, deleted, client_id)
    SELECT i, i % 500, 'incoming', 'text', ${noon} + i, 0, CASE i % 7 WHEN 0 THEN 'c' || i END FROM n;
    ANALYZE;
  `);
}
