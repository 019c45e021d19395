/**
 * Makes the local cache agree with the server after any absence. First time: all conversations, newest activity first,
 * usable from the first page on. Later: what changed since we were last live, by the server's own clock.
 * Recipe and its blind spots: Chatwoot's `updated_within` lists conversations, not messages; it is answered unpaginated,
 * so after a long absence we walk pages instead. What it cannot see at all is read again in `upkeep.ts`.
 */
import { parseJson } from '../../../shared/lang/json.ts';
import { ConnectorError } from '../connectors/connector.ts';
import type { Log } from '../ports.ts';
import type { ServerTime } from '../server-time.ts';
import { refreshMessages } from './message-sync.ts';
import { applyRows, needsAnotherPass, readUnknown, walkPages, type WalkPorts } from './page-walk.ts';

/** Asked in addition to the absence, because the server stamps rows a little before we can see them. */
const overlapMs = 30_000;
const longestDeltaMs = 3 * 60 * 60 * 1000;
/** Conversations read at the same time; the request budget decides how many requests that makes. */
const workers = 4;
/** So many conversations that cannot be read, one after the other, mean that it is not the conversations. */
const failuresThatMeanTheServer = 3;
/** Windows that are completed before we call ourselves live; the rest follows in the background. */
const windowsFirst = 200;
const atATime = 500;
/** How long the server's word that its lists did not change is enough. */
const wholeReferenceMs = 60 * 60 * 1000;

export interface CatchUpPorts extends WalkPorts {
  readonly serverTime: ServerTime;
  readonly log: Log;
  readonly onProgress: (progress: { done: number; total: number | null } | null) => void;
  /** Conversations the server could not tell for a reason of its own; asked again until it can. Kept over restarts. */
  readonly owed: Set<number>;
  /** Conversations this agent is not allowed to read any more; not asked for again by itself. */
  readonly closed: Set<number>;
  /** What there is to choose from was read again. */
  readonly onReference: () => void;
}

/** Resolves when the cache holds everything up to the moment it was called. */
export async function catchUp(ports: CatchUpPorts): Promise<void> {
  const startedAt = ports.serverTime.trustedNow();
  await readReference(ports);
  const saved = await ports.store.call('sync.get', { keys: ['syncedAt', 'firstWalk', 'owed'] });
  for (const id of parseIds(saved['owed'])) ports.owed.add(id);
  if (saved['syncedAt'] === undefined) {
    await firstSync(ports, parseFirstWalk(saved['firstWalk']), startedAt);
  } else {
    const changes = await changesSince(ports, Number(saved['syncedAt']), startedAt);
    await refreshEach(ports, [...changes.ids, ...ports.owed]);
  }
  await completeWindows(ports, windowsFirst);
  ports.onProgress(null);
  await noteAgreed(ports, startedAt);
}

/** From now on a catch-up needs to look back to `at` (server time) only; null: as far as it had to before. */
export async function noteAgreed(ports: CatchUpPorts, at: number | null): Promise<void> {
  ports.check();
  const owed = JSON.stringify([...ports.owed]);
  const values = at === null ? { owed } : { owed, syncedAt: String(at), firstWalk: '' };
  await ports.store.call('sync.set', { values });
}

/** What did not change is left out by the server's own mark; once in a while all of it is read, because marks miss things. */
export async function readReference(ports: CatchUpPorts): Promise<void> {
  const now = Math.round(ports.serverTime.now());
  const saved = await ports.store.call('sync.get', { keys: ['referenceMark', 'referenceReadAt'] });
  const age = now - Number(saved['referenceReadAt'] ?? Number.NaN);
  const mark = age >= 0 && age < wholeReferenceMs ? saved['referenceMark'] : undefined;
  const { data, mark: next } = await ports.connector.reference(mark ?? null);
  ports.check();
  const { templates, ...lists } = data;
  const sync = { ...(next === null ? {} : { referenceMark: next }), ...(mark ? {} : { referenceReadAt: String(now) }) };
  const batch = { ...lists, ...(templates && { templates: { list: templates, fetchedAt: now } }), sync };
  ports.onApplied(await ports.store.call('cache.apply', batch));
  ports.onReference();
}

// ---- first time ----------------------------------------------------------------------------------------------------

/** How far the first walk got, and when it began (server time). */
interface FirstWalk {
  readonly startedAt: number;
  readonly nextPage: number;
}

async function firstSync(ports: CatchUpPorts, before: FirstWalk | null, now: number | null): Promise<void> {
  // Begun without server time, a walk cannot be taken up again: nobody knows what changed since.
  const walk = before ?? (now === null ? null : { startedAt: now, nextPage: 1 });
  const seen = new Set(await ports.store.call('conversation.ids', {}));
  if (before !== null) {
    ports.log.write('info', 'first sync goes on', { page: before.nextPage, stored: seen.size });
    // What moved to the top while we were away is behind us in the walk.
    const changes = await changesSince(ports, before.startedAt, now);
    await refreshEach(ports, changes.ids);
  }
  const pass = (from: number) =>
    walkPages(ports, {
      from,
      horizon: null,
      mark: (nextPage) => (walk === null ? {} : { firstWalk: JSON.stringify({ ...walk, nextPage }) }),
      onPage: (ids, total) => {
        for (const id of ids) seen.add(id);
        ports.onProgress({ done: seen.size, total: total === null ? null : Math.max(total, seen.size) });
      },
    });
  // One page back, because rows move up when one above them is deleted.
  const walked = await pass(Math.max(1, (before?.nextPage ?? 1) - 1));
  if (needsAnotherPass(walked, seen.size)) {
    ports.log.write('info', 'list moved while it was read: once more', { seen: seen.size, total: walked.totalAfter });
    await pass(1);
  }
  if (now !== null) await ports.store.call('sync.set', { values: { sweptAt: String(now) } });
}

function parseFirstWalk(text: string | undefined): FirstWalk | null {
  const value = parseJson(text ?? '');
  if (typeof value !== 'object' || value === null || !('startedAt' in value) || !('nextPage' in value)) return null;
  const { startedAt, nextPage } = value;
  return typeof startedAt === 'number' && typeof nextPage === 'number' ? { startedAt, nextPage } : null;
}

// ---- after a gap ---------------------------------------------------------------------------------------------------

export interface Changes {
  readonly ids: readonly number[];
  /** Those of them that may have messages or statuses which did not arrive here: an event was lost, or we were away. */
  readonly news: readonly number[];
}

/**
 * Conversations that changed since `since`, now stored; newest activity first. `now`: null while server time is not
 * known, so that "how long ago" is not either: then pages are walked, which carry the server's own times.
 */
export async function changesSince(ports: CatchUpPorts, since: number, now: number | null): Promise<Changes> {
  const reachMs = now === null ? Infinity : Math.max(0, now - since) + overlapMs;
  if (reachMs > longestDeltaMs) {
    const ids = [...(await walkPages(ports, { from: 1, horizon: since - overlapMs })).ids];
    return { ids, news: ids };
  }
  const rows = await ports.connector.conversationsChangedWithin(Math.ceil(reachMs / 1000));
  const news: number[] = [];
  for (const { conversation, messages } of rows) {
    const known = await ports.store.call('conversation.syncInfo', { id: conversation.id });
    const newestHere = known?.newestMessageId ?? 0;
    // The newest may have come while one before it, or what became of an older one, got lost.
    const changed = (conversation.updatedAt ?? 0) > (known?.updatedAt ?? 0);
    if (changed || messages.some((message) => message.id > newestHere)) news.push(conversation.id);
  }
  ports.check();
  await applyRows(ports, rows);
  return { ids: rows.map((row) => row.conversation.id), news };
}

/**
 * Brings the messages of these conversations up to date. One that the server cannot tell (its own bug, a row we cannot
 * read, no permission) does not keep the others from being told: it is owed. Several in a row mean the server itself.
 */
export async function refreshEach(ports: CatchUpPorts, ids: readonly number[]): Promise<void> {
  let failures = 0;
  await eachOf(ports, [...new Set(ids)], async (id) => {
    // One that failed before proves nothing about the server; without this three of them would block sync for ever.
    const wasOwed = ports.owed.delete(id);
    try {
      await refreshConversation(ports, id);
      ports.closed.delete(id);
      failures = 0;
    } catch (error) {
      if (wasOwed) ports.owed.add(id);
      ports.check();
      if (!(error instanceof ConnectorError) || !isAboutOneConversation(error)) throw error;
      ports.log.write('warn', 'conversation could not be read', { id, kind: error.kind, detail: error.message });
      if (error.kind === 'forbidden' || error.kind === 'not-found') {
        ports.owed.delete(id);
        ports.closed.add(id);
        return;
      }
      ports.owed.add(id);
      if (!wasOwed) failures += 1;
      if (failures >= failuresThatMeanTheServer) throw error;
    }
  });
}

function isAboutOneConversation(error: ConnectorError): boolean {
  return ['forbidden', 'not-found', 'rejected', 'server', 'bad-response'].includes(error.kind);
}

/** An owed one may not even be stored yet. */
async function refreshConversation(ports: CatchUpPorts, id: number): Promise<void> {
  await readUnknown(ports, id);
  await refreshMessages(ports, id);
}

// ---- behind the list -----------------------------------------------------------------------------------------------

/** Conversations whose window cannot be judged from the list alone get their messages, at most `limit` of them. */
export async function completeWindows(ports: CatchUpPorts, limit: number): Promise<void> {
  const tried = new Set<number>();
  while (tried.size < limit) {
    const most = Math.min(atATime, limit - tried.size) + tried.size;
    const ids = (await ports.store.call('conversation.incomplete', { limit: most })).filter((id) => !tried.has(id));
    if (ids.length === 0) return;
    for (const id of ids) tried.add(id);
    await refreshEach(ports, ids);
  }
}

/** Fetches the newest messages of conversations that have little history here, so that they open offline. */
export async function fillHistory(ports: CatchUpPorts, limit: number): Promise<void> {
  await refreshEach(ports, await ports.store.call('conversation.withoutHistory', { limit }));
}

async function eachOf(ports: CatchUpPorts, ids: readonly number[], run: (id: number) => Promise<void>): Promise<void> {
  const queue = [...ids];
  let failed = false;
  const worker = async (): Promise<void> => {
    for (let id = queue.shift(); id !== undefined && !failed; id = queue.shift()) {
      ports.check();
      try {
        await run(id);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
}

/** Our own writing: what does not parse counts as absent. */
function parseIds(text: string | undefined): readonly number[] {
  const value = parseJson(text ?? '');
  return Array.isArray(value) ? value.filter((id): id is number => Number.isInteger(id)) : [];
}
