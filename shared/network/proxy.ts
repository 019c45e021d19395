/** Which proxy leads to an address: from a system's answer, from the environment, or by hand. Never one to this computer. */

export type ProxyChoice =
  | { readonly kind: 'direct' }
  /** An `http:`, `https:` or `socks5:` address with a port, without a sign-in. */
  | { readonly kind: 'proxy'; readonly url: string }
  /** Such as `SOCKS socks.example:1080`, which is version 4: somebody chose a way that we cannot go. */
  | { readonly kind: 'unsupported'; readonly what: string };

export const direct: ProxyChoice = { kind: 'direct' };

/** Of an address such as `https://chat.example.com:8443/x`. */
interface Target {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
}

function targetOf(url: string): Target {
  const [, scheme = '', host = '', port] = /^(\w+):\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)(?::(\d+))?/.exec(url) ?? [];
  const isPlain = scheme === 'http' || scheme === 'ws';
  return { scheme: isPlain ? 'http' : 'https', host: host.toLowerCase(), port: port ?? (isPlain ? '80' : '443') };
}

function isThisComputer({ host }: Target): boolean {
  return /^(\[::1\]|(.+\.)?localhost|127(\.\d{1,3}){3})$/.test(host);
}

/** `session.resolveProxy`, which answers like a PAC script: `PROXY a:3128; DIRECT`. The first entry is taken. */
export function proxyFromPac(answer: string, url: string): ProxyChoice {
  if (isThisComputer(targetOf(url))) return direct;
  const [first = ''] = answer.split(';');
  const [kind = '', place = ''] = first.trim().split(/\s+/);
  switch (kind.toUpperCase()) {
    case '':
    case 'DIRECT':
      return direct;
    case 'PROXY':
    case 'HTTP':
      return towards('http', place);
    case 'HTTPS':
      return towards('https', place);
    case 'SOCKS5':
      return towards('socks5', place);
    default:
      return { kind: 'unsupported', what: first.trim() };
  }
}

/** `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, in either case, as curl reads them. */
export function proxyFromEnv(env: Readonly<Record<string, string | undefined>>, url: string): ProxyChoice {
  const target = targetOf(url);
  const valueOf = (name: string): string => env[name.toLowerCase()] ?? env[name] ?? '';
  const text = valueOf(target.scheme === 'https' ? 'HTTPS_PROXY' : 'HTTP_PROXY') || valueOf('ALL_PROXY');
  return text === '' ? direct : manualProxy(text, valueOf('NO_PROXY'), url);
}

/** `address`: `proxy.example:3128`, with `http://`, `https://` or `socks5://` before it or not. `bypass`: as in `NO_PROXY`. */
export function manualProxy(address: string, bypass: string, url: string): ProxyChoice {
  const target = targetOf(url);
  if (isThisComputer(target) || isBypassed(bypass, target)) return direct;
  const typed = address.trim();
  const [, scheme = 'http', rest = ''] = /^(?:(\w+):\/\/)?(?:[^@/]*@)?([^/]*)\/?$/.exec(typed) ?? [];
  // With `socks5h` the proxy looks names up, which it always does here.
  const known = scheme.toLowerCase().replace(/^socks5h$/, 'socks5');
  if (rest === '' || !isScheme(known)) return { kind: 'unsupported', what: typed.replace(/\/\/.*@/, '//') };
  return towards(known, rest);
}

/** `*`, a host, `.example.com` or `*.example.com` for what is below it, with a port or not; commas or spaces between. */
function isBypassed(bypass: string, { host, port }: Target): boolean {
  return bypass
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', only] = /^\*?(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
      if (name === '' || (only !== undefined && only !== port)) return false;
      const suffix = name.startsWith('.') ? name : `.${name}`;
      return host === suffix.slice(1) || host.endsWith(suffix);
    });
}

const defaultPorts = { http: '80', https: '443', socks5: '1080' } as const;
type Scheme = keyof typeof defaultPorts;

function isScheme(text: string): text is Scheme {
  return Object.hasOwn(defaultPorts, text);
}

/** `place`: a host or an address in brackets, with a port or not. */
function towards(scheme: Scheme, place: string): ProxyChoice {
  const url = `${scheme}://${place}`;
  if (!/^(?:\[[\da-f:]+\]|[^\s/:?#@[\]]+)(?::\d{1,5})?$/i.test(place)) return { kind: 'unsupported', what: url };
  return { kind: 'proxy', url: /:\d+$/.test(place) ? url : `${url}:${defaultPorts[scheme]}` };
}
