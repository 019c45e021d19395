import { describe, expect, test } from 'vitest';
import type { View } from '../../shared/contract/entities.ts';
import {
  choiceTexts,
  contactChoiceText,
  mentionedText,
} from '../../electron/core/store/queries/conversation-choice.ts';
import {
  countText,
  incompleteText,
  isReadByIds,
  needsHistoryText,
  pageText,
  type PagePart,
} from '../../electron/core/store/queries/conversation-views.ts';
import { ofContactText } from '../../electron/core/store/queries/conversations.ts';
import { keptDraftsText, keptFileIdsText, keptItemsText } from '../../electron/core/store/queries/history.ts';
import { byClientIdText, messagePageText } from '../../electron/core/store/queries/messages.ts';
import { dueText } from '../../electron/core/store/queries/outbox.ts';
import { everythingText, matchText } from '../../electron/core/store/queries/search.ts';
import { refusalsText } from '../../electron/core/store/queries/stopped-marketing.ts';
import { writtenSinceText } from '../../electron/core/store/queries/someone-wrote.ts';
import type { Files } from '../../electron/core/store/sql.ts';
import { anything, look, noon, openForTest } from './support/fixtures.ts';

const views: readonly View[] = ['open', 'mine', 'unassigned', 'mentions', 'closing', 'snoozed', 'resolved', 'drafts'];
const pageParts: readonly PagePart[] = ['activity', 'expiry', 'no-window', 'waiting', 'not-waiting'];
const every = { channelId: 1, teamId: 2, label: 'vip', assigneeId: 7, text: 'ana' };
const parameters = {
  ...look,
  ...every,
  word0: '% ana%',
  word1: '%',
  word2: '%',
  word3: '%',
  digits: null,
  ids: '[1,2]',
  few: 5,
  contactId: 3,
  key: noon,
  id: 5,
  limit: 50,
  beyond: noon,
};

describe('query plans with 20,000 rows, after ANALYZE', () => {
  test('read through an index and never sort', () => {
    const files = openForTest();
    fillMany(files);
    const texts = [
      ...views
        .filter((view) => !isReadByIds(view))
        .flatMap((view) =>
          pageParts.flatMap((part) => [pageText(part, view, anything, false), pageText(part, view, every, false)]),
        ),
      ...views.filter((view) => view !== 'drafts' && view !== 'mentions').map(countText),
      ...Object.values(choiceTexts),
      ofContactText,
      incompleteText,
      needsHistoryText,
    ];
    const plans = texts.map((text) => ({ text, plan: planOf(files.cache, text, [parameters]) }));
    plans.push({ text: messagePageText, plan: planOf(files.cache, messagePageText, [1, 5, 50]) });
    plans.push({ text: writtenSinceText, plan: planOf(files.cache, writtenSinceText, [1, 5]) });
    plans.push({ text: keptDraftsText, plan: planOf(files.desk, keptDraftsText, [1]) });
    plans.push({ text: keptItemsText, plan: planOf(files.desk, keptItemsText, [1]) });
    plans.push({ text: refusalsText, plan: planOf(files.cache, refusalsText, [1]) });
    plans.push({ text: byClientIdText, plan: planOf(files.cache, byClientIdText, ['c']) });
    for (const { text, plan } of plans) {
      expect(plan, text).toContain('SEARCH ');
      expect(plan, text).not.toMatch(/SCAN |TEMP B-TREE/u);
    }
    // Kept drafts without files are not looked at.
    expect(planOf(files.desk, keptFileIdsText, [])).toContain('SCAN draft_history USING INDEX draft_history_files');
    // The outbox is read as a whole: through the index of what is not settled, in its order.
    expect(planOf(files.desk, dueText, [])).toMatch(/^SCAN outbox USING INDEX outbox_unsettled$/u);
  });

  test('from a few given ids nothing but those is read', () => {
    const files = openForTest();
    fillMany(files);
    for (const view of views) {
      for (const part of pageParts) {
        const plan = planOf(files.cache, pageText(part, view, every, true), [parameters]);
        expect(plan).toMatch(
          /^SCAN given VIRTUAL TABLE INDEX 1:\nSEARCH c USING (?:INTEGER PRIMARY KEY|INDEX conversation_mentioned) /u,
        );
        expect(plan.match(/SCAN /gu)).toHaveLength(1);
      }
    }
    // The few that were mentioned, and the customers, whose names no index can find by their middle.
    expect(planOf(files.cache, mentionedText, [])).toMatch(
      /^SCAN conversation USING (?:COVERING )?INDEX conversation_mentioned$/u,
    );
    expect(planOf(files.cache, contactChoiceText, [parameters])).toMatch(
      /^SCAN p\nSEARCH c USING (?:COVERING )?INDEX conversation_contact/u,
    );
  });

  test('search walks the index from its newest end', () => {
    const files = openForTest();
    fillMany(files);
    const match = planOf(files.cache, matchText, [{ match: 'text', before: 9, limit: 5 }]);
    const everything = planOf(files.cache, everythingText, [{ before: 9, limit: 5 }]);
    for (const plan of [match, everything]) expect(plan).toMatch(/^SCAN message_words VIRTUAL TABLE INDEX \S+$/u);
  });
});

function planOf(db: Files['cache'], text: string, given: unknown[]): string {
  const rows = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...given);
  return rows.map(({ detail }) => detail).join('\n');
}

function fillMany({ cache }: Files): void {
  cache.exec(`
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
    INSERT INTO conversation (id, channel_id, versions, contact, labels, server_labels, server_status, server_unread,
      server_last_activity_at, shelf, assignee_id, team_id, last_activity_at, window_expires_at, window_complete,
      needs_history, waiting_since, mentioned_at)
    SELECT i, i % 3, '{}', json_object('id', i / 2, 'name', 'C' || i), '[]', '[]', 'open', 0, 0,
      CASE i % 5 WHEN 0 THEN 'snoozed' WHEN 1 THEN 'resolved' ELSE 'open' END,
      nullif(i % 9, 0), nullif(i % 6, 0), ${noon} + i, CASE i % 3 WHEN 0 THEN NULL ELSE ${noon} + i * 1000 END, i % 2,
      i % 4 = 0, CASE i % 2 WHEN 0 THEN ${noon} - i END, CASE i % 50 WHEN 0 THEN ${noon} END FROM n;
    INSERT INTO contact (id, entity, words, digits, version)
      SELECT DISTINCT contact_id, contact, ' c' || contact_id, '', NULL FROM conversation GROUP BY contact_id;
    INSERT INTO conversation_label (title, conversation_id)
      SELECT CASE id % 7 WHEN 0 THEN 'vip' ELSE 'other' END, id FROM conversation;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
    INSERT INTO message (id, conversation_id, kind, text, at, deleted, client_id)
    SELECT i, i % 500, 'incoming', 'text', ${noon} + i, 0, CASE i % 7 WHEN 0 THEN 'c' || i END FROM n;
    ANALYZE;
  `);
}
