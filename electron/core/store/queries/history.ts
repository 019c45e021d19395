/** Copies of texts that were replaced or removed, so that nothing the agent typed is gone at once (law 3). */
import type { Database } from 'better-sqlite3';
import type { Audience, KeptText } from '../../../../shared/contract/entities.ts';
import type { OutboxContent } from '../../../../shared/contract/outbox.ts';
import type { OutboxRow } from '../row-types.ts';
import { fromJson, sql } from '../sql.ts';

const keepForMs = 30 * 24 * 60 * 60 * 1000;

/** Skipped while the new text still holds the old one, as it does while somebody types on. */
export function keepDraftText(
  desk: Database,
  draft: { readonly conversationId: number; readonly audience: Audience; readonly text: string },
  replacement: string,
): void {
  if (draft.text.trim() === '' || replacement.includes(draft.text.trim())) return;
  sql(desk, 'INSERT INTO draft_history (conversation_id, audience, text) VALUES (?, ?, ?)').run(
    draft.conversationId,
    draft.audience,
    draft.text,
  );
}

export function keepOutboxItem(desk: Database, row: OutboxRow, reason: string): void {
  sql(
    desk,
    'INSERT OR IGNORE INTO outbox_history (client_id, conversation_id, content, reason) VALUES (?, ?, ?, ?)',
  ).run(row.client_id, row.conversation_id, row.content, reason);
}

const mostKeptTexts = 100;
const newEnough = `kept_at >= CAST(unixepoch('subsec') * 1000 AS INTEGER) - ${keepForMs}`;
export const keptDraftsText = `SELECT seq, audience, text, kept_at FROM draft_history
  INDEXED BY draft_history_conversation WHERE conversation_id = ? AND ${newEnough}
  ORDER BY seq DESC LIMIT ${mostKeptTexts}`;
// Not what was taken back (it is a draft) nor what became a note (it was sent).
export const keptItemsText = `SELECT seq, content, reason, kept_at FROM outbox_history
  INDEXED BY outbox_history_conversation WHERE conversation_id = ? AND reason IN ('cancelled', 'discarded')
  AND ${newEnough} ORDER BY seq DESC LIMIT ${mostKeptTexts}`;

/** Newest first. */
export function keptTexts(desk: Database, conversationId: number): KeptText[] {
  const drafts = sql<{ seq: number; audience: Audience; text: string; kept_at: number }>(desk, keptDraftsText)
    .all(conversationId)
    .map((row): KeptText => {
      const { audience, text, kept_at: keptAt } = row;
      return { id: `draft-${row.seq}`, conversationId, audience, text, keptAt, why: 'replaced' };
    });
  type KeptItem = { seq: number; content: string; reason: 'cancelled' | 'discarded'; kept_at: number };
  const items = sql<KeptItem>(desk, keptItemsText)
    .all(conversationId)
    .flatMap((row): KeptText[] => {
      const content = fromJson<OutboxContent>(row.content);
      // Of a file alone there is no text to keep.
      if (content.kind === 'action' || content.text === '') return [];
      const audience = content.kind === 'note' ? 'team' : 'customer';
      const { text } = content;
      return [{ id: `sent-${row.seq}`, conversationId, audience, text, keptAt: row.kept_at, why: row.reason }];
    });
  return [...drafts, ...items].toSorted((a, b) => b.keptAt - a.keptAt).slice(0, mostKeptTexts);
}

export function wasRemoved(desk: Database, clientId: string): boolean {
  return sql(desk, 'SELECT 1 FROM outbox_history WHERE client_id = ?').get(clientId) !== undefined;
}

/** Old copies, and items that the server has had for as long. Judged by the computer's clock, as their times are. */
export function forgetOldHistory(desk: Database): void {
  const tooOld = `kept_at < CAST(unixepoch('subsec') * 1000 AS INTEGER) - ${keepForMs}`;
  desk.transaction(() => {
    sql(desk, `DELETE FROM draft_history WHERE ${tooOld}`).run();
    sql(desk, `DELETE FROM outbox_history WHERE ${tooOld}`).run();
    sql(desk, `DELETE FROM outbox WHERE settled = 1 AND ${tooOld}`).run();
  })();
}
