/** Reads the list of conversations page by page, newest activity first. */
import { ConnectorError, type ConversationWithMessages } from '../connectors/connector.ts';
import type { MessageSyncPorts } from './message-sync.ts';

/** As many as the request budget ever lets run at once. */
const mostAtOnce = 4;

export interface WalkPorts extends MessageSyncPorts {
  /** Throws when this connection is over, so that a dead session stops asking. */
  readonly check: () => void;
}

export interface Walk {
  /** Page to begin with; 1: the newest. */
  readonly from: number;
  /** Stop below this last activity, epoch ms; null: walk to the end. */
  readonly horizon: number | null;
  /** Written together with a page: where to go on from after a crash. `page`: all pages before it are stored. */
  readonly mark?: (page: number) => Readonly<Record<string, string>>;
  readonly onPage?: (ids: readonly number[], total: number | null) => void;
}

export interface Walked {
  /** Newest activity first, as far as pages came in order. */
  readonly ids: ReadonlySet<number>;
  /** How many conversations the server said there are, at the first and at the last page. */
  readonly totalBefore: number | null;
  readonly totalAfter: number | null;
}

/**
 * Pages are cut by offset out of an order that moves and has no tie-breaker (chatwoot-api §2.1), so a conversation can
 * come twice (then it is merged twice) or not at all (then the totals tell, see `needsAnotherPass`). A page that cannot
 * be read ends the walk with its error, and nothing of that page is stored.
 */
export async function walkPages(ports: WalkPorts, walk: Walk): Promise<Walked> {
  const ids = new Set<number>();
  const stored = new Set<number>();
  const at = { page: walk.from, end: false, total: null as number | null };
  let mark = walk.from;

  const readPage = async (page: number): Promise<number> => {
    ports.check();
    const { rows, total } = await ports.connector.conversationPage(page);
    ports.check();
    at.total = total ?? at.total;
    if (rows.length === 0) {
      at.end = true;
      return 0;
    }
    stored.add(page);
    while (stored.has(mark)) mark += 1;
    await applyRows(ports, rows, walk.mark?.(mark) ?? {});
    const found = rows.map((row) => row.conversation.id);
    for (const id of found) ids.add(id);
    walk.onPage?.(found, at.total);
    const oldest = rows.at(-1)?.conversation.lastActivityAt;
    if (walk.horizon !== null && oldest !== undefined && oldest < walk.horizon) at.end = true;
    return rows.length;
  };
  const readNext = async (): Promise<number> => {
    const page = at.page;
    at.page += 1;
    try {
      return await readPage(page);
    } catch (error) {
      at.end = true;
      throw error;
    }
  };

  const size = await readNext();
  const totalBefore = at.total;
  // Several at once only as far as the total says that there is something: the way to a horizon is short.
  const last = walk.horizon !== null || totalBefore === null || size === 0 ? 0 : Math.ceil(totalBefore / size);
  const worker = async (): Promise<void> => {
    while (!at.end && at.page <= last) await readNext();
  };
  await Promise.all(Array.from({ length: mostAtOnce }, worker));
  while (!at.end) await readNext();
  return { ids, totalBefore, totalAfter: at.total };
}

/** Something was skipped: fewer are stored than there are, or some were taken out and the rest moved up meanwhile. */
export function needsAnotherPass({ totalBefore, totalAfter }: Walked, storedNow: number): boolean {
  if (totalBefore === null || totalAfter === null) return false;
  return storedNow < totalAfter || totalAfter < totalBefore;
}

export async function applyRows(
  ports: MessageSyncPorts,
  rows: readonly ConversationWithMessages[],
  sync: Readonly<Record<string, string>> = {},
): Promise<void> {
  const conversations = rows.map((row) => row.conversation);
  const messages = rows.flatMap((row) => row.messages);
  ports.onApplied(await ports.store.call('cache.apply', { conversations, messages, sync }));
}

/** A conversation that is not stored, as after the cache was begun anew. Rejects with a `ConnectorError`. */
export async function readUnknown(ports: WalkPorts, id: number): Promise<void> {
  if ((await ports.store.call('conversation.syncInfo', { id })) !== null) return;
  const row = await ports.connector.conversation(id);
  ports.check();
  await applyRows(ports, [row]);
}

/** One conversation by its id; 404 removes it. */
export async function readAgain(ports: WalkPorts, id: number): Promise<void> {
  try {
    const row = await ports.connector.conversation(id);
    ports.check();
    await applyRows(ports, [row]);
  } catch (error) {
    ports.check();
    if (!(error instanceof ConnectorError) || error.kind !== 'not-found') throw error;
    ports.onApplied(await ports.store.call('cache.apply', { removed: [id] }));
  }
}
