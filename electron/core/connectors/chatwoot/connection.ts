/** What the parts of the connector share: who we are, the line to the server, and who listens for its time. */
import type { z } from 'zod';
import type { ClockSample } from '../../../../shared/clock/server-clock.ts';
import { must } from '../../../../shared/lang/assert.ts';
import type { Clock, FetchLike, Log, OpenWebSocket } from '../../ports.ts';
import type { ConversationWithMessages } from '../connector.ts';
import { RestConversation } from './rest-shapes.ts';
import type { Rest } from './rest.ts';
import { readRows } from './rows.ts';
import { conversationFromRest } from './to-records.ts';

export interface ChatwootOptions {
  /** Without a slash at the end. */
  readonly serverUrl: string;
  readonly token: string;
  /** Stay with this account of the agent; without it, the one that was used last anywhere. */
  readonly accountId?: number;
  readonly fetch: FetchLike;
  readonly openWebSocket: OpenWebSocket;
  readonly clock: Clock;
  readonly log: Log;
}

interface Identity {
  readonly accountId: number;
  readonly userId: number;
  readonly pubsubToken: string;
}

export interface Session {
  readonly options: ChatwootOptions;
  readonly rest: Rest;
  identity: Identity | null;
  listener: ((sample: ClockSample) => void) | null;
  /** Monotonic ms. */
  appClockHeardAt: number | null;
}

export function identityOf(session: Session): Identity {
  return must(session.identity, 'profile() is the first call of a connector');
}

/** The path of our account, e.g. `/api/v1/accounts/1/labels`. */
export function inAccount(session: Session, rest: string): string {
  return `/api/v1/accounts/${identityOf(session).accountId}/${rest}`;
}

export async function read<T>(session: Session, path: string, shape: z.ZodType<T>, timeoutMs?: number): Promise<T> {
  const request = timeoutMs === undefined ? { path } : { path, timeoutMs };
  return (await session.rest.exchange(request, shape)).value;
}

export function conversationRows(session: Session, payload: readonly unknown[]): readonly ConversationWithMessages[] {
  return readRows(payload, RestConversation, 'conversations', session.options.log).map(conversationFromRest);
}
