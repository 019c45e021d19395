/** Chromium's way on the fake, and when Node's is taken instead. Real sockets; the sessions are the fake's. */
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createMemoryVault } from '../../electron/core/accounts/vaults.ts';
import { listenTo } from '../../electron/core/network/listen-to.ts';
import { createNetwork, type Network } from '../../electron/core/network/network.ts';
import { createNodeLines } from '../../electron/core/network/node-lines.ts';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import { chooseClientCertificates } from '../../electron/shell/client-certificates.ts';
import { chromiumNetwork, networkPartition } from '../../electron/shell/network.ts';
import { defaultNetwork } from '../../shared/network/default-network.ts';
import type { NetworkSettings } from '../../shared/network/network-settings.ts';
import { startQuiet } from '../contract/practice-client.ts';
import { createFakeElectron } from '../support/electron-fake/fake-electron.ts';
import { makeMemoryFolder } from '../support/memory-folder.ts';
import { memorySettings } from '../support/settings.ts';
import { host, makeCertificates, startProxy, startTls, type Certificates, type Running } from '../support/tls-world.ts';
import { collectLog, say } from './setup.ts';

let folder: string;
let certificates: Certificates;
let practice: PracticeServer;
let server: Running;
beforeAll(async () => {
  folder = makeMemoryFolder('shell-network');
  certificates = makeCertificates(folder);
  practice = await startQuiet();
  server = await startTls(certificates, practice.url);
});
afterAll(async () => {
  await server.stop();
  await practice.stop();
  rmSync(folder, { recursive: true, force: true });
});
const networks: Network[] = [];
afterEach(async () => {
  await Promise.all(networks.splice(0).map((network) => network.stop()));
});

async function onFake(change: Partial<NetworkSettings>, systemProxy: (url: string) => string = () => 'DIRECT') {
  const fake = createFakeElectron({ systemProxy });
  await fake.ready();
  const settings = memorySettings({ network: { ...defaultNetwork, ...change } });
  const network = createNetwork({
    ...chromiumNetwork(fake.surface),
    nodeLines: createNodeLines,
    readFile,
    settings,
    vault: createMemoryVault(),
    log: collectLog(),
  });
  networks.push(network);
  const set = (next: Partial<NetworkSettings>): void =>
    settings.write({ ...settings.read(), network: { ...defaultNetwork, ...next } });
  return { network, set, session: fake.sessions.fromPartition(networkPartition) };
}

describe('the way of the desktop app', () => {
  test('is Chromium’s, for questions and for the cable, in a session of its own', async () => {
    const { network, session } = await onFake({});
    expect((await network.fetch(`${practice.url}/api`, {})).status).toBe(200);
    const socket = network.openWebSocket(`${practice.url.replace('http', 'ws')}/cable`, ['actioncable-v1-json']);
    const first = await new Promise((resolve) => listenTo(socket, { onmessage: ({ data }) => resolve(data) }));
    expect(first).toBe('{"type":"welcome"}');
    socket.close();
    expect([session.fetched, session.sockets]).toEqual([
      [`${practice.url}/api`],
      [`${practice.url.replace('http', 'ws')}/cable`],
    ]);
    expect(session.proxy).toEqual({ mode: 'system' });
  });

  test.each([
    [{ proxy: 'none' }, { mode: 'direct' }],
    [
      { proxy: 'manual', proxyAddress: 'proxy.example:3128', proxyBypass: '.example.org' },
      { mode: 'fixed_servers', proxyRules: 'proxy.example:3128', proxyBypassRules: '.example.org' },
    ],
  ] as const)('%j is told to Chromium, and open connections are cut', async (change, config) => {
    const { network, set, session } = await onFake({});
    await network.fetch(`${practice.url}/api`, {});
    const { cuts } = session;
    set(change);
    await network.fetch(`${practice.url}/api`, {});
    expect([session.proxy, session.cuts]).toEqual([config, cuts + 1]);
    await network.fetch(`${practice.url}/api`, {});
    expect(session.cuts).toBe(cuts + 1);
  });

  test('is Node’s where a file or a password of ours is needed, by the proxy that the script chose', async () => {
    const proxy = await startProxy('ana:secret');
    try {
      const script = (url: string): string => (url.includes(host) ? `PROXY 127.0.0.1:${proxy.port}` : 'DIRECT');
      const { network, session } = await onFake({ caFile: certificates.caFile }, script);
      await network.keepLogin('proxy', { user: 'ana', password: 'secret' }, false);
      expect((await network.fetch(`https://${host}:${server.port}/api`, {})).status).toBe(200);
      expect(proxy.asked).toEqual([`${host}:${server.port} 200`]);
      expect(session.fetched).toEqual([]);
      // Both empty: forgotten, and refused again.
      await network.keepLogin('proxy', { user: '', password: '' }, false);
      await expect(network.fetch(`https://${host}:${server.port}/api`, {})).rejects.toThrow();
    } finally {
      await proxy.stop();
    }
  });
});

describe('a server that asks for a certificate of the system’s store', () => {
  const certificate = (name: string) =>
    ({ subjectName: name, issuerName: 'CA', fingerprint: `sha256/${name}` }) as Electron.Certificate;
  async function asked(list: Electron.Certificate[], answers: number[], hosts: string[]) {
    const fake = createFakeElectron();
    fake.world.answers.push(...answers);
    chooseClientCertificates({ ...fake.surface, say });
    const seen: (string | null)[] = [];
    for (const url of hosts) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as they come
      const given = await new Promise<Electron.Certificate | undefined>((resolve) => {
        fake.app.emit('select-client-certificate', { preventDefault: () => undefined }, null, url, list, resolve);
      });
      seen.push(given?.subjectName ?? null);
    }
    return { seen, questions: fake.world.questions };
  }

  test('gets the only one', async () => {
    expect(await asked([certificate('Ana')], [], ['chat.example.com:443'])).toEqual({ seen: ['Ana'], questions: [] });
  });

  test('gets the one that the person chose, asked once for each server', async () => {
    const hosts = ['chat.example.com:443', 'chat.example.com:443', 'https://other.example/'];
    const { seen, questions } = await asked([certificate('Ana'), certificate('Work')], [1, 2], hosts);
    expect(seen).toEqual(['Work', 'Work', null]);
    expect(questions.map(({ message, buttons }) => [message, buttons])).toEqual([
      ['Which certificate may chat.example.com:443 see?', ['Ana (CA)', 'Work (CA)', 'None']],
      ['Which certificate may other.example see?', ['Ana (CA)', 'Work (CA)', 'None']],
    ]);
  });
});
