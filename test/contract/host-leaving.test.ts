/** When the browser host ends by itself, and how a second start finds the first. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lastChanceMs } from '../../electron/core/leaving.ts';
import { claimDataFolder, openLinkFile } from '../../electron/core/data-folder.ts';
import { createDataFiles } from '../../electron/core/system-ports.ts';
import { graceMs, watchForIdle } from '../../electron/host/idle-exit.ts';
import { startHost, type Host } from '../../electron/host/host-server.ts';
import { keepOpenLink, readOpenLink } from '../../electron/host/open-link.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { noFiles } from '../shell/setup.ts';

const log = { write: () => undefined };

function watched() {
  const clock = new FakeClock();
  const world = { unsent: 0, isSending: false, isOver: false, woken: 0, told: [] as string[] };
  const idle = watchForIdle({
    clock,
    wake: () => (world.woken += 1),
    unsent: async () => world.unsent,
    isSending: () => world.isSending,
    tell: (line) => world.told.push(line),
  });
  void idle.over.then(() => (world.isOver = true));
  return { clock, world, idle };
}

describe('the host without a page', () => {
  it('waits for the first one as long as it takes', async () => {
    const { clock, world } = watched();
    await clock.advance(100 * graceMs);
    expect(world.isOver).toBe(false);
  });

  it('ends some minutes after the last one went, and not before', async () => {
    const { clock, world, idle } = watched();
    idle.pagesAre(2);
    idle.pagesAre(1);
    await clock.advance(2 * graceMs);
    idle.pagesAre(0);
    await clock.advance(graceMs - 1);
    expect(world.isOver).toBe(false);
    await clock.advance(1);
    expect(world).toMatchObject({ isOver: true, woken: 0 });
    expect(world.told).toEqual(['No page of Latchkey has been open for 5 minutes: it ends.']);
  });

  it('stays when one comes back in time, also while it tries to send what is left', async () => {
    const { clock, world, idle } = watched();
    idle.pagesAre(1);
    idle.pagesAre(0);
    await clock.advance(graceMs - 1);
    idle.pagesAre(1);
    await clock.advance(2 * graceMs);
    expect(world.isOver).toBe(false);
    world.unsent = 1;
    idle.pagesAre(0);
    await clock.advance(graceMs + lastChanceMs / 2);
    idle.pagesAre(1);
    await clock.advance(graceMs);
    expect(world).toMatchObject({ isOver: false, told: [] });
    // A page that only looked in starts the whole time anew.
    idle.pagesAre(0);
    await clock.advance(graceMs - 1);
    expect(world.isOver).toBe(false);
  });

  it('tries within two seconds to send what is left, and names what stays', async () => {
    const { clock, world, idle } = watched();
    world.unsent = 2;
    idle.pagesAre(1);
    idle.pagesAre(0);
    await clock.advance(graceMs + lastChanceMs - 1);
    expect(world).toMatchObject({ isOver: false, woken: 1 });
    await clock.advance(251);
    expect(world.isOver).toBe(true);
    expect(world.told[0]).toContain('2 messages or changes have not been sent; kept on this computer');
  });

  it('never ends while something is being sent', async () => {
    const { clock, world, idle } = watched();
    world.isSending = true;
    idle.pagesAre(1);
    idle.pagesAre(0);
    await clock.advance(3 * graceMs);
    expect(world.isOver).toBe(false);
    // Ends, and begins anew in the last moment.
    world.isSending = false;
    world.unsent = 1;
    await clock.advance(5_000);
    world.isSending = true;
    await clock.advance(lastChanceMs + 1_000);
    expect(world.isOver).toBe(false);
    world.isSending = false;
    world.unsent = 0;
    await clock.advance(10_000);
    expect(world.isOver).toBe(true);
  });
});

describe('a second start', () => {
  async function aFolder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-second-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, 'index.html'), '<!doctype html>');
    await writeFile(join(folder, 'manifest.json'), '{"/index.html":"text/html; charset=utf-8"}');
    return folder;
  }
  async function aHost(folder: string): Promise<Host> {
    const core = { handlersOf: () => null, onEvent: () => () => undefined, fileRoutes: noFiles };
    const host = await startHost({ core, rendererFolder: folder, port: 0, log });
    onTestFinished(() => host.stop());
    return host;
  }

  it('finds a link that only this user can read; after its use another one stands there', async () => {
    const folder = await aFolder();
    const files = createDataFiles(folder);
    const uses: (() => void)[] = [];
    const { url } = await aHost(folder);
    const newLink = (onUsed?: () => void): string => `${url}/#t=code${uses.push(onUsed ?? (() => undefined))}`;
    const kept = await keepOpenLink({ newLink }, files, log);
    expect((await stat(join(folder, openLinkFile))).mode & 0o777).toBe(0o600);
    expect(await readOpenLink(files)).toBe(`${url}/#t=code1`);
    uses[0]?.();
    await expect.poll(() => readOpenLink(files)).toBe(`${url}/#t=code2`);
    await kept.stop();
    expect(await readdir(folder)).not.toContain(openLinkFile);
    expect(await readOpenLink(files)).toBeNull();
  });

  it('takes nothing that is no link of ours, or that nobody answers', async () => {
    const folder = await aFolder();
    const files = createDataFiles(folder);
    const host = await aHost(folder);
    const { port } = new URL(host.url);
    const odd = [
      '',
      'https://evil.example/#t=x',
      `http://localhost:${port}/#t=x`,
      `${host.url}/#t=a b`,
      `${host.url}/`,
    ];
    for (const text of odd) {
      // oxlint-disable-next-line no-await-in-loop -- a handful
      await files.write(openLinkFile, text);
      // oxlint-disable-next-line no-await-in-loop
      expect(await readOpenLink(files), text).toBeNull();
    }
    await files.write(openLinkFile, host.newLink());
    expect(await readOpenLink(files)).not.toBeNull();
    await host.stop();
    expect(await readOpenLink(files)).toBeNull();
  });

  it('never finds the link of one that died before another claimed the folder', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, openLinkFile), 'http://127.0.0.1:4010/#t=old\n');
    const claimed = await claimDataFolder(folder);
    onTestFinished(() => claimed.release());
    await expect(readFile(join(folder, openLinkFile))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
