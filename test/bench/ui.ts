/**
 * How fast the desk answers a key with a large inbox: the built browser host on a filled store, without a server, in Chromium.
 * `--conversations 50000 --messages 250000 --seed 1 --rounds 40`. Budget: p95 of 50 ms from key to paint on an idle machine.
 * Times are this machine's and this moment's: a fixed piece of work, timed before and after, says how fast it is and how much of
 * its processors was left to us. Where others work beside it, compare the ratio to a key on an empty page and the processor
 * time of a key. Judges nothing.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Template } from '../../shared/contract/templates.ts';
import { must } from '../../shared/lang/assert.ts';
import { chromiumOptions } from '../../scripts/chromium.mjs';
import { calls } from '../../electron/core/store/calls.ts';
import { closeFiles, openFiles } from '../../electron/core/store/open.ts';
import { startPractice } from '../../electron/practice/practice-server.ts';
import { hostDriver } from '../e2e/drivers/host-driver.ts';
import type { LaunchOptions } from '../e2e/drivers/driver.ts';
import { DeskPage } from '../e2e/models/desk-page.ts';
import { fill, type Size } from './fill.ts';
import { atRest, lead, timeKey, timeScroll, type Timing } from './ui-page.ts';

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '50000' },
    messages: { type: 'string', default: '250000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '40' },
  },
});
const size: Size = {
  conversations: Number(values.conversations),
  messages: Number(values.messages),
  seed: Number(values.seed),
};
const rounds = Number(values.rounds);
const warmUps = 5;
const scrollMs = 2_000;

const dataFolder = await mkdtemp(join(tmpdir(), 'latchkey-bench-ui-'));
const browser = await chromium.launch(chromiumOptions());
try {
  const gone = await signInOnce(browser);
  await fillWorkspace();
  await report(browser, gone);
} finally {
  await browser.close();
  await rm(dataFolder, { recursive: true, force: true });
}

/** Leaves a workspace behind whose server is not there any more. */
async function signInOnce(shownIn: Browser): Promise<NonNullable<LaunchOptions['server']>> {
  const practice = await startPractice({ port: 0, dataFile: null, lively: false });
  try {
    const server = { url: practice.url, token: practice.apiAccessToken };
    const app = await hostDriver(shownIn).launch({ dataFolder, server });
    await new DeskPage(app.page).whenLive();
    await app.stop();
    return server;
  } finally {
    await practice.stop();
  }
}

async function fillWorkspace(): Promise<void> {
  const [id] = await readdir(join(dataFolder, 'workspaces'));
  const files = openFiles(join(dataFolder, 'workspaces', must(id, 'the workspace has a folder')), () => undefined);
  const { tookMs } = fill(files, size, Date.now());
  const known = files.cache.prepare<[], { entity: string }>('SELECT entity FROM template').all();
  const list = known.map(({ entity }) => JSON.parse(entity) as Template);
  const everywhere = [1, 2, 3].flatMap((channelId) => list.map((template) => ({ ...template, channelId })));
  calls['cache.apply'](files, { templates: { list: [...list, ...everywhere], fetchedAt: Date.now() } });
  files.cache.exec('ANALYZE');
  closeFiles(files);
  process.stdout.write(`${size.conversations} conversations, ${size.messages} messages, seed ${size.seed}; `);
  process.stdout.write(`written in ${(tookMs / 1_000).toFixed(1)} s\n`);
}

async function report(shownIn: Browser, server: NonNullable<LaunchOptions['server']>): Promise<void> {
  printMachine('before');
  const empty = await emptyPage(shownIn);
  const app = await hostDriver(shownIn).launch({ dataFolder, server });
  try {
    const desk = new DeskPage(app.page);
    await desk.rows.first().waitFor();
    await desk.whenCutOff();
    printHead();
    print('a key on an empty page (baseline)', empty, empty);
    for (const [name, run] of Object.entries(measures(app.page))) {
      // One after the other, or they would disturb each other.
      // oxlint-disable-next-line no-await-in-loop
      print(name, await repeat(run), empty);
    }
    const { many, dropped, longestMs } = await timeScroll(app.page, '.list-rows', scrollMs);
    process.stdout.write(`\nwheel over the list for ${scrollMs / 1_000} s: ${many} frames, `);
    process.stdout.write(`${dropped} longer than 34 ms, the longest ${longestMs.toFixed(0)} ms\n`);
  } finally {
    await app.kill();
  }
  printMachine('after');
}

async function emptyPage(shownIn: Browser): Promise<readonly Timing[]> {
  const page = await shownIn.newPage();
  await page.setContent('<body>0</body>');
  await page.evaluate(() => {
    let count = 0;
    document.addEventListener('keydown', () => (document.body.textContent = String((count += 1))));
  });
  const timings = await repeat(() => timeKey(page, 'j', 'text'));
  await page.close();
  return timings;
}

function printMachine(when: string): void {
  const load = loadavg().map((each) => each.toFixed(1));
  const before = process.threadCpuUsage();
  const startedAt = performance.now();
  fixedWork();
  const tookMs = performance.now() - startedAt;
  const { user, system } = process.threadCpuUsage(before);
  const cpuMs = (user + system) / 1_000;
  process.stdout.write(`${when}: load ${load.join(' ')}; fixed work took ${tookMs.toFixed(0)} ms, `);
  process.stdout.write(`of which ${cpuMs.toFixed(0)} ms on a processor\n`);
}

/** The same everywhere and always: sorting and hashing, some tenths of a second. */
function fixedWork(): number {
  let state = 1;
  const next = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0);
  let sum = 0;
  for (let round = 0; round < 5; round += 1) {
    const sorted = Array.from({ length: 100_000 }, next).toSorted((a, b) => a - b);
    for (const [index, value] of sorted.entries()) sum = (Math.imul(sum, 31) + (value ^ index)) | 0;
  }
  return sum;
}

type Measure = (round: number) => Promise<Timing>;

/** Each leaves the desk as it found it. */
function measures(page: Page): Readonly<Record<string, Measure>> {
  const closed = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await atRest(page);
  };
  const inDialog = async (key: string): Promise<Timing> => {
    const timing = await timeKey(page, key, 'dialog');
    await closed();
    return timing;
  };
  return {
    'next conversation (J)': () => timeKey(page, 'j', 'row-focus'),
    'previous conversation (K)': async () => {
      await timeKey(page, 'j', 'row-focus');
      return timeKey(page, 'k', 'row-focus');
    },
    'a screen of conversations further (Page Down)': () => timeKey(page, 'PageDown', 'row-focus'),
    'open a thread (Enter)': async () => {
      await lead(page, 'j');
      return timeKey(page, 'Enter', 'thread');
    },
    'open the template picker (T)': () => inDialog('t'),
    'another view (Ctrl+2, Ctrl+1)': (round) => timeKey(page, `Control+${String(2 - (round % 2))}`, 'list'),
    'filter by a letter': async () => {
      await lead(page, '/');
      const timing = await timeKey(page, 'a', 'list');
      await timeKey(page, 'Backspace', 'list');
      await lead(page, 'Escape');
      return timing;
    },
    'the palette (Ctrl+K)': () => inDialog('Control+k'),
  };
}

async function repeat(run: Measure): Promise<readonly Timing[]> {
  const timings: Timing[] = [];
  for (let round = 0; round < warmUps + rounds; round += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const timing = await run(round);
    if (round >= warmUps) timings.push(timing);
  }
  return timings;
}

function printHead(): void {
  const heads = ['p50 ms', 'p95 ms', 'worst ms', '× empty', '1st paint', 'cpu ms'].map((head) => head.padStart(10));
  process.stdout.write(`${''.padEnd(50)}${heads.join('')}\n`);
}

/** `1st paint`: p95 until the next paint, whatever it showed. `cpu`: p50. */
function print(name: string, timings: readonly Timing[], baseline: readonly Timing[]): void {
  const of = (all: readonly Timing[], part: number, which: keyof Timing = 'shownMs'): number => {
    const sorted = all.map((timing) => timing[which]).toSorted((a, b) => a - b);
    return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? 0;
  };
  const ratio = of(timings, 0.5) / of(baseline, 0.5);
  const cells = [
    of(timings, 0.5).toFixed(1),
    of(timings, 0.95).toFixed(1),
    of(timings, 1).toFixed(1),
    `${ratio.toFixed(1)}×`,
    of(timings, 0.95, 'firstPaintMs').toFixed(0),
    of(timings, 0.5, 'cpuMs').toFixed(1),
  ];
  process.stdout.write(`${name.padEnd(50)}${cells.map((cell) => cell.padStart(10)).join('')}\n`);
}
