import type { Client } from '../../../shared/contract/client.ts';
import type { Conversation, ConversationCursor, ConversationPage } from '../../../shared/contract/entities.ts';
import { noFilter } from '../../state/store.ts';
import type { ServerTime } from '../../state/clock.ts';
import { sweepQueue } from '../../../shared/sweep/sweep-queue.ts';
import { windowState } from '../../../shared/window/window-state.ts';

const pageRows = 200;

/** Reads the open conversations, soonest end of window first, as far as the horizon, and picks those that need saving. */
export async function readQueue(client: Client, time: ServerTime, horizonMs: number): Promise<readonly Conversation[]> {
  const found: Conversation[] = [];
  let after: ConversationCursor | null = null;
  do {
    const query = { view: 'open', sort: 'closing', filter: noFilter, limit: pageRows } as const;
    const page: ConversationPage = await client.call('conversations.list', { ...query, after });
    found.push(...page.rows);
    after = page.rows.some((row) => isBeyond(row, time, horizonMs)) ? null : page.next;
  } while (after !== null);
  return sweepQueue(found, time, horizonMs);
}

/** The rows after this one close later, or are closed already. */
function isBeyond({ window }: Conversation, time: ServerTime, horizonMs: number): boolean {
  const { closesAt } = windowState(window, time);
  return closesAt === null || closesAt <= time.nowMs || closesAt > time.nowMs + horizonMs;
}
