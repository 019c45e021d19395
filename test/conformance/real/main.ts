/**
 * The app of the conformance suite on real Electron: one rule for each process, by its name in the environment.
 */
import electron from 'electron';
import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { registerDeskScheme } from '../../../electron/shell/protocol.ts';
import { SAFE_WEB_PREFERENCES } from '../../../electron/shell/window.ts';
import { emptyPage, type OpenPage, type Page, type Room, type Site } from '../room.ts';
import { rules } from '../rules/all.ts';
import { environment, readTold, type Told } from './words.ts';

const { app, BrowserWindow, session: sessions } = electron;
const partition = 'conformance';
const wanted = (name: keyof typeof environment): string => process.env[environment[name]] ?? '';
const tell = (told: Told): void => appendFileSync(wanted('told'), `${JSON.stringify(told)}\n`);

const folder = wanted('folder');
app.setPath('userData', folder);
function main(): void {
  const rule = rules.find(({ name }) => name === wanted('rule'));
  if (rule === undefined) throw new Error(`There is no rule ${wanted('rule')}`);
  const failed = (error: unknown): void => {
    tell({ kind: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    app.exit(1);
  };
  try {
    app.enableSandbox();
    registerDeskScheme(electron.protocol);
    app.requestSingleInstanceLock({});
    rule.early?.(room);
  } catch (error) {
    failed(error);
    return;
  }
  app
    .whenReady()
    .then(() => rule.check?.(room))
    // A rule that leaves does so itself.
    .then(() => (rule.leaves === undefined ? app.exit(0) : undefined))
    .catch(failed);
}

const room: Room = {
  electron,
  platform: process.platform,
  folder,
  picture: wanted('picture'),
  say: (word) => tell({ kind: 'said', word }),
  async startAgain(data) {
    const env = { ...process.env, [environment.again]: JSON.stringify(data) };
    const second = spawn(process.execPath, process.argv.slice(1), { env, stdio: 'ignore' });
    await new Promise((resolve) => second.once('exit', resolve));
    const lock = readTold(readFileSync(wanted('told'), 'utf8')).find(({ kind }) => kind === 'lock');
    if (lock?.kind !== 'lock') throw new Error('The second start said nothing.');
    return lock.isOurs;
  },
  open: (site) => openPage(site ?? emptyPage),
};

async function openPage(site: Site): Promise<OpenPage> {
  const session = sessions.fromPartition(partition);
  session.protocol.handle('app', site);
  const preload = fileURLToPath(new URL('./preload.cjs', import.meta.url));
  const window = new BrowserWindow({ show: false, webPreferences: { ...SAFE_WEB_PREFERENCES, partition, preload } });
  await window.loadURL('app://desk/');
  return { window, session, page: pageOf(window) };
}

function pageOf(window: Electron.BrowserWindow): Page {
  const { webContents } = window;
  /** As if a person had just clicked. What the script throws comes back as an error with its message. */
  const run = async (script: string): Promise<unknown> => {
    const wrapped = `(async () => (${script}))().then((value) => ({ value }), (error) => ({ message: error.message }))`;
    const answer = (await webContents.executeJavaScript(wrapped, true)) as { value?: unknown; message?: string };
    if (answer.message !== undefined) throw new Error(answer.message);
    return answer.value;
  };
  const words = (...values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');
  return {
    run,
    async goTo(url) {
      const arrived = new Promise<boolean>((resolve) => {
        webContents.once('did-navigate', () => resolve(true));
        setTimeout(() => resolve(false), 1_000);
      });
      await run(`void (location.href = ${words(url)})`);
      return (await arrived) && webContents.getURL() === url;
    },
    open: async (url) => (await run(`window.open(${words(url)}) !== null`)) === true,
    fetch: async (path, init) => String(await run(`fetch(${words(path, init)}).then((answer) => answer.text())`)),
    invoke: (channel, ...args) => run(`lab.invoke(${words(channel, ...args)})`),
    async mayNotify(how) {
      const asked = how === 'check' ? 'Notification.permission' : 'Notification.requestPermission()';
      return (await run(asked)) === 'granted';
    },
    die: () => webContents.forcefullyCrashRenderer(),
  };
}

const again = wanted('again');
if (again === '') main();
else {
  tell({ kind: 'lock', isOurs: app.requestSingleInstanceLock(JSON.parse(again) as Record<string, unknown>) });
  app.exit(0);
}
