/** One connection of the engine, from the first request until it is over. */
import type { SyncProblem } from '../../../shared/contract/sync.ts';
import { ConnectorError, type LiveConnection } from '../connectors/connector.ts';

/** Thrown inside the running steps of a connection that is over. */
export class SessionOver extends Error {}

/** The connection did not survive a sleep: the next one starts without a pause. */
export class WokeUp extends Error {}

export interface Session {
  over: boolean;
  live: LiveConnection | null;
  /** Monotonic ms of the live channel's last ping. */
  heardAt: number;
  /** Ends the session; the first reason wins. */
  end(reason: unknown): void;
  readonly ended: Promise<unknown>;
}

export function newSession(monotonicNow: number): Session {
  const { promise: ended, resolve: settle } = Promise.withResolvers<unknown>();
  const session: Session = {
    over: false,
    live: null,
    heardAt: monotonicNow,
    ended,
    end: (reason) => {
      session.over = true;
      settle(reason);
    },
  };
  return session;
}

export function checkSession(session: Session): void {
  if (session.over) throw new SessionOver();
}

/** The step's value, or the reason for which the session ended meanwhile. */
export async function duringSession<T>(session: Session, step: Promise<T>): Promise<T> {
  const value = await Promise.race([
    step,
    session.ended.then((reason) => {
      throw reason instanceof Error ? reason : new SessionOver();
    }),
  ]);
  checkSession(session);
  return value;
}

export function problemOf(reason: unknown): SyncProblem {
  if (!(reason instanceof ConnectorError)) return 'server-down';
  switch (reason.kind) {
    case 'offline':
      return 'offline';
    case 'signed-out':
      return 'signed-out';
    case 'rate-limited':
      return 'rate-limited';
    case 'bad-response':
      return 'bad-response';
    case 'captive-portal':
      return 'captive-portal';
    case 'proxy':
      return 'proxy';
    // It understands us and says no, to questions every agent may ask: suspended, removed from the account, …
    case 'forbidden':
    case 'not-found':
    case 'rejected':
    case 'unknown-upload':
      return 'refused';
    case 'timeout':
    case 'server':
      return 'server-down';
  }
}

const longestDetail = 200;

/** For the details of a broken connection: what failed, in the server's words where there are any. */
export function lastErrorOf(reason: unknown): string {
  if (!(reason instanceof ConnectorError)) return describe(reason).slice(0, longestDetail);
  const status = reason.status === null ? '' : ` (HTTP ${reason.status})`;
  return `${reason.kind}${status}: ${reason.message}`.slice(0, longestDetail);
}

export function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
