/** The packed app, looked into and run: with a made-up Electron around it, because the real one may not be there. */
import { FuseState, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from '@playwright/test';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPractice } from '../../electron/practice/practice-server.ts';
import { fuses } from '../../scripts/after-pack.mjs';
import { chromiumOptions } from '../../scripts/chromium.mjs';
import { fakeElectronDriver } from '../e2e/drivers/fake-electron-driver.ts';
import { DeskPage } from '../e2e/models/desk-page.ts';
import { customerWrites } from '../e2e/models/server.ts';
import { pack, type Packed } from './support/pack.ts';

let work: string;
let packed: Packed;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'latchkey-package-'));
  packed = await pack(work);
}, 120_000);

afterAll(() => rm(work, { recursive: true, force: true }));

describe('the packed app', () => {
  it('has every fuse set as decided', async () => {
    const wire = await getCurrentFuseWire(packed.executable);
    const decided = Object.entries(fuses).map(([fuse, on]) => [fuse, on ? FuseState.ENABLE : FuseState.DISABLE]);
    expect(wire).toEqual({ version: '1', ...Object.fromEntries(decided) });
    expect(decided).toHaveLength(9);
  });

  it('holds the bundles, the page and one native binary, and nothing else', () => {
    const places = new Set(packed.archived.map((path) => path.split('/').slice(0, 2).join('/')));
    expect([...places].toSorted()).toEqual([
      'dist',
      'dist/electron',
      'dist/renderer',
      'node_modules',
      'node_modules/better-sqlite3',
      'package.json',
    ]);
    expect(packed.unpacked.filter((path) => path.endsWith('.node'))).toEqual([
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ]);
    expect(packed.archived.filter((path) => /\.(map|ts|tsx)$/.test(path))).toEqual([]);
  });

  it('names nothing of the machine it was built on', async () => {
    const manifest = await readFile(join(packed.appFolder, 'package.json'), 'utf8');
    const bundle = await readFile(join(packed.appFolder, 'dist/electron/main.js'), 'utf8');
    for (const text of [manifest, bundle]) {
      expect(text).not.toContain(process.cwd());
      expect(text).not.toContain(tmpdir() + '/latchkey-package');
    }
    expect(JSON.parse(manifest)).not.toHaveProperty('devDependencies');
  });

  it('starts, signs in and opens a conversation', { timeout: 60_000 }, async () => {
    const browser = await chromium.launch(chromiumOptions());
    const practice = await startPractice({ port: 0, dataFile: join(work, 'practice.json'), lively: false });
    try {
      const main = join(packed.appFolder, 'dist/electron/main.js');
      const server = { url: practice.url, token: practice.apiAccessToken };
      const app = await fakeElectronDriver(browser, main).launch({ dataFolder: join(work, 'data'), server });
      const desk = new DeskPage(app.page);
      await desk.whenLive();
      const conversationId = await customerWrites(practice, 'Does the packed app hear me?');
      await desk.open(conversationId);
      await desk.message('Does the packed app hear me?').waitFor();
      await app.stop();
    } finally {
      await practice.stop();
      await browser.close();
    }
  });
});
