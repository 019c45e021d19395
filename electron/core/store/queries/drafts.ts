/** Unsent text and files, one draft for each conversation and audience. */
import type { Database } from 'better-sqlite3';
import type { Audience, Draft } from '../../../../shared/contract/entities.ts';
import type { LocalFile } from '../../../../shared/contract/files.ts';
import { fromJson, sql } from '../sql.ts';
import { keepDraft } from './history.ts';

interface DraftRow {
  readonly text: string;
  readonly caret: number;
  /** JSON array of `LocalFile`. */
  readonly files: string;
  readonly quoted_id: number | null;
}

export function getDraft(desk: Database, conversationId: number, audience: Audience): Draft | null {
  const text = 'SELECT text, caret, files, quoted_id FROM draft WHERE conversation_id = ? AND audience = ?';
  const row = sql<DraftRow>(desk, text).get(conversationId, audience);
  if (row === undefined) return null;
  const files = fromJson<LocalFile[]>(row.files);
  return { conversationId, audience, text: row.text, caret: row.caret, files, quotedId: row.quoted_id };
}

/** Nothing in it deletes the draft; a quoted message alone is nothing to send. */
export function saveDraft(desk: Database, draft: Draft): void {
  desk.transaction(() => {
    const old = getDraft(desk, draft.conversationId, draft.audience);
    if (old !== null) keepDraft(desk, old, draft);
    if (draft.text === '' && draft.files.length === 0) deleteDraft(desk, draft.conversationId, draft.audience);
    else write(desk, draft);
  })();
}

/** What was in it went into the outbox; what the outbox does not hold of it is kept. */
export function clearDraft(
  desk: Database,
  conversationId: number,
  audience: Audience,
  sent: Pick<Draft, 'text' | 'files'>,
): void {
  const old = getDraft(desk, conversationId, audience);
  if (old === null) return;
  keepDraft(desk, old, sent);
  deleteDraft(desk, conversationId, audience);
}

/** What comes back from the outbox; what was being written meanwhile stays behind it. */
export function putBeforeDraft(
  desk: Database,
  conversationId: number,
  audience: Audience,
  back: { readonly text: string; readonly files: readonly LocalFile[]; readonly quotedId: number | null },
): Draft {
  const old = getDraft(desk, conversationId, audience);
  const texts = [back.text, old?.text ?? ''].filter((text) => text.trim() !== '');
  const draft: Draft = {
    conversationId,
    audience,
    text: texts.join('\n\n'),
    caret: back.text.length,
    files: [...back.files, ...(old?.files ?? [])],
    quotedId: back.quotedId ?? old?.quotedId ?? null,
  };
  write(desk, draft);
  return draft;
}

export function hasReplyDraft(desk: Database, conversationId: number): boolean {
  const text = "SELECT 1 FROM draft WHERE conversation_id = ? AND audience = 'customer'";
  return sql(desk, text).get(conversationId) !== undefined;
}

function write(desk: Database, { conversationId, audience, text, caret, files, quotedId }: Draft): void {
  const insert = `INSERT INTO draft (conversation_id, audience, text, caret, files, quoted_id) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (conversation_id, audience) DO UPDATE
      SET text = excluded.text, caret = excluded.caret, files = excluded.files, quoted_id = excluded.quoted_id`;
  sql(desk, insert).run(conversationId, audience, text, caret, JSON.stringify(files), quotedId);
}

function deleteDraft(desk: Database, conversationId: number, audience: Audience): void {
  sql(desk, 'DELETE FROM draft WHERE conversation_id = ? AND audience = ?').run(conversationId, audience);
}
