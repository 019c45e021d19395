/**
 * From an HTTP answer, or the lack of one, to a `ConnectorError`. The rows follow chatwoot-api §8.4 (what Chatwoot
 * answers) and §9 (after which of them the message may exist all the same).
 */
import { z } from 'zod';
import { ConnectorError } from '../connector.ts';

/** What the request would have changed: only a write can have been committed without our knowing. */
export type RequestPurpose = 'read' | 'write';

/** Longest piece of a server's own words that goes into an error. */
const DETAIL_LENGTH = 200;

const ErrorBody = z.object({
  error: z.string().optional(),
  message: z.string().optional(),
  errors: z.array(z.string()).optional(),
});

/** Refused before the controller's action ran, or by it before it wrote. */
const REFUSED_BEFORE_WRITE: ReadonlySet<number> = new Set([400, 401, 402, 403, 404, 405, 407, 413, 415, 429]);

/** Texts of 422 that are raised before the row is saved (messages_controller.rb, message_builder.rb). */
const REFUSED_TEXTS: readonly RegExp[] = [/^Validation failed:/, /^Incoming messages are only allowed in Api inboxes/];

/** What ActiveStorage says of a signed id that is not, or no longer, one of its own; raised before the row is saved. */
const UNKNOWN_UPLOAD =
  /^(?:mismatched digest|not a valid message|ActiveSupport::MessageVerifier::InvalidSignature|ActiveRecord::RecordNotFound)$|ActiveStorage::Blob/;

/** Codes of Node's sockets, its TLS and undici which all happen before a byte of the request was written. */
const CONNECT_FAILURES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The same for Chromium's network stack, which tells only by the error's text. */
const CHROMIUM_CONNECT_FAILURE =
  /net::ERR_(INTERNET_DISCONNECTED|NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|CONNECTION_REFUSED|CONNECTION_TIMED_OUT|ADDRESS_UNREACHABLE|ADDRESS_INVALID|CERT_\w+|SSL_PROTOCOL_ERROR|SSL_VERSION_OR_CIPHER_MISMATCH)\b/;

/** Of these, too, nothing reached the server: the proxy in between could not be passed. The last is undici's. */
const PROXY_FAILURE =
  /net::ERR_(PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED|PROXY_AUTH_\w+|PROXY_CERTIFICATE_INVALID|MANDATORY_PROXY_CONFIGURATION_FAILED|SOCKS_CONNECTION_\w+)\b|\bUND_ERR_SOCKS5\w*/;

/** Somebody else answered: where they sent us, or the page that came in place of JSON, tells that it is a sign-in. */
export function portalAnswer(purpose: RequestPurpose, status: number, why: string): ConnectorError {
  return new ConnectorError('captive-portal', purpose === 'read' ? 'no' : 'unknown', status, why);
}

export function badResponse(purpose: RequestPurpose, status: number, why: string): ConnectorError {
  const refused = REFUSED_BEFORE_WRITE.has(status);
  return new ConnectorError('bad-response', purpose === 'read' || refused ? 'no' : 'unknown', status, why);
}

export function noAnswer(purpose: RequestPurpose, why: string): ConnectorError {
  return new ConnectorError('timeout', purpose === 'read' ? 'no' : 'unknown', null, why);
}

/**
 * For any status outside 200–299. `body` is the answer's text, whatever it is; `leadsAway`: it redirects to another host.
 */
export function errorOfAnswer(
  purpose: RequestPurpose,
  status: number,
  body: string,
  leadsAway: boolean,
): ConnectorError {
  const unknownIfWrite = purpose === 'read' ? 'no' : 'unknown';
  if (status === 408) return new ConnectorError('timeout', unknownIfWrite, status, 'the server waited too long');
  // rack-attack answers in plain text, and a proxy answers 413 with its own page: the status alone decides.
  if (status === 429) return new ConnectorError('rate-limited', 'no', status, 'too many requests');
  if (status === 413) return new ConnectorError('rejected', 'no', status, 'too large for the server');
  if (status === 407) return new ConnectorError('proxy', 'no', status, 'HTTP 407, a proxy that wants a sign-in');
  // 511 is how a captive portal asks for its own sign-in.
  if (status === 511) return portalAnswer(purpose, status, 'HTTP 511, a network that wants a sign-in');
  // "500 although saved" happens (chatwoot-api §8.4), so a 5xx proves nothing.
  if (status >= 500) return new ConnectorError('server', unknownIfWrite, status, `HTTP ${status}`);
  // Following would carry our token to wherever a portal or proxy points.
  if (status < 400) {
    if (leadsAway) return portalAnswer(purpose, status, `HTTP ${status}, a redirect to another host`);
    return badResponse(purpose, status, `HTTP ${status}, a redirect`);
  }

  const said = wordsOf(body);
  if (said === null) return badResponse(purpose, status, `HTTP ${status} without Chatwoot's error JSON`);
  switch (status) {
    case 401:
      return new ConnectorError(said.credential ? 'signed-out' : 'forbidden', 'no', status, said.text);
    case 403:
      return new ConnectorError('forbidden', 'no', status, said.text);
    case 404:
      return new ConnectorError('not-found', 'no', status, said.text);
    default: {
      if (status === 422 && UNKNOWN_UPLOAD.test(said.text)) {
        return new ConnectorError('unknown-upload', 'no', status, said.text);
      }
      const refused = REFUSED_BEFORE_WRITE.has(status) || REFUSED_TEXTS.some((known) => known.test(said.text));
      return new ConnectorError('rejected', refused ? 'no' : unknownIfWrite, status, said.text);
    }
  }
}

/** For whatever `fetch` threw. */
export function errorOfFailure(purpose: RequestPurpose, thrown: unknown): ConnectorError {
  if (thrown instanceof ConnectorError) return thrown;
  const text = thrown instanceof Error ? thrown.message : 'unknown failure';
  const leaves = leavesOf(thrown, 0);
  if (leaves.length > 0 && leaves.every(isConnectFailure)) {
    return new ConnectorError('offline', 'no', null, (leaves[0]?.code ?? text).slice(0, DETAIL_LENGTH));
  }
  const proxy = leaves
    .map((leaf) => PROXY_FAILURE.exec(`${leaf.code} ${leaf.message}`)?.[0])
    .find((found) => found !== undefined);
  if (proxy !== undefined) return new ConnectorError('proxy', 'no', null, proxy);
  if (leaves.some((leaf) => /redirect/i.test(leaf.message))) return badResponse(purpose, 302, 'a redirect');
  // Reset, closed or cut off: the request may have arrived.
  return noAnswer(purpose, (leaves.find((leaf) => leaf.code !== '')?.code ?? text).slice(0, DETAIL_LENGTH));
}

/**
 * What Chatwoot said, or null if this is not Chatwoot speaking. `credential`: one of the two answers that mean the
 * token itself is not accepted; Devise's is known by its `errors` list because its text is translated.
 */
function wordsOf(body: string): { readonly text: string; readonly credential: boolean } | null {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return null;
  }
  const parsed = ErrorBody.safeParse(json);
  if (!parsed.success) return null;
  const { error, message, errors } = parsed.data;
  const text = error ?? message ?? errors?.[0];
  if (text === undefined) return null;
  return {
    text: text.slice(0, DETAIL_LENGTH),
    credential: error === 'Invalid Access Token' || (error === undefined && errors !== undefined),
  };
}

interface Leaf {
  readonly code: string;
  readonly syscall: string;
  readonly message: string;
}

/** `fetch failed` hides the reason in `cause`, and a host with two addresses fails with one error for each. */
function leavesOf(thrown: unknown, depth: number): readonly Leaf[] {
  if (!(thrown instanceof Error) || depth > 5) return [];
  const inner = thrown instanceof AggregateError ? thrown.errors : thrown.cause === undefined ? [] : [thrown.cause];
  const found = inner.flatMap((cause: unknown) => leavesOf(cause, depth + 1));
  if (found.length > 0) return found;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const syscall = 'syscall' in thrown && typeof thrown.syscall === 'string' ? thrown.syscall : '';
  return [{ code, syscall, message: thrown.message }];
}

function isConnectFailure(leaf: Leaf): boolean {
  if (CONNECT_FAILURES.has(leaf.code) || CHROMIUM_CONNECT_FAILURE.test(leaf.message)) return true;
  return leaf.code === 'ETIMEDOUT' && leaf.syscall === 'connect';
}
