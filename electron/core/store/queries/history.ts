/** What was replaced or removed, with its files, so that nothing the agent typed or chose is gone at once (law 3). */
import type { Database } from 'better-sqlite3';
import type { Audience, Draft, KeptText } from '../../../../shared/contract/entities.ts';
import type { LocalFile } from '../../../../shared/contract/files.ts';
import type { OutboxContent } from '../../../../shared/contract/outbox.ts';
import type { OutboxRow } from '../row-types.ts';
import { fromJson, sql } from '../sql.ts';
import { getLocalFile } from './local-files.ts';

const keepForMs = 30 * 24 * 60 * 60 * 1000;

/** Of a draft, what its replacement does not hold: nothing, while somebody types on. */
export function keepDraft(desk: Database, old: Draft, replacement: Pick<Draft, 'text' | 'files'>): void {
  const text = replacement.text.includes(old.text.trim()) ? '' : old.text;
  const held = new Set(replacement.files.map(({ id }) => id));
  const files = old.files.filter(({ id }) => !held.has(id));
  if (text === '' && files.length === 0) return;
  sql(desk, 'INSERT INTO draft_history (conversation_id, audience, text, files) VALUES (?, ?, ?, ?)').run(
    old.conversationId,
    old.audience,
    text,
    JSON.stringify(files),
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
// Not what was taken back (it is a draft) nor what became a note (it was sent).
const keptItem = `reason IN ('cancelled', 'discarded') AND ${newEnough}`;
export const keptDraftsText = `SELECT seq, audience, text, files, kept_at FROM draft_history
  INDEXED BY draft_history_conversation WHERE conversation_id = ? AND ${newEnough}
  ORDER BY seq DESC LIMIT ${mostKeptTexts}`;
export const keptItemsText = `SELECT seq, content, reason, kept_at FROM outbox_history
  INDEXED BY outbox_history_conversation WHERE conversation_id = ? AND ${keptItem} ORDER BY seq DESC LIMIT ${mostKeptTexts}`;
/** Ids of the files that can still be put back with what they belong to. */
export const keptFileIdsText = `SELECT json_extract(file.value, '$.id')
    FROM draft_history INDEXED BY draft_history_files, json_each(draft_history.files) AS file
    WHERE files <> '[]' AND ${newEnough}
  UNION ALL SELECT json_extract(content, '$.file.id') FROM outbox_history
    WHERE json_extract(content, '$.file.id') IS NOT NULL AND ${keptItem}`;

/** Newest first. */
export function keptTexts(desk: Database, conversationId: number): KeptText[] {
  // What was kept before copies were kept with it has none.
  const here = (files: readonly LocalFile[]): LocalFile[] => files.filter(({ id }) => getLocalFile(desk, id) !== null);
  type KeptDraft = { seq: number; audience: Audience; text: string; files: string; kept_at: number };
  const drafts = sql<KeptDraft>(desk, keptDraftsText)
    .all(conversationId)
    .map((row): KeptText => {
      const { audience, text, kept_at: keptAt } = row;
      const files = here(fromJson<LocalFile[]>(row.files));
      return { id: `draft-${row.seq}`, conversationId, audience, text, files, keptAt, why: 'replaced' };
    });
  type KeptItem = { seq: number; content: string; reason: 'cancelled' | 'discarded'; kept_at: number };
  const items = sql<KeptItem>(desk, keptItemsText)
    .all(conversationId)
    .flatMap((row): KeptText[] => {
      const content = fromJson<OutboxContent>(row.content);
      if (content.kind === 'action') return [];
      const audience = content.kind === 'note' ? 'team' : 'customer';
      const { text } = content;
      // From before there were files, `file` is missing.
      const files = here(content.kind === 'template' ? [] : [content.file ?? []].flat());
      return [{ id: `sent-${row.seq}`, conversationId, audience, text, files, keptAt: row.kept_at, why: row.reason }];
    });
  return [...drafts, ...items]
    .filter(({ text, files }) => text !== '' || files.length > 0)
    .toSorted((a, b) => b.keptAt - a.keptAt)
    .slice(0, mostKeptTexts);
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
