/** Unsent text, files and templates half filled in, one draft for each conversation and audience. */
import type { Database } from 'better-sqlite3';
import type { Audience, Draft } from '../../../../shared/contract/entities.ts';
import type { LocalFile } from '../../../../shared/contract/files.ts';
import type { TemplateDraft } from '../../../../shared/contract/templates.ts';
import { templateId } from '../../../../shared/templates/rank.ts';
import { hasValues } from '../../../../shared/templates/render.ts';
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

/** Nothing in it and no template deletes the draft; a quoted message alone is nothing to send. */
export function saveDraft(desk: Database, draft: Draft): void {
  desk.transaction(() => {
    const old = getDraft(desk, draft.conversationId, draft.audience);
    if (old !== null) keepDraft(desk, old, draft);
    write(desk, draft);
    deleteIfEmpty(desk, draft.conversationId, draft.audience);
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
  write(desk, { ...old, text: '', caret: 0, files: [], quotedId: null });
  deleteIfEmpty(desk, conversationId, audience);
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

function deleteIfEmpty(desk: Database, conversationId: number, audience: Audience): void {
  const text = `DELETE FROM draft
    WHERE conversation_id = ? AND audience = ? AND text = '' AND files = '[]' AND templates = '[]'`;
  sql(desk, text).run(conversationId, audience);
}

/** More than these are older than anybody remembers. */
const mostTemplates = 10;

/** The one that was touched last first. */
export function templateDrafts(desk: Database, conversationId: number): readonly TemplateDraft[] {
  const text = "SELECT templates FROM draft WHERE conversation_id = ? AND audience = 'customer'";
  const row = sql<{ templates: string }>(desk, text).get(conversationId);
  return row === undefined ? [] : fromJson<TemplateDraft[]>(row.templates);
}

/** Without any value it is deleted. */
export function saveTemplateDraft(desk: Database, conversationId: number, template: TemplateDraft): void {
  changeTemplates(
    desk,
    conversationId,
    (others) => (hasValues(template.values) ? [template, ...others] : others),
    template,
  );
}

/** What comes back from the outbox, unless the same template is being filled in again. */
export function keepTemplateDraft(
  desk: Database,
  conversationId: number,
  { name, language, values }: Omit<TemplateDraft, 'sources'>,
): void {
  const template: TemplateDraft = { name, language, values, sources: {} };
  const known = templateDrafts(desk, conversationId).map(templateId);
  if (!known.includes(templateId(template))) saveTemplateDraft(desk, conversationId, template);
}

/** It was sent. */
export function clearTemplateDraft(desk: Database, conversationId: number, template: TemplateName): void {
  changeTemplates(desk, conversationId, (others) => others, template);
}

type TemplateName = Pick<TemplateDraft, 'name' | 'language'>;

function changeTemplates(
  desk: Database,
  conversationId: number,
  change: (others: readonly TemplateDraft[]) => readonly TemplateDraft[],
  about: TemplateName,
): void {
  desk.transaction(() => {
    const before = templateDrafts(desk, conversationId);
    const others = before.filter((other) => templateId(other) !== templateId(about));
    const text = `INSERT INTO draft (conversation_id, audience, text, caret, templates) VALUES (?, 'customer', '', 0, ?)
      ON CONFLICT (conversation_id, audience) DO UPDATE SET templates = excluded.templates`;
    sql(desk, text).run(conversationId, JSON.stringify(change(others).slice(0, mostTemplates)));
    deleteIfEmpty(desk, conversationId, 'customer');
  })();
}
