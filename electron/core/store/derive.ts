/**
 * Writes the shown half of conversation rows: the server's half with the pending outbox laid over it, and the facts
 * that follow from the messages. Runs whenever either side changes; nothing else writes these columns.
 */
import type { ConversationStatus, MessagePreview } from '../../../shared/contract/entities.ts';
import type { OutboxState } from '../../../shared/contract/outbox.ts';
import { windowPolicy } from '../../../shared/window/policy.ts';
import type { OpeningEvent } from '../../../shared/window/window-state.ts';
import { mentionedAt } from './queries/mentions.ts';
import { isPending, overlay, overlayableOf, overlayPreview } from './overlay.ts';
import type { PendingItem } from './overlay.ts';
import type { ConversationRow, ServerConversationRow, ShownConversationRow } from './row-types.ts';
import { fromJson, sql } from './sql.ts';
import type { Files } from './sql.ts';
import { windowFacts } from './window-facts.ts';
import type { StoredWindow, WindowSource } from './window-facts.ts';

/** One page of Chatwoot's messages: with fewer than this, and not known to be all, there is history to fetch. */
const historyPage = 20;

const shownColumns = [
  'status',
  'shelf',
  'snoozed_until',
  'assignee_id',
  'team_id',
  'priority',
  'labels',
  'unread',
  'last_activity_at',
  'pending',
  'needs_history',
  'preview_text',
  'preview_kind',
  'preview_at',
  'template_sent_at',
  'window_opened_at',
  'window_opened_by',
  'window_refused_at',
  'window_expires_at',
  'window_complete',
  'mentioned_at',
] as const satisfies readonly (keyof ShownConversationRow)[];

const readText = 'SELECT * FROM conversation WHERE id = ?';
const writeText = `UPDATE conversation SET ${shownColumns.map((name) => `${name} = @${name}`).join(', ')} WHERE id = @id`;

/** Answers the ids whose shown half changed. Unknown ids are skipped: their message came before them. */
export function deriveConversations(files: Files, ids: Iterable<number>): number[] {
  return files.cache.transaction(() => [...ids].filter((id) => deriveOne(files, id)))();
}

/** Conversations whose shown half depends on the outbox, as far as either file knows. */
export function pendingConversationIds({ cache, desk }: Files): Set<number> {
  const laidOver = sql<{ id: number }>(cache, 'SELECT id FROM conversation WHERE pending = 1').all();
  const waiting = sql<{ id: number }>(desk, 'SELECT conversation_id AS id FROM outbox WHERE settled = 0').all();
  return new Set([...laidOver, ...waiting].map(({ id }) => id));
}

function deriveOne(files: Files, id: number): boolean {
  const row = sql<ConversationRow>(files.cache, readText).get(id);
  if (row === undefined) return false;
  const shown = shownHalf(files, row);
  if (shownColumns.every((name) => row[name] === shown[name])) return false;
  sql(files.cache, writeText).run({ ...shown, id });
  return true;
}

function shownHalf(files: Files, row: ServerConversationRow): ShownConversationRow {
  const items = pendingItems(files, row.id);
  const shown = overlay(overlayableOf(row), items, (time) => incomingAfter(files, row.id, time));
  const preview = overlayPreview(newestPreview(files, row.id), items);
  const facts = storedWindow(files, row);
  return {
    status: shown.status,
    shelf: shelfOf(shown.status),
    snoozed_until: shown.snoozedUntil,
    assignee_id: shown.assigneeId,
    team_id: shown.teamId,
    priority: shown.priority,
    labels: JSON.stringify(shown.labels),
    unread: shown.unread,
    last_activity_at: Math.max(row.server_last_activity_at, newestMessageAt(files, row.id)),
    pending: items.some((item) => isPending(item.state)) ? 1 : 0,
    needs_history: needsHistory(files, row) ? 1 : 0,
    preview_text: preview?.text ?? null,
    preview_kind: preview?.kind ?? null,
    preview_at: preview?.at ?? null,
    template_sent_at: templateSentAt(files, row.id),
    window_opened_at: facts.openedAt,
    window_opened_by: facts.openedBy,
    window_refused_at: facts.refusedAt,
    window_expires_at: facts.expiresAt,
    window_complete: facts.complete ? 1 : 0,
    mentioned_at: mentionedAt(files.cache, row),
  };
}

/** Which list it stands in: pending (waiting for a bot) is open to a person. */
function shelfOf(status: ConversationStatus): ShownConversationRow['shelf'] {
  return status === 'snoozed' || status === 'resolved' ? status : 'open';
}

function pendingItems({ desk }: Files, id: number): PendingItem[] {
  const rows = sql<{ content: string; state: OutboxState; created_at: number }>(
    desk,
    `SELECT content, state, created_at FROM outbox INDEXED BY outbox_conversation
     WHERE conversation_id = ? AND settled = 0 ORDER BY position`,
  ).all(id);
  return rows.map(({ content, state, created_at: createdAt }) => ({ content: fromJson(content), state, createdAt }));
}

function incomingAfter({ cache }: Files, id: number, time: number): number {
  const text = `SELECT count(*) AS many FROM message INDEXED BY message_incoming
    WHERE conversation_id = ? AND kind = 'incoming' AND at > ?`;
  return sql<{ many: number }>(cache, text).get(id, time)?.many ?? 0;
}

function newestPreview({ cache }: Files, id: number): MessagePreview | null {
  const text = `SELECT text, kind, at FROM message
    WHERE conversation_id = ? AND kind <> 'activity' ORDER BY id DESC LIMIT 1`;
  return sql<MessagePreview>(cache, text).get(id) ?? null;
}

function newestMessageAt({ cache }: Files, id: number): number {
  const text = 'SELECT at FROM message WHERE conversation_id = ? ORDER BY id DESC LIMIT 1';
  return sql<{ at: number }>(cache, text).get(id)?.at ?? 0;
}

function needsHistory({ cache }: Files, row: ServerConversationRow): boolean {
  if (row.contiguous_from === 0) return false;
  const text = `SELECT count(*) AS many FROM (SELECT 1 FROM message WHERE conversation_id = ? LIMIT ${historyPage})`;
  return (sql<{ many: number }>(cache, text).get(row.id)?.many ?? 0) < historyPage;
}

function newestIncomingAt({ cache }: Files, id: number): number | null {
  const text = `SELECT max(at) AS at FROM message INDEXED BY message_incoming
    WHERE conversation_id = ? AND kind = 'incoming'`;
  return sql<{ at: number | null }>(cache, text).get(id)?.at ?? null;
}

/** A template that WhatsApp refused did not go out. */
function templateSentAt(files: Files, id: number): number | null {
  const text = `SELECT max(at) AS at FROM message INDEXED BY message_template
    WHERE conversation_id = ? AND is_template = 1 AND kind = 'outgoing' AND status IS NOT 'failed'`;
  const sentAt = sql<{ at: number | null }>(files.cache, text).get(id)?.at ?? null;
  const answeredAt = newestIncomingAt(files, id);
  return sentAt !== null && (answeredAt === null || answeredAt <= sentAt) ? sentAt : null;
}

function storedWindow(files: Files, row: ServerConversationRow): StoredWindow {
  const channel = sql<{ window_ms: number | null }>(files.cache, 'SELECT window_ms FROM channel WHERE id = ?').get(
    row.channel_id,
  );
  return windowFacts({
    channelKnown: channel !== undefined,
    windowMs: channel === undefined ? windowPolicy.whatsappWindowMs : channel.window_ms,
    openings: openingsOf(files, row.id),
    failures: failuresOf(files, row.id),
    hasIncoming: newestIncomingAt(files, row.id) !== null,
    unread: row.server_unread,
    canReply: row.can_reply === null ? null : row.can_reply === 1,
    canReplyAt: row.can_reply_at,
    lastActivityAt: row.server_last_activity_at,
    run: runOf(files, row),
  });
}

function runOf({ cache }: Files, row: ServerConversationRow): WindowSource['run'] {
  if (row.contiguous_from === null || row.contiguous_to === null) return null;
  const text = 'SELECT at FROM message WHERE conversation_id = ? AND id = ?';
  const at = (id: number): number | undefined => sql<{ at: number }>(cache, text).get(row.id, id)?.at;
  const oldestAt = row.contiguous_from === 0 ? 0 : at(row.contiguous_from);
  const newestAt = at(row.contiguous_to);
  return oldestAt === undefined || newestAt === undefined ? null : { oldestAt, newestAt };
}

/** Without those that a later answer showed to be reactions or of an unsupported type. */
function openingsOf({ cache }: Files, id: number): OpeningEvent[] {
  const text = `SELECT o.kind, o.at, o.provider_at AS providerAt FROM opening_event AS o
    INDEXED BY opening_event_conversation
    WHERE o.conversation_id = ? AND NOT EXISTS (
      SELECT 1 FROM message AS m WHERE m.conversation_id = o.conversation_id AND m.id = o.message_id
      AND m.opens_window = 0)`;
  return sql<OpeningEvent>(cache, text).all(id);
}

function failuresOf({ cache }: Files, id: number): { at: number; failure: string; isTemplate: boolean }[] {
  const text = `SELECT at, failure, is_template FROM message INDEXED BY message_failed
    WHERE conversation_id = ? AND status = 'failed' AND kind = 'outgoing' AND failure IS NOT NULL`;
  const rows = sql<{ at: number; failure: string; is_template: number | null }>(cache, text).all(id);
  return rows.map((row) => ({ at: row.at, failure: row.failure, isTemplate: row.is_template === 1 }));
}
