/**
 * "Test the connection": how far we come on the way to a server, and one fix for what stands in it. A pure function of what
 * happened; the words of Node's sockets, OpenSSL, undici and Chromium for the same thing are one row each.
 */

/** The way, in order. A finding stops it: what comes after was not tried. */
export const steps = ['name', 'proxy', 'tls', 'server', 'live'] as const;
export type Step = (typeof steps)[number];

export const findingCodes = [
  'ca-file', // our own settings, before anything is asked
  'certificate-file',
  'certificate-password',
  'offline',
  'no-name',
  'proxy-unreachable',
  'proxy-sign-in',
  'proxy-refuses',
  'proxy-unsupported',
  'not-reached',
  'tls-authority',
  'tls-date',
  'tls-name',
  'tls-certificate-wanted',
  'tls-other',
  'portal',
  'not-chatwoot',
  'server-error',
  'timeout',
  'no-live',
] as const;
export type NetworkFindingCode = (typeof findingCodes)[number];

const stepOf: Readonly<Record<NetworkFindingCode, Step>> = {
  'ca-file': 'tls',
  'certificate-file': 'tls',
  'certificate-password': 'tls',
  offline: 'name',
  'no-name': 'name',
  'proxy-unreachable': 'proxy',
  'proxy-sign-in': 'proxy',
  'proxy-refuses': 'proxy',
  'proxy-unsupported': 'proxy',
  'not-reached': 'proxy',
  'tls-authority': 'tls',
  'tls-date': 'tls',
  'tls-name': 'tls',
  'tls-certificate-wanted': 'tls',
  'tls-other': 'tls',
  portal: 'server',
  'not-chatwoot': 'server',
  'server-error': 'server',
  timeout: 'server',
  'no-live': 'live',
};

export interface Failure {
  /** Codes such as `ENOTFOUND`, and the texts of all errors, joined. */
  readonly words: string;
  /** Whether a proxy was to be used: then a refused connection or an unknown name is the proxy's. */
  readonly viaProxy: boolean;
}

/** The codes and texts of an error, of its causes, and of those that it gathers. */
export function wordsOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 5) return '';
  const { code = '' } = error as Error & { readonly code?: string };
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return [code, error.message, ...inner.map((cause: unknown) => wordsOf(cause, depth + 1))]
    .filter((word) => word !== '')
    .join(' · ');
}

/** Each looked for in this order. What is said of a proxy comes first: its failures hold the words of all others. */
const rows: readonly (readonly [RegExp, NetworkFindingCode])[] = [
  [/ERR_PROXY_UNSUPPORTED|ERR_NO_SUPPORTED_PROXIES/, 'proxy-unsupported'],
  [/\(407\)|status code 407|ERR_PROXY_AUTH|HTTP 407|UND_ERR_SOCKS5_AUTH/, 'proxy-sign-in'],
  [
    /ERR_PROXY_CONNECTION_FAILED|ERR_PROXY_CERTIFICATE_INVALID|ERR_SOCKS_CONNECTION|SOCKS5_VERSION/,
    'proxy-unreachable',
  ],
  [/Proxy response \(\d+\)|ERR_TUNNEL_CONNECTION_FAILED|ERR_MANDATORY_PROXY|UND_ERR_SOCKS5/, 'proxy-refuses'],
  [/mac verify failure|wrong.*password|INCORRECT_PASSWORD/i, 'certificate-password'],
  [/ERR_INTERNET_DISCONNECTED|ENETUNREACH|ENETDOWN|ERR_NETWORK_CHANGED/, 'offline'],
  [/ENOTFOUND|EAI_AGAIN|EAI_FAIL|ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED/, 'no-name'],
  [/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_CERT_DATE_INVALID/, 'tls-date'],
  [/ERR_TLS_CERT_ALTNAME_INVALID|ERR_CERT_COMMON_NAME_INVALID/, 'tls-name'],
  [
    /SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_VERIFY_LEAF|ERR_CERT_AUTHORITY_INVALID|ERR_CERT_INVALID/,
    'tls-authority',
  ],
  [
    /CERTIFICATE_REQUIRED|certificate required|alert bad certificate|HANDSHAKE_FAILURE_ALERT|handshake failure|ERR_(BAD_)?SSL_CLIENT_AUTH/i,
    'tls-certificate-wanted',
  ],
  [/ERR_SSL_|ERR_CERT_|EPROTO|_SSL_|CERT_/, 'tls-other'],
  [/ECONNREFUSED|EHOSTUNREACH|ERR_CONNECTION_REFUSED|ERR_ADDRESS_UNREACHABLE/, 'not-reached'],
];

/** For what was thrown. Whatever nobody knows is a server that does not answer. */
export function findingOf({ words, viaProxy }: Failure): NetworkFindingCode {
  const found = rows.find(([pattern]) => pattern.test(words))?.[1] ?? 'timeout';
  // Behind a proxy it is the proxy that looks the name up and is connected to.
  return viaProxy && (found === 'no-name' || found === 'not-reached') ? 'proxy-unreachable' : found;
}

export type StepState = 'ok' | 'failed' | 'not-tried';

/** What came of each step; `null`: nothing stood in the way. */
export function stepStates(finding: NetworkFindingCode | null): Readonly<Record<Step, StepState>> {
  const at = finding === null ? steps.length : steps.indexOf(stepOf[finding]);
  const state = (index: number): StepState => (index < at ? 'ok' : index === at ? 'failed' : 'not-tried');
  return Object.fromEntries(steps.map((step, index) => [step, state(index)])) as Record<Step, StepState>;
}
