/** One HTTP exchange with a Chatwoot server: send, wait no longer than allowed, read, check the shape. Never retries. */
import type { z } from 'zod';
import type { Clock, FetchLike } from '../../ports.ts';
import type { Timing } from './clock-samples.ts';
import {
  badResponse,
  errorOfAnswer,
  errorOfFailure,
  noAnswer,
  portalAnswer,
  type RequestPurpose,
} from './rest-errors.ts';

/** Chatwoot gives up after 15 s itself (rack-timeout); the rest is for slow lines. */
export const REQUEST_TIMEOUT_MS = 30_000;
/** For answers that are not paged and may hold hours of changes. */
export const LONG_REQUEST_TIMEOUT_MS = 60_000;
const ROUND_TRIPS_KEPT = 40;

export interface RestRequest {
  /** From the server's root, with query. */
  readonly path: string;
  /** Given: a POST of this as JSON. */
  readonly body?: unknown;
  /** Given: a POST of this form. Only for what does no harm when it is done twice. */
  readonly form?: FormData;
  readonly timeoutMs?: number;
  /** `GET /api` is for everybody; no need to show the token. */
  readonly anonymous?: boolean;
  /** Some actions answer 200 with nothing at all; it is then read as null. */
  readonly mayBeEmpty?: boolean;
}

export interface Exchange<T> {
  readonly value: T;
  readonly timing: Timing;
  readonly dateHeader: string | null;
}

export interface RestOptions {
  readonly serverUrl: string;
  readonly token: string;
  readonly fetch: FetchLike;
  readonly clock: Clock;
  /** Told of every answer, also of refusals. */
  readonly onAnswered: (timing: Timing, dateHeader: string | null) => void;
}

export interface Rest {
  exchange<T>(request: RestRequest, shape: z.ZodType<T>): Promise<Exchange<T>>;
  /** Newest last, ms. */
  roundTrips(): readonly number[];
}

export function createRest(options: RestOptions): Rest {
  const roundTrips: number[] = [];

  const answered = (timing: Timing, dateHeader: string | null): void => {
    roundTrips.push(timing.answeredMonotonicMs - timing.sentMonotonicMs);
    if (roundTrips.length > ROUND_TRIPS_KEPT) roundTrips.shift();
    options.onAnswered(timing, dateHeader);
  };

  return {
    roundTrips: () => [...roundTrips],
    async exchange<T>(request: RestRequest, shape: z.ZodType<T>): Promise<Exchange<T>> {
      const purpose: RequestPurpose = request.body === undefined ? 'read' : 'write';
      const answer = await perform(options, request, purpose, answered);
      if (answer.status < 200 || answer.status > 299) {
        throw errorOfAnswer(purpose, answer.status, answer.text, leadsAway(answer.location, options.serverUrl));
      }
      const value = parseAnswer(answer, request, purpose, shape);
      return { value, timing: answer.timing, dateHeader: answer.dateHeader };
    },
  };
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly timing: Timing;
  readonly dateHeader: string | null;
  readonly location: string | null;
}

async function perform(
  options: RestOptions,
  request: RestRequest,
  purpose: RequestPurpose,
  answered: (timing: Timing, dateHeader: string | null) => void,
): Promise<Answer> {
  const { clock } = options;
  const timeoutMs = request.timeoutMs ?? REQUEST_TIMEOUT_MS;
  const abort = new AbortController();
  const sentMonotonicMs = clock.monotonicNow();

  const work = async (): Promise<Answer> => {
    const response = await options.fetch(options.serverUrl + request.path, initOf(options, request, abort.signal));
    const answeredMonotonicMs = clock.monotonicNow();
    const timing: Timing = { sentMonotonicMs, answeredMonotonicMs, answeredWallMs: clock.wallNow() };
    // An answer out of some cache carries the time of the day it was put there.
    const dateHeader = response.headers.get('age') === null ? response.headers.get('date') : null;
    if (!abort.signal.aborted) answered(timing, dateHeader);
    const location = response.headers.get('location');
    return { status: response.status, text: await response.text(), timing, dateHeader, location };
  };

  const tooLate = Promise.withResolvers<never>();
  const timer = clock.schedule(timeoutMs, () => {
    tooLate.reject(noAnswer(purpose, `no complete answer in ${timeoutMs} ms`));
    abort.abort();
  });
  try {
    // Raced as well as aborted: a stuck body or a `fetch` that ignores the signal must not hang the caller.
    return await Promise.race([work(), tooLate.promise]);
  } catch (thrown) {
    throw errorOfFailure(purpose, thrown);
  } finally {
    timer.cancel();
  }
}

function initOf(options: RestOptions, request: RestRequest, signal: AbortSignal): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  // With dashes: nginx drops header names with underscores, and Rack reads both the same (chatwoot-api §1.1).
  if (request.anonymous !== true) headers['api-access-token'] = options.token;
  // No cookies, no cache, and no redirects: those would hand the token to another host.
  const init: RequestInit = {
    method: 'GET',
    headers,
    signal,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
  };
  // The boundary in the content type is for `fetch` to choose. By the standard it copies every request that may be sent
  // once more, body and all, which holds a whole file in memory: these two say that this one never is.
  if (request.form !== undefined) {
    return { ...init, method: 'POST', body: request.form, redirect: 'error', window: null };
  }
  if (request.body === undefined) return init;
  headers['content-type'] = 'application/json';
  return { ...init, method: 'POST', body: JSON.stringify(request.body) };
}

function parseAnswer<T>(answer: Answer, request: RestRequest, purpose: RequestPurpose, shape: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = request.mayBeEmpty === true && answer.text.trim() === '' ? null : JSON.parse(answer.text);
  } catch {
    // Chatwoot answers no page to these: one that comes all the same is the sign-in of the network we are in.
    if (/^\s*</.test(answer.text)) throw portalAnswer(purpose, answer.status, 'a web page in place of JSON');
    throw badResponse(purpose, answer.status, `not JSON from ${pathOnly(request.path)}`);
  }
  const parsed = shape.safeParse(json);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw badResponse(purpose, answer.status, `unexpected shape from ${pathOnly(request.path)} at "${where}"`);
}

function leadsAway(location: string | null, serverUrl: string): boolean {
  if (location === null || !URL.canParse(location, serverUrl)) return false;
  return new URL(location, serverUrl).host !== new URL(serverUrl).host;
}

function pathOnly(path: string): string {
  return path.split('?', 1)[0] ?? path;
}
