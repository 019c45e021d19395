/**
 * The rules by which a server answer joins what is stored (law 8): pure, and the same whatever the order of arrival,
 * as far as the answers carry a version. Chatwoot's REST and push shapes tell different fields, its events are neither
 * ordered nor complete, and its delivery statuses can go backwards (chatwoot-api.md §3.6, §7.2, §7.3).
 */
import type { ConversationPatch, MessagePatch, MessageStatus } from './records.ts';
import type { MessageRow, ServerConversationRow } from './row-types.ts';
import { fromJson } from './sql.ts';

/** Columns where the newest answer that mentions the field wins. */
type VersionedColumns = Pick<
  ServerConversationRow,
  | 'contact'
  | 'server_labels'
  | 'server_priority'
  | 'server_team_id'
  | 'waiting_since'
  | 'can_reply'
  | 'can_reply_at'
  | 'server_status'
  | 'server_snoozed_until'
  | 'server_assignee_id'
  | 'server_unread'
>;

type Versions = Partial<Record<keyof VersionedColumns, number>>;

const emptyConversation: Omit<ServerConversationRow, 'id' | 'channel_id'> = {
  versions: '{}',
  updated_at: null,
  created_at: null,
  contact: null,
  server_labels: '[]',
  server_priority: null,
  server_team_id: null,
  waiting_since: null,
  agent_seen_at: null,
  can_reply: null,
  can_reply_at: null,
  server_status: 'open',
  server_snoozed_until: null,
  server_assignee_id: null,
  server_unread: 0,
  server_last_activity_at: 0,
  contiguous_from: null,
  contiguous_to: null,
  messages_read_at: null,
  server_mentioned_at: null,
};

/**
 * Each field keeps the version of the answer it came from, because shapes leave out different fields: an answer that is
 * old for the conversation may still be the newest word on one field. Equal versions: the later arrival wins, since
 * Chatwoot changes some columns (unread) without a new version. An answer without a version counts as current.
 */
export function mergeConversation(
  stored: ServerConversationRow | null,
  patch: ConversationPatch,
): ServerConversationRow {
  const old = stored ?? { ...emptyConversation, id: patch.id, channel_id: patch.channelId };
  const { values, versions } = newestFields(old, told(patch), patch.updatedAt);
  return {
    ...old,
    ...values,
    channel_id: patch.channelId,
    versions: JSON.stringify(versions),
    updated_at: latest(old.updated_at, patch.updatedAt),
    created_at: earliest(old.created_at, whole(patch.createdAt)),
    agent_seen_at: latest(old.agent_seen_at, whole(patch.agentSeenAt)),
    server_last_activity_at: Math.max(old.server_last_activity_at, whole(patch.lastActivityAt) ?? 0),
  };
}

/** Only the columns that this answer mentions. */
function told(patch: ConversationPatch): Partial<VersionedColumns> {
  return {
    ...(patch.contact !== undefined && { contact: JSON.stringify(patch.contact) }),
    ...(patch.labels !== undefined && { server_labels: JSON.stringify(patch.labels) }),
    ...(patch.priority !== undefined && { server_priority: patch.priority }),
    ...(patch.team !== undefined && { server_team_id: patch.team?.id ?? null }),
    ...(patch.waitingSince !== undefined && { waiting_since: whole(patch.waitingSince) }),
    ...(patch.canReply !== undefined && {
      can_reply: patch.canReply ? 1 : 0,
      can_reply_at: whole(latest(patch.lastActivityAt ?? null, patch.updatedAt)),
    }),
    ...(patch.status !== undefined && { server_status: patch.status }),
    ...(patch.snoozedUntil !== undefined && { server_snoozed_until: whole(patch.snoozedUntil) }),
    ...(patch.assignee !== undefined && { server_assignee_id: patch.assignee?.id ?? null }),
    ...(patch.unread !== undefined && { server_unread: patch.unread }),
  };
}

function newestFields(
  old: ServerConversationRow,
  fields: Partial<VersionedColumns>,
  version: number | undefined,
): { values: Partial<VersionedColumns>; versions: Versions } {
  const versions = fromJson<Versions>(old.versions);
  const taken: [string, unknown][] = [];
  for (const [name, value] of Object.entries(fields)) {
    const column = name as keyof VersionedColumns;
    const known = versions[column];
    if (version !== undefined && known !== undefined && version < known) continue;
    if (version !== undefined) versions[column] = version;
    taken.push([column, value]);
  }
  // The order of the keys must not depend on the order of arrival: rows are compared as text.
  const sorted = Object.fromEntries(Object.entries(versions).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return { values: Object.fromEntries(taken), versions: sorted };
}

/** Messages from `from` to `to` (ids) of one conversation without a hole; `from` 0: from its very first. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** A new run joins all that it touches. `runs` do not touch each other; neither does what comes back, oldest first. */
export function mergeRuns(runs: readonly Run[], added: Run): readonly Run[] {
  const touches = (run: Run): boolean => run.from <= added.to && run.to >= added.from;
  const joined = [added, ...runs.filter(touches)];
  const from = Math.min(...joined.map((run) => run.from));
  const to = Math.max(...joined.map((run) => run.to));
  return [...runs.filter((run) => !touches(run)), { from, to }].toSorted((a, b) => a.from - b.from);
}

/**
 * Statuses only move forward. A delivery receipt beats `failed` in either order: the customer has the message, and
 * showing it as failed would invite a second one.
 */
const statusRank: Readonly<Record<MessageStatus, number>> = { sent: 1, failed: 2, delivered: 3, read: 4 };

export function mergeStatus(
  stored: MessageStatus | null,
  incoming: MessageStatus | null | undefined,
): MessageStatus | null {
  if (incoming === null || incoming === undefined) return stored;
  const rank = stored === null ? 0 : statusRank[stored];
  return statusRank[incoming] > rank ? incoming : stored;
}

export function mergeMessage(stored: MessageRow | null, patch: MessagePatch): MessageRow {
  const fresh = freshMessage(patch);
  if (stored === null) return fresh;
  const newer = isNewer(stored, patch);
  /** Newest word on it, but never back to "there is none". */
  const keep = <T>(old: T | null, next: T | null): T | null => (newer ? (next ?? old) : (old ?? next));
  return {
    id: stored.id,
    conversation_id: stored.conversation_id,
    kind: newer ? fresh.kind : stored.kind,
    text: newer ? fresh.text : stored.text,
    // Shapes round differently; the earlier time ends the window sooner.
    at: Math.min(stored.at, fresh.at),
    provider_at: earliest(stored.provider_at, fresh.provider_at),
    status: mergeStatus(stored.status, patch.status),
    source_id: keep(stored.source_id, fresh.source_id),
    failure: keep(stored.failure, fresh.failure),
    author: keep(stored.author, fresh.author),
    attachments: keep(stored.attachments, fresh.attachments),
    deleted: Math.max(stored.deleted, fresh.deleted),
    client_id: stored.client_id ?? fresh.client_id,
    is_template: latest(stored.is_template, fresh.is_template),
    // One shape that knows it for a reaction is enough: holding is safe, sending into a closed window is not.
    opens_window: earliest(stored.opens_window, fresh.opens_window),
    quoted_id: keep(stored.quoted_id, fresh.quoted_id),
    updated_at: latest(stored.updated_at, fresh.updated_at),
  };
}

function freshMessage(patch: MessagePatch): MessageRow {
  const deleted = patch.deleted === true;
  return {
    id: patch.id,
    conversation_id: patch.conversationId,
    kind: patch.kind,
    text: patch.text,
    at: Math.floor(patch.createdAt),
    provider_at: whole(patch.providerAt),
    status: patch.status ?? null,
    source_id: patch.sourceId ?? null,
    failure: patch.failure ?? null,
    author: patch.author === undefined ? null : JSON.stringify(patch.author),
    attachments: attachmentsText(patch, deleted),
    deleted: deleted ? 1 : 0,
    client_id: patch.clientId ?? null,
    is_template: patch.isTemplate === undefined ? null : Number(patch.isTemplate),
    opens_window: patch.opensWindow === undefined ? null : Number(patch.opensWindow),
    quoted_id: patch.quotedId ?? null,
    updated_at: patch.updatedAt ?? null,
  };
}

/** Deleting a message destroys its attachments, whether or not the answer lists them. */
function attachmentsText(patch: MessagePatch, deleted: boolean): string | null {
  if (patch.attachments !== undefined) return JSON.stringify(patch.attachments);
  return deleted ? '[]' : null;
}

/** Deleted beats not deleted; then the higher version; then the later arrival. REST has no version and counts as lowest. */
function isNewer(stored: MessageRow, patch: MessagePatch): boolean {
  const deleted = patch.deleted === true ? 1 : 0;
  if (deleted !== stored.deleted) return deleted > stored.deleted;
  return (patch.updatedAt ?? Number.NEGATIVE_INFINITY) >= (stored.updated_at ?? Number.NEGATIVE_INFINITY);
}

/** Times are whole ms here; Chatwoot gives some of them as seconds with a long fraction. Down: an earlier end is safe. */
function whole(time: number | null | undefined): number | null {
  return time === null || time === undefined ? null : Math.floor(time);
}

export function latest(a: number | null, b: number | null | undefined): number | null {
  if (b === null || b === undefined) return a;
  return a === null ? b : Math.max(a, b);
}

function earliest(a: number | null, b: number | null | undefined): number | null {
  if (b === null || b === undefined) return a;
  return a === null ? b : Math.min(a, b);
}
