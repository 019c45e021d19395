/** The way to a server through a company's network, over real sockets: REST, uploads and the cable alike. */
import { readFile } from 'node:fs/promises';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryVault } from '../../electron/core/accounts/vaults.ts';
import { createChatwootConnector } from '../../electron/core/connectors/chatwoot/chatwoot-connector.ts';
import { listenTo } from '../../electron/core/network/listen-to.ts';
import { createNetwork, type Network } from '../../electron/core/network/network.ts';
import { checkNetwork } from '../../electron/core/network/check.ts';
import { createNodeLines } from '../../electron/core/network/node-lines.ts';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import { findingOf, wordsOf } from '../../shared/network/doctor.ts';
import { defaultNetwork } from '../../shared/network/default-network.ts';
import type { NetworkSettings } from '../../shared/network/network-settings.ts';
import { proxyFromEnv, proxyFromPac, type ProxyChoice } from '../../shared/network/proxy.ts';
import { makeMemoryFolder } from '../support/memory-folder.ts';
import { memorySettings } from '../support/settings.ts';
import {
  host,
  makeCertificates,
  passphrase,
  startProxy,
  startSocks,
  startTls,
  type Certificates,
  type Proxy,
  type Running,
} from '../support/tls-world.ts';
import { listen, realClock } from '../sync/practice-connection.ts';
import { startQuiet } from './practice-client.ts';

let folder: string;
let certificates: Certificates;
let practice: PracticeServer;
let open: Running;
let closed: Running;
/** A port at which somebody listened, and nobody does any more. */
let spare: number;
beforeAll(async () => {
  folder = makeMemoryFolder('network');
  certificates = makeCertificates(folder);
  practice = await startQuiet();
  open = await startTls(certificates, practice.url);
  closed = await startTls(certificates, practice.url, true);
  const gone = await startProxy();
  spare = gone.port;
  await gone.stop();
});
afterAll(async () => {
  await Promise.all([open.stop(), closed.stop()]);
  await practice.stop();
  rmSync(folder, { recursive: true, force: true });
});

let proxy: Proxy;
const networks: Network[] = [];
beforeEach(async () => (proxy = await startProxy()));
afterEach(async () => {
  await Promise.all(networks.splice(0).map((network) => network.stop()));
  await proxy.stop();
});

const log = { write: () => undefined };

function aNetwork(
  change: Partial<NetworkSettings>,
  systemProxy: (url: string) => ProxyChoice = () => ({ kind: 'direct' }),
) {
  const settings = memorySettings({ network: { ...defaultNetwork, ...change } });
  const network = createNetwork({
    own: null,
    systemProxy: async (url) => systemProxy(url),
    nodeLines: createNodeLines,
    readFile,
    settings,
    vault: createMemoryVault(),
    log,
  });
  networks.push(network);
  const set = (next: Partial<NetworkSettings>): void =>
    settings.write({ ...settings.read(), network: { ...defaultNetwork, ...next } });
  return { network, set };
}

/** Everything that a desk asks of a server: an answer, an upload, and a cable that is confirmed. */
async function work(network: Network, serverUrl: string): Promise<void> {
  const connector = createChatwootConnector({
    ...network,
    serverUrl,
    token: practice.apiAccessToken,
    clock: realClock,
    log,
  });
  await connector.profile();
  const bytes = new Uint8Array(200_000).fill(7);
  const uploads = (): number => practice.requests.filter(({ path }) => path.endsWith('/upload')).length;
  const before = uploads();
  await connector.uploadFile({ name: 'a.pdf', type: 'application/pdf', bytes: new Blob([bytes]) });
  expect(uploads()).toBe(before + 1);
  const cable = listen(connector);
  const down = cable.first((what) => (what.kind === 'down' ? what.reason : null));
  expect(await Promise.race([cable.confirmed().then(() => 'confirmed'), down])).toBe('confirmed');
  cable.connection.close();
}

/** What stands in the way of a first question, in the words that Node, OpenSSL and undici have for it. */
async function trouble(network: Network, url: string): Promise<string> {
  const answer = network.fetch(`${url}/api`, {});
  return answer.then(
    ({ status }) => String(status),
    (error: unknown) => wordsOf(error),
  );
}

/** Whether the cable comes up by itself: its errors have no words. */
async function opens(network: Network, url: string): Promise<boolean> {
  const socket = network.openWebSocket(`${url.replace('http', 'ws')}/cable`, ['actioncable-v1-json']);
  const opened = await new Promise<boolean>((resolve) => {
    listenTo(socket, { onopen: () => resolve(true), onclose: () => resolve(false) });
  });
  socket.close();
  return opened;
}

describe('a server with a certificate of the company', () => {
  it('is not trusted without its authority, and is with it', async () => {
    const { network, set } = aNetwork({});
    const url = `https://localhost:${open.port}`;
    expect(await trouble(network, url)).toMatch(/UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN/);
    expect(await opens(network, url)).toBe(false);
    set({ caFile: certificates.caFile });
    await work(network, url);
  });

  it('is not trusted for another name', async () => {
    const { network } = aNetwork({ caFile: certificates.caFile });
    expect(await trouble(network, `https://127.0.0.1:${open.port}`)).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(await opens(network, `https://127.0.0.1:${open.port}`)).toBe(false);
  });

  it.each([
    ['is not there', () => '/nonexistent.pem'],
    ['is no certificate', () => certificates.pfxFile],
    ['is cut off', () => cutOff(certificates.caFile)],
  ])('an authority’s file that %s is named, and everything else goes on', async (_what, file) => {
    const { network } = aNetwork({ caFile: file() });
    expect(await network.problem()).toBe('ca-file');
    await work(network, practice.url);
  });
});

describe('a server that wants a certificate of the client', () => {
  const url = (): string => `https://localhost:${closed.port}`;
  const files = () => ({ caFile: certificates.caFile, certificateFile: certificates.pfxFile });

  it('refuses without one', async () => {
    const { network } = aNetwork({ caFile: certificates.caFile });
    // Node's own server says nothing and hangs up; others send an alert, or a page (test/unit/network).
    expect(await trouble(network, url())).toMatch(/other side closed|ECONNRESET|CERTIFICATE_REQUIRED/);
    expect(await opens(network, url())).toBe(false);
  });

  it('takes it from the file, with its password from the vault', async () => {
    const { network } = aNetwork(files());
    await network.keepLogin('certificate', { user: '', password: passphrase }, false);
    expect(await network.problem()).toBeNull();
    await work(network, url());
  });

  it('a wrong password is named as such', async () => {
    const { network } = aNetwork(files());
    await network.keepLogin('certificate', { user: '', password: 'wrong' }, false);
    expect(await network.problem()).toBe('certificate-password');
  });
});

describe('a proxy', () => {
  const login = { user: 'ana', password: 'a secret, with spaces: and colons' };
  const url = (): string => `https://${host}:${open.port}`;
  const manual = () =>
    ({ proxy: 'manual', proxyAddress: `127.0.0.1:${proxy.port}`, caFile: certificates.caFile }) as const;

  it('set by hand carries everything', async () => {
    const { network } = aNetwork(manual());
    await work(network, url());
    expect(new Set(proxy.asked)).toEqual(new Set([`${host}:${open.port} 200`]));
    // Its own connections for the questions and for the cable.
    expect(proxy.asked.length).toBeGreaterThan(1);
  });

  it('of the environment, as HTTPS_PROXY and NO_PROXY say', async () => {
    const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, no_proxy: 'other.test' };
    const { network } = aNetwork({ caFile: certificates.caFile }, (address) => proxyFromEnv(env, address));
    await work(network, url());
    expect(proxy.asked).not.toEqual([]);
  });

  it('that a script (PAC) chose for this address', async () => {
    const script = (address: string): string =>
      address.includes(host) ? `PROXY 127.0.0.1:${proxy.port}; DIRECT` : 'DIRECT';
    const { network } = aNetwork({ caFile: certificates.caFile }, (address) => proxyFromPac(script(address), address));
    await work(network, url());
    expect(proxy.asked).not.toEqual([]);
  });

  it('is not asked for servers on this computer', async () => {
    const { network } = aNetwork(manual());
    await work(network, practice.url);
    expect(proxy.asked).toEqual([]);
  });

  it('that wants a sign-in refuses without, and lets through with it', async () => {
    const strict = await startProxy(`${login.user}:${login.password}`);
    try {
      const { network } = aNetwork({ ...manual(), proxyAddress: `http://127.0.0.1:${strict.port}` });
      expect(findingOf({ words: await trouble(network, url()), viaProxy: true })).toBe('proxy-sign-in');
      expect(await opens(network, url())).toBe(false);
      await network.keepLogin('proxy', { ...login, password: 'wrong' }, false);
      expect(findingOf({ words: await trouble(network, url()), viaProxy: true })).toBe('proxy-sign-in');
      await network.keepLogin('proxy', login, false);
      await work(network, url());
    } finally {
      await strict.stop();
    }
  });

  it('that speaks SOCKS5 carries everything as well, with a sign-in where it wants one', async () => {
    const socks = await startSocks(`${login.user}:${login.password}`);
    try {
      const { network } = aNetwork({ ...manual(), proxyAddress: `socks5://127.0.0.1:${socks.port}` });
      expect(findingOf({ words: await trouble(network, url()), viaProxy: true })).toBe('proxy-sign-in');
      await network.keepLogin('proxy', { ...login, password: 'wrong' }, false);
      expect(findingOf({ words: await trouble(network, url()), viaProxy: true })).toBe('proxy-sign-in');
      expect(await opens(network, url())).toBe(false);
      expect(socks.asked).toEqual([]);
      await network.keepLogin('proxy', login, false);
      await work(network, url());
      expect(new Set(socks.asked)).toEqual(new Set([`${host}:${open.port}`]));
    } finally {
      await socks.stop();
    }
  });

  it('that speaks SOCKS5 lets nobody in between: the server’s certificate is judged as ever', async () => {
    const socks = await startSocks();
    try {
      const { network } = aNetwork({}, (address) => proxyFromPac(`SOCKS5 127.0.0.1:${socks.port}; DIRECT`, address));
      expect(findingOf({ words: await trouble(network, url()), viaProxy: true })).toBe('tls-authority');
      expect(await opens(network, url())).toBe(false);
      expect(socks.asked.length).toBeGreaterThan(0);
    } finally {
      await socks.stop();
    }
  });

  it.each([
    ['nobody listens at', () => `127.0.0.1:${spare}`, 'proxy-unreachable'],
    ['nobody speaks SOCKS5 at', () => `socks5://127.0.0.1:${spare}`, 'proxy-unreachable'],
    ['of another kind', () => 'socks4://127.0.0.1:1080', 'proxy-unsupported'],
  ])('that %s is named', async (_what, proxyAddress, finding) => {
    const { network } = aNetwork({ ...manual(), proxyAddress: proxyAddress() });
    expect(findingOf({ words: await trouble(network, url()), viaProxy: true })).toBe(finding);
    expect(await opens(network, url())).toBe(false);
  });

  it('a change holds from the next question on, without a restart', async () => {
    const { network, set } = aNetwork({ ...manual(), proxyAddress: `127.0.0.1:${spare}` });
    expect(await trouble(network, url())).toMatch(/ECONNREFUSED/);
    set(manual());
    await work(network, url());
  });
});

describe('the test of the connection', () => {
  const check = (network: Network, url: string) => checkNetwork({ ...network, network, clock: realClock }, url);

  it('finds the whole way free', async () => {
    const { network } = aNetwork({ caFile: certificates.caFile });
    const { finding, proxy: by, detail } = await check(network, `https://localhost:${open.port}`);
    expect([finding, by, detail]).toEqual([null, null, expect.stringMatching(/^Chatwoot \d/)]);
  });

  it.each([
    ['tls-authority', {}, (): string => `https://localhost:${open.port}`],
    ['ca-file', { caFile: '/nonexistent.pem' }, (): string => `https://localhost:${open.port}`],
    ['not-reached', {}, (): string => `http://127.0.0.1:${spare}`],
    ['no-name', {}, (): string => 'https://nobody.invalid'],
    ['proxy-unreachable', { proxy: 'manual', proxyAddress: `127.0.0.1:9` }, (): string => `https://${host}`],
    ['not-chatwoot', {}, (): string => `${practice.url}/api/v1/profile#`],
  ] as const)('says %s', async (finding, change, url) => {
    const { network } = aNetwork(change);
    expect((await check(network, url())).finding).toBe(finding);
  });

  it('says that only the live updates are missing', async () => {
    const { network } = aNetwork({});
    const url = practice.url;
    const cut = {
      ...network,
      openWebSocket: (_url: string, protocols: readonly string[]) =>
        network.openWebSocket(`${url}/nothing`.replace('http', 'ws'), protocols),
    };
    expect((await checkNetwork({ ...cut, network, clock: realClock }, url)).finding).toBe('no-live');
  });
});

function cutOff(file: string): string {
  const path = join(folder, 'cut.pem');
  writeFileSync(path, readFileSync(file, 'utf8').slice(0, 120));
  return path;
}
