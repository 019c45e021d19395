/** Whether what an action changes was changed on the server meanwhile, to something else than both sides wanted. */
import type { Database } from 'better-sqlite3';
import type { OutboxContent, OutboxProblem } from '../../../../shared/contract/outbox.ts';
import { assertNever } from '../../../../shared/lang/assert.ts';
import { fieldOf, goalOf, serverValue, type ActionField } from '../action-field.ts';
import type { OutboxRow, ServerConversationRow } from '../row-types.ts';
import { fromJson, sql } from '../sql.ts';
import type { Files } from '../sql.ts';
import { readServerRow } from './server-rows.ts';

type ChangedMeanwhile = Extract<OutboxProblem, { kind: 'changed-meanwhile' }>;

/** The value an action is based on, for its `base_value`. */
export function baseValueOf(cache: Database, conversationId: number, content: OutboxContent): string | null {
  const field = content.kind === 'action' ? fieldOf(content.action) : null;
  const row = field === null ? null : readServerRow(cache, conversationId);
  return field === null || row === null ? null : serverValue(row, field);
}

/** The server said yes: what the agent decided later about the same thing is based on this value. */
export function rebaseLaterActions({ desk }: Files, accepted: OutboxRow): void {
  const content = fromJson<OutboxContent>(accepted.content);
  const field = content.kind === 'action' ? fieldOf(content.action) : null;
  if (content.kind !== 'action' || field === null) return;
  const text = `SELECT * FROM outbox INDEXED BY outbox_conversation
    WHERE conversation_id = ? AND position > ? AND settled = 0 AND kind = 'action'`;
  for (const row of sql<OutboxRow>(desk, text).all(accepted.conversation_id, accepted.position)) {
    const later = fromJson<OutboxContent>(row.content);
    if (later.kind !== 'action' || fieldOf(later.action) !== field) continue;
    sql(desk, 'UPDATE outbox SET base_value = ? WHERE client_id = ?').run(goalOf(content.action), row.client_id);
  }
}

export function changedMeanwhile(
  { cache, desk }: Files,
  { clientId, meId }: { readonly clientId: string; readonly meId: number },
): ChangedMeanwhile | null {
  const item = sql<OutboxRow>(desk, 'SELECT * FROM outbox WHERE client_id = ?').get(clientId);
  if (item === undefined || item.base_value === null) return null;
  const content = fromJson<OutboxContent>(item.content);
  const field = content.kind === 'action' ? fieldOf(content.action) : null;
  const row = readServerRow(cache, item.conversation_id);
  if (content.kind !== 'action' || field === null || row === null) return null;
  const current = serverValue(row, field);
  if (current === item.base_value || current === goalOf(content.action)) return null;
  const now = wordsOf(cache, row, field);
  return { kind: 'changed-meanwhile', by: whoChanged(cache, item, meId, now), now };
}

/** Empty: nobody, no team, no priority. */
function wordsOf(cache: Database, row: ServerConversationRow, field: ActionField): string {
  switch (field) {
    case 'status':
      return row.server_status;
    case 'priority':
      return row.server_priority ?? '';
    case 'assignee':
      return nameIn(cache, 'SELECT name FROM agent WHERE id = ?', row.server_assignee_id);
    case 'team':
      return nameIn(cache, 'SELECT name FROM team WHERE id = ?', row.server_team_id);
    default:
      return assertNever(field, 'field of an action');
  }
}

function nameIn(cache: Database, text: string, id: number | null): string {
  if (id === null) return '';
  return sql<{ name: string }>(cache, text).get(id)?.name ?? `#${id}`;
}

/**
 * The server says it only in a line of the thread, in the language of whoever did it. So only names are looked for: a
 * colleague's in the newest such line since then, and not the name the value itself has ("Assigned to Ana by Ben").
 */
function whoChanged(cache: Database, item: OutboxRow, meId: number, now: string): string | null {
  const lines = sql<{ text: string }>(
    cache,
    `SELECT text FROM message WHERE conversation_id = ? AND id > ? AND kind = 'activity' ORDER BY id DESC LIMIT 5`,
  ).all(item.conversation_id, item.base_message_id ?? 0);
  const names = sql<{ name: string }>(cache, `SELECT name FROM agent WHERE id <> ? AND name <> ''`)
    .all(meId)
    .map(({ name }) => name);
  for (const { text } of lines) {
    const told = names.filter((name) => text.includes(name));
    if (told.length === 0) continue;
    return told.find((name) => name !== now) ?? told[0] ?? null;
  }
  return null;
}
