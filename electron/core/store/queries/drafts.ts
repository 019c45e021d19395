/** Unsent text, one for each conversation and audience. */
import type { Database } from 'better-sqlite3';
import type { Audience, Draft } from '../../../../shared/contract/entities.ts';
import { sql } from '../sql.ts';
import { keepDraftText } from './history.ts';

export function getDraft(desk: Database, conversationId: number, audience: Audience): Draft | null {
  const text = 'SELECT text, caret FROM draft WHERE conversation_id = ? AND audience = ?';
  const row = sql<{ text: string; caret: number }>(desk, text).get(conversationId, audience);
  return row === undefined ? null : { conversationId, audience, text: row.text, caret: row.caret };
}

/** An empty text deletes the draft. */
export function saveDraft(desk: Database, draft: Draft): void {
  desk.transaction(() => {
    const old = getDraft(desk, draft.conversationId, draft.audience);
    if (old !== null) keepDraftText(desk, old, draft.text);
    if (draft.text === '') deleteDraft(desk, draft.conversationId, draft.audience);
    else write(desk, draft);
  })();
}

/** The text went into an outbox item; what the item does not hold is kept. */
export function clearDraft(desk: Database, conversationId: number, audience: Audience, sentText: string): void {
  const old = getDraft(desk, conversationId, audience);
  if (old === null) return;
  keepDraftText(desk, old, sentText);
  deleteDraft(desk, conversationId, audience);
}

/** Text that comes back from the outbox; what was being written meanwhile stays behind it. */
export function putBeforeDraft(desk: Database, conversationId: number, audience: Audience, text: string): Draft {
  const old = getDraft(desk, conversationId, audience);
  const rest = old === null || old.text.trim() === '' ? '' : `\n\n${old.text}`;
  const draft: Draft = { conversationId, audience, text: text + rest, caret: text.length };
  write(desk, draft);
  return draft;
}

export function hasReplyDraft(desk: Database, conversationId: number): boolean {
  const text = "SELECT 1 FROM draft WHERE conversation_id = ? AND audience = 'customer'";
  return sql(desk, text).get(conversationId) !== undefined;
}

function write(desk: Database, draft: Draft): void {
  const text = `INSERT INTO draft (conversation_id, audience, text, caret) VALUES (?, ?, ?, ?)
    ON CONFLICT (conversation_id, audience) DO UPDATE SET text = excluded.text, caret = excluded.caret`;
  sql(desk, text).run(draft.conversationId, draft.audience, draft.text, draft.caret);
}

function deleteDraft(desk: Database, conversationId: number, audience: Audience): void {
  sql(desk, 'DELETE FROM draft WHERE conversation_id = ? AND audience = ?').run(conversationId, audience);
}
