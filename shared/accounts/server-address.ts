/**
 * The address of a help desk server, from what a person types or pastes: a bare name, an address with or without its
 * slash, or the address of any of its pages. The token travels with every request, so plain http is for this computer only.
 */

export type ServerAddress =
  | { readonly ok: true; /** Without a slash at the end. */ readonly url: string }
  | { readonly ok: false; readonly why: AddressProblem };
export type AddressProblem =
  | 'empty'
  | 'not-an-address'
  | 'insecure' // http to another computer
  | 'has-password'; // https://name:password@…

/** Where Chatwoot's own pages begin (config/routes.rb); what stands before is where the server lives. */
const pages: ReadonlySet<string> = new Set(['app', 'auth', 'api', 'super_admin', 'cable', 'hc', 'public', 'swagger']);

/** scheme://sign-in@host:port/path, of which only the host must be there. What follows a `?` or `#` is of no use. */
const address =
  /^(?:([a-z][a-z\d+.-]*):\/\/)?(?:([^/?#@]*)@)?(\[[\da-f:]+\]|[^/?#:@[\]]+)(?::(\d{1,5}))?(\/[^?#]*)?(?:[?#].*)?$/i;
/** Labels that begin and end with a letter or digit (RFC 1123 §2.1); two dashes within one are an IDN's own spelling. */
const hostName = /^(?!.*(?:\.\.|\.-|-\.))[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;

/** This folder and the one above, also as browsers spell them (WHATWG URL, "double-dot path segment"). */
const dots = /^(?:\.|%2e){1,2}$/i;

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/u;

export function parseServerAddress(text: string): ServerAddress {
  const typed = text.trim();
  if (typed === '') return { ok: false, why: 'empty' };
  const [, scheme, signIn, written = '', port, path = ''] = /\s/.test(typed) ? [] : (address.exec(typed) ?? []);
  // With the dot of the root it is the same host, but certificates do not know that spelling.
  const host = written.replace(/(?<=[^.])\.$/, '');
  const isLocal = isLoopback(host);
  const protocol = scheme?.toLowerCase() ?? (isLocal ? 'http' : 'https');
  if (!['http', 'https'].includes(protocol) || !(isLocal || isHost(host)) || !isPort(port)) {
    return { ok: false, why: 'not-an-address' };
  }
  if (signIn !== undefined) return { ok: false, why: 'has-password' };
  if (protocol === 'http' && !isLocal) return { ok: false, why: 'insecure' };
  const isUsual = port === undefined || Number(port) === (protocol === 'https' ? 443 : 80);
  const origin = `${protocol}://${host.toLowerCase()}${isUsual ? '' : `:${Number(port)}`}`;
  return { ok: true, url: origin + homeOf(path) };
}

function isPort(port: string | undefined): boolean {
  return port === undefined || (Number(port) > 0 && Number(port) <= 65_535);
}

/** A name or an address. What ends in a number can only be an IPv4 address (WHATWG URL, host parsing). */
function isHost(host: string): boolean {
  if (host.startsWith('[')) return isIpv6(host.slice(1, -1));
  const last = host.split('.').at(-1) ?? '';
  return /^(?:\d+|0x[\da-f]*)$/iu.test(last) ? ipv4.test(host) : hostName.test(host);
}

/** Eight groups, of which one run may be left out; not the spellings that hide an IPv4 address or name a network card. */
function isIpv6(text: string): boolean {
  const halves = text.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const isWhole = halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8;
  return isWhole && groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
}

/** The folder of the server that this page belongs to; empty for the whole host. */
function homeOf(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && !dots.test(part));
  const page = parts.findIndex((part) => pages.has(part));
  return (page === -1 ? parts : parts.slice(0, page)).map((part) => `/${part}`).join('');
}

/** RFC 6761 §6.3 reserves every name under `localhost`; RFC 1122 §3.2.1.3 all of 127/8. */
function isLoopback(host: string): boolean {
  return /^(\[::1\]|(.+\.)?localhost|127(\.\d{1,3}){3})$/i.test(host);
}
