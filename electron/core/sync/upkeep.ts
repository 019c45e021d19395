/**
 * What is asked again while everything seems well, because no event tells it or events get lost (chatwoot-api §2.1, §7.3):
 *
 *   every round (1 min)   conversations changed lately: the backstop against lost events, and the proof of the line;
 *                         and the messages of some that changed since theirs were read: an event tells of one message only
 *   every 5th             the two newest pages: read state and contact edits leave `updated_at` alone
 *   every 10th            inboxes, templates, agents, teams, labels
 *   once a day            the whole list: what is stored but not listed any more is asked for by id, and 404 removes it
 */
import {
  changesSince,
  completeWindows,
  fillHistory,
  noteAgreed,
  readReference,
  refreshEach,
  type CatchUpPorts,
} from './catch-up.ts';
import { readMentions } from './mentions.ts';
import { applyRows, readAgain, walkPages } from './page-walk.ts';

const roundsPerPages = 5;
const roundsPerReference = 10;
const newestPages = 2;
/** Rounds between two looks for background work left to do. */
export const roundsPerBackground = 60;
/** Conversations that could not be read are tried again so many at a time. */
const owedPerRound = 20;
const behindPerRound = 10;
const sweepEveryMs = 24 * 60 * 60 * 1000;
/** A sweep asks for at most this many by id; the rest is left to the next one. */
const mostMissing = 200;
/** A round looks back at least this far (and the overlap of every delta): twice the pause between rounds. */
const reachMs = 90_000;
/** How many of the newest conversations get their messages without being opened. */
const historyLimit = 500;

/**
 * One round. `since`: server time up to which the cache is known to agree; returns the new one. Round 0 is asked by
 * somebody who doubts, and does only the first line.
 */
export async function agreeAgain(ports: CatchUpPorts, round: number, since: number): Promise<number> {
  const startedAt = ports.serverTime.trustedNow();
  const from = startedAt === null ? since : Math.min(since, startedAt - reachMs);
  const { news } = await changesSince(ports, from, startedAt);
  await refreshEach(ports, [...news, ...[...ports.owed].slice(0, owedPerRound)]);
  await noteAgreed(ports, startedAt);
  if (round === 0) return startedAt ?? since;
  await refreshEach(ports, await behind(ports));
  if (round % roundsPerPages === 0) await readNewestPages(ports);
  if (round % roundsPerReference === 0) await readReference(ports);
  return startedAt ?? since;
}

/**
 * A conversation's version moves with every message. If the event of one was lost and the next one's came, nothing in the
 * list tells: so whatever moved is read again, the longest waiting first, and few enough to go unnoticed by the server.
 */
async function behind({ store, closed }: CatchUpPorts): Promise<readonly number[]> {
  const ids = await store.call('conversation.behind', { limit: behindPerRound + closed.size });
  return ids.filter((id) => !closed.has(id)).slice(0, behindPerRound);
}

async function readNewestPages(ports: CatchUpPorts): Promise<void> {
  for (let page = 1; page <= newestPages; page += 1) {
    const { rows } = await ports.connector.conversationPage(page);
    ports.check();
    if (rows.length === 0) return;
    await applyRows(ports, rows);
  }
}

/** What can wait until we are live: windows far down the list, history for opening offline, and the daily sweep. */
export async function inTheBackground(ports: CatchUpPorts): Promise<void> {
  await readMentions(ports);
  await completeWindows(ports, Infinity);
  await fillHistory(ports, historyLimit);
  await sweepIfDue(ports);
}

async function sweepIfDue(ports: CatchUpPorts): Promise<void> {
  const { sweptAt } = await ports.store.call('sync.get', { keys: ['sweptAt'] });
  const now = Math.round(ports.serverTime.now());
  if (now - Number(sweptAt ?? 0) < sweepEveryMs) return;
  // Taken before the walk: what is created during it need not be in it.
  const stored = await ports.store.call('conversation.ids', {});
  const { ids } = await walkPages(ports, { from: 1, horizon: null });
  const missing = stored.filter((id) => !ids.has(id)).slice(0, mostMissing);
  // Not being listed proves nothing: a team's member may read what is not listed for them.
  for (const id of missing) await readAgain(ports, id);
  ports.log.write('info', 'swept', { listed: ids.size, stored: stored.length, asked: missing.length });
  ports.check();
  await ports.store.call('sync.set', { values: { sweptAt: String(now) } });
}
