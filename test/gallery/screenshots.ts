/**
 * Takes the pictures of docs/screenshots: the built browser host on a fresh practice workspace in which nothing happens by itself,
 * on a fixed day, with fixed randomness. Every picture exists in both themes. Names on the command line: only those.
 */
import { chromium, type Page } from '@playwright/test';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPractice, type PracticeServer } from '../../electron/practice/practice-server.ts';
import { chromiumOptions } from '../../scripts/chromium.mjs';
import { hostDriver } from '../e2e/drivers/host-driver.ts';
import { inProject } from '../e2e/drivers/app-process.ts';
import { DeskPage } from '../e2e/models/desk-page.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { screens, type Stage } from './screens.ts';
import { smallPng } from './small-png.ts';

/** Tuesday, 3 November 2026, 10:40 in Amsterdam. */
const startsAt = Date.UTC(2026, 10, 3, 9, 40);
const timeZone = 'Europe/Amsterdam';
const folder = inProject('docs/screenshots');
/** A picture in a repository is downloaded by everyone. */
const mostBytes = 200_000;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !screens.some((screen) => screen.name === name));
if (unknown.length > 0) throw new Error(`There is no screen ${unknown.join(', ')}.`);
await mkdir(folder, { recursive: true });
const dataFolder = await mkdtemp(join(tmpdir(), 'latchkey-screenshots-'));
const skippedFile = join(dataFolder, 'skipped');
await writeFile(skippedFile, '0');
const began = performance.now();
const practice = await startPractice({
  port: 0,
  dataFile: null,
  lively: false,
  wallNow: () => Math.floor(startsAt + performance.now() - began),
  random: seededRandom(1).next,
});
try {
  await photograph(practice);
} finally {
  await practice.stop();
  await rm(dataFolder, { recursive: true, force: true });
}

async function photograph(server: PracticeServer): Promise<void> {
  process.env['TZ'] = timeZone;
  process.env['LATCHKEY_FIXED_DATE'] = String(Math.floor(startsAt + performance.now() - began));
  process.env['LATCHKEY_SKIPPED'] = skippedFile;
  process.env['NODE_OPTIONS'] = `--import=${new URL('fixed-date.mjs', import.meta.url).href}`;
  const browser = await chromium.launch(chromiumOptions());
  const access = { url: server.url, token: server.apiAccessToken };
  const app = await hostDriver(browser).launch({ dataFolder, server: access });
  try {
    const { page } = app;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const stage: Stage = { page, desk: new DeskPage(page), practice: server, skip: (ms) => skip(server, ms) };
    await stage.desk.whenLive();
    for (const screen of screens) {
      await screen.show(stage);
      if (wanted.length === 0 || wanted.includes(screen.name)) await shoot(page, screen.name);
      await screen.leave?.(stage);
    }
  } catch (error) {
    process.stderr.write(`${app.log()}\n`);
    throw error;
  } finally {
    await app.stop();
    await browser.close();
  }
}

/** Hours pass for everybody: the server and this computer. */
async function skip(server: PracticeServer, ms: number): Promise<void> {
  await writeFile(skippedFile, String(ms));
  server.skip(ms);
}

/** Alerts come when they come; a picture with them would be another one each time. */
async function putAlertsAway(page: Page): Promise<void> {
  const alerts = page.locator('.alert').getByRole('button', { name: 'Close' });
  while ((await alerts.count()) > 0) {
    // Below a dialog they cannot be reached, and are not in the way.
    if ((await page.locator('dialog[open]').count()) > 0) break;
    // The one before may be on its way out; then the next look finds it gone.
    await alerts
      .first()
      .click({ timeout: 500 })
      .catch(() => undefined);
  }
}

/** Those in sight: a browser does not even load what is not. */
async function picturesDrawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const inSight = [...document.images].filter((image) => {
      const { left, top, width, height } = image.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === image;
    });
    // One that cannot be loaded is replaced by words.
    await Promise.allSettled(inSight.map((image) => image.decode()));
  });
}

async function shoot(page: Page, name: string): Promise<void> {
  // What answered the pointer or is about to fade would make each run another picture.
  await page.mouse.move(1279, 799);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await putAlertsAway(page);
    await picturesDrawn(page);
    const png = smallPng(await page.screenshot({ caret: 'hide', animations: 'disabled' }));
    if (png.length > mostBytes) throw new Error(`${name} has ${png.length} bytes; a picture may have ${mostBytes}.`);
    await writeFile(join(folder, `${name}-${colorScheme}.png`), png);
    process.stdout.write(`${name}-${colorScheme}.png ${Math.round(png.length / 1000)} kB\n`);
  }
}
