/**
 * The network as the settings say: which way is taken, and a new one when they change. Where the platform can do the job by
 * itself (Chromium: the system's proxy and its scripts, its certificates and those of smart cards) it does; Node's way is for
 * what only files and passwords of ours can answer.
 */
import { z } from 'zod';
import { manualProxy, direct, type ProxyChoice } from '../../../shared/network/proxy.ts';
import type { NetworkSettings } from '../../../shared/network/network-settings.ts';
import type { NetworkFindingCode } from '../../../shared/network/doctor.ts';
import { parseJson } from '../../../shared/lang/json.ts';
import type { FetchLike, Log, OpenWebSocket, SettingsStore, Vault } from '../ports.ts';
import { laterSocket } from './later-socket.ts';
import type { NodeLinesOptions } from './node-lines.ts';

/** One way to the servers. */
export interface Lines {
  readonly fetch: FetchLike;
  readonly openWebSocket: OpenWebSocket;
  /** Cuts what still goes over it. */
  close(): Promise<void>;
}

export interface NetworkPlatform {
  /** Chromium's own way with this proxy; null: there is no Chromium. */
  readonly own: ((settings: NetworkSettings) => Promise<Lines>) | null;
  /** What the system says of an address. */
  readonly systemProxy: (url: string) => Promise<ProxyChoice>;
  readonly nodeLines: (options: NodeLinesOptions) => Lines;
  /** Rejects if it cannot be read. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
}

export interface NetworkOptions extends NetworkPlatform {
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly vault: Vault;
  readonly log: Log;
}

export interface NetworkControl {
  /** Which proxy leads there now. */
  proxyFor(url: string): Promise<ProxyChoice>;
  /** What of the settings cannot be used; null: all is well. Without it everything goes on as far as it can. */
  problem(): Promise<NetworkFindingCode | null>;
  /** Both empty: forgets it. `stay`: keep it after this run, as the vault allows. */
  keepLogin(which: LoginName, login: Login, stay: boolean): Promise<void>;
}

export interface Network extends NetworkControl {
  readonly fetch: FetchLike;
  readonly openWebSocket: OpenWebSocket;
  stop(): Promise<void>;
}

export type LoginName = 'proxy' | 'certificate';
const Login = z.object({ user: z.string(), password: z.string() });
export type Login = z.infer<typeof Login>;

const vaultName = (which: LoginName): string => `network-${which}`;

interface Current {
  readonly key: string;
  readonly lines: Promise<{ readonly lines: Lines; readonly problem: NetworkFindingCode | null }>;
}

export function createNetwork(options: NetworkOptions): Network {
  const { settings, vault, log } = options;
  let current: Current | null = null;
  /** Grows with every change of a password, which the settings do not show. */
  let turn = 0;

  function now(): Current['lines'] {
    const network = settings.read().network;
    const key = JSON.stringify([turn, network]);
    if (current?.key === key) return current.lines;
    const before = current?.lines;
    current = { key, lines: open(network) };
    // Whoever still waits on the old way comes again over the new one.
    before?.then(({ lines }) => lines.close()).catch(() => undefined);
    return current.lines;
  }
  async function open(network: NetworkSettings): Promise<Awaited<Current['lines']>> {
    const proxyLogin = network.proxy === 'none' ? null : await loginOf(vault, 'proxy');
    const isPlain = network.caFile === '' && network.certificateFile === '' && proxyLogin === null;
    if (isPlain && options.own !== null) return { lines: await options.own(network), problem: null };
    const proxyFor = (url: string): Promise<ProxyChoice> => proxyOf(network, options, url);
    const { ca, certificate, problem } = await readFiles(network, options);
    const plain = { proxyFor, proxyLogin, ca: [], certificate: null };
    try {
      return { lines: options.nodeLines({ ...plain, ca, certificate }), problem };
    } catch (error) {
      log.write('warn', 'a certificate of the network settings cannot be used', { error: String(error) });
      return { lines: options.nodeLines(plain), problem: blame(error, certificate !== null) };
    }
  }

  return {
    fetch: async (url, init) => (await now()).lines.fetch(url, init),
    openWebSocket: (url, protocols) =>
      laterSocket(
        now().then(
          ({ lines }) =>
            () =>
              lines.openWebSocket(url, protocols),
        ),
      ),
    proxyFor: (url) => proxyOf(settings.read().network, options, url),
    problem: async () => (await now()).problem,
    async keepLogin(which, login, stay) {
      const isEmpty = login.user === '' && login.password === '';
      if (isEmpty) await vault.delete(vaultName(which));
      else await vault.set(vaultName(which), JSON.stringify(login), stay);
      turn += 1;
    },
    async stop() {
      await current?.lines.then(({ lines }) => lines.close()).catch(() => undefined);
    },
  };
}

async function loginOf(vault: Vault, which: LoginName): Promise<Login | null> {
  const kept = await vault.get(vaultName(which)).catch(() => null);
  const parsed = kept === null ? null : Login.safeParse(parseJson(kept));
  return parsed?.success === true ? parsed.data : null;
}

function proxyOf(network: NetworkSettings, platform: NetworkPlatform, url: string): Promise<ProxyChoice> {
  if (network.proxy === 'none') return Promise.resolve(direct);
  if (network.proxy === 'system') return platform.systemProxy(url);
  return Promise.resolve(manualProxy(network.proxyAddress, network.proxyBypass, url));
}

/** What OpenSSL says of a wrong password, and otherwise the file that it read last. */
function blame(error: unknown, hasCertificate: boolean): NetworkFindingCode {
  if (/mac verify|password|decrypt/i.test(String(error))) return 'certificate-password';
  return hasCertificate ? 'certificate-file' : 'ca-file';
}

async function readFiles(network: NetworkSettings, { readFile, vault, log }: NetworkOptions) {
  const read = async (path: string): Promise<Uint8Array | null> => {
    if (path === '') return null;
    return readFile(path).catch((error: unknown) => {
      log.write('warn', 'a file of the network settings cannot be read', { error: String(error) });
      return null;
    });
  };
  const [authority, pfx] = await Promise.all([read(network.caFile), read(network.certificateFile)]);
  const text = authority === null ? '' : new TextDecoder().decode(authority);
  const ca = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const problems: NetworkFindingCode[] = [
    ...(network.caFile !== '' && ca.length === 0 ? ['ca-file' as const] : []),
    ...(network.certificateFile !== '' && pfx === null ? ['certificate-file' as const] : []),
  ];
  const passphrase = pfx === null ? '' : ((await loginOf(vault, 'certificate'))?.password ?? '');
  return {
    ca,
    certificate: pfx === null ? null : { pfx, passphrase },
    problem: problems[0] ?? null,
  };
}
