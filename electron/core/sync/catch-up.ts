/**
 * Makes the local cache agree with the server after any absence. First time: all conversations, newest activity first,
 * usable from the first page on. Later: what changed since we were last live, by the server's own clock.
 * Recipe and its blind spots: Chatwoot's `updated_within` lists conversations, not messages; it is answered unpaginated,
 * so after a long absence we walk pages instead.
 */
import type { ConversationWithMessages } from '../connectors/connector.ts';
import type { CacheBatch } from '../store/records.ts';
import type { ServerTime } from '../server-time.ts';
import { refreshMessages, type MessageSyncPorts } from './message-sync.ts';

/** Asked in addition to the absence, because the server stamps rows a little before we can see them. */
const overlapMs = 30_000;
const longestDeltaMs = 3 * 60 * 60 * 1000;
/** At most this many requests at once, so that a click by the agent never waits behind a queue. */
const concurrency = 3;

export interface CatchUpPorts extends MessageSyncPorts {
  readonly serverTime: ServerTime;
  readonly onProgress: (progress: { done: number; total: number | null } | null) => void;
  /** Throws when this connection is over, so that a dead session stops asking. */
  readonly check: () => void;
}

/** Resolves when the cache holds everything up to the moment it was called. */
export async function catchUp(ports: CatchUpPorts): Promise<void> {
  const startedAt = ports.serverTime.now();
  const reference = await ports.connector.reference();
  const { channels, agents, teams, labels } = reference;
  await apply(ports, {
    channels,
    agents,
    teams,
    labels,
    templates: { list: reference.templates, fetchedAt: Math.round(startedAt) },
  });

  const saved = await ports.store.call('sync.get', { keys: ['syncedAt'] });
  const syncedAt = saved['syncedAt'] === undefined ? null : Number(saved['syncedAt']);
  if (syncedAt === null) {
    await walkPages(ports, null);
  } else {
    const sinceMs = Math.max(0, startedAt - syncedAt) + overlapMs;
    const changed =
      sinceMs <= longestDeltaMs ? await deltaSince(ports, sinceMs) : await walkPages(ports, syncedAt - overlapMs);
    await eachOf(ports, changed, (id) => refreshMessages(ports, id));
  }
  await completeWindows(ports);
  ports.onProgress(null);
  await ports.store.call('sync.set', { values: { syncedAt: String(Math.round(startedAt)) } });
}

/** What changed in the last `sinceMs`: one request. Returns the ids. Also the backstop against lost events. */
export async function deltaSince(ports: CatchUpPorts, sinceMs: number): Promise<readonly number[]> {
  const rows = await ports.connector.conversationsChangedWithin(Math.ceil(sinceMs / 1000));
  await applyRows(ports, rows);
  return rows.map((row) => row.conversation.id);
}

/** Pages from the newest activity down to `horizon` (epoch ms; null: to the end). Returns the ids, newest first. */
async function walkPages(ports: CatchUpPorts, horizon: number | null): Promise<readonly number[]> {
  const ids = new Set<number>();
  for (let page = 1; ; page += 1) {
    ports.check();
    const { rows, total } = await ports.connector.conversationPage(page);
    if (rows.length === 0) return [...ids];
    await applyRows(ports, rows);
    // Pages are cut by offset over a moving order: a row can come twice.
    for (const row of rows) ids.add(row.conversation.id);
    if (horizon === null) ports.onProgress({ done: ids.size, total });
    const oldest = rows.at(-1)?.conversation.lastActivityAt;
    if (horizon !== null && oldest !== undefined && oldest < horizon) return [...ids];
  }
}

/** Conversations whose window cannot be judged from the list alone get their messages first. */
async function completeWindows(ports: CatchUpPorts): Promise<void> {
  const ids = await ports.store.call('conversation.incomplete', { limit: 500 });
  await eachOf(ports, ids, (id) => refreshMessages(ports, id));
}

/** Fetches the newest messages of conversations that have little history here, so that they open offline. */
export async function fillHistory(ports: CatchUpPorts, limit: number): Promise<void> {
  const ids = await ports.store.call('conversation.withoutHistory', { limit });
  await eachOf(ports, ids, (id) => refreshMessages(ports, id));
}

async function applyRows(ports: CatchUpPorts, rows: readonly ConversationWithMessages[]): Promise<void> {
  await apply(ports, {
    conversations: rows.map((row) => row.conversation),
    messages: rows.flatMap((row) => row.messages),
  });
}

async function apply(ports: CatchUpPorts, batch: CacheBatch): Promise<void> {
  ports.check();
  ports.onApplied(await ports.store.call('cache.apply', batch));
}

async function eachOf(ports: CatchUpPorts, ids: readonly number[], run: (id: number) => Promise<void>): Promise<void> {
  const queue = [...ids];
  const worker = async (): Promise<void> => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      ports.check();
      await run(id);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}
