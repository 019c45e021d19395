/** A rule on the fake Electron, in this process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { registerDeskScheme } from '../../electron/shell/protocol.ts';
import type { Machine } from '../support/electron-fake/app.ts';
import { createFakeElectron, type FakeElectron } from '../support/electron-fake/fake-electron.ts';
import { createPageSide } from '../support/electron-fake/page-side.ts';
import { emptyPage, exposeLab, type OpenPage, type Room, type Rule, type Site } from './room.ts';

const picture = fileURLToPath(new URL('../../electron/shell/icons/badge/1.png', import.meta.url));
const partition = 'conformance';

export interface Outcome {
  readonly code: number | null;
  readonly said: readonly string[];
}

/** Rejects with what the rule found wrong. */
export async function runOnFake(rule: Rule, platform: NodeJS.Platform): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-conformance-'));
  const said: string[] = [];
  const machine: Machine = new Map();
  const fake = createFakeElectron({ platform, userData: folder, machine });
  try {
    const room = roomOn(fake, folder, (word) => void said.push(word), machine);
    registerDeskScheme(fake.surface.protocol);
    fake.surface.app.requestSingleInstanceLock();
    rule.early?.(room);
    await fake.ready();
    await rule.check?.(room);
    return { code: fake.world.exitCode, said };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function roomOn(fake: FakeElectron, folder: string, say: Room['say'], machine: Machine): Room {
  const { surface, world } = fake;
  return {
    electron: surface,
    platform: world.platform,
    folder,
    picture,
    say,
    async startAgain(data) {
      const second = createFakeElectron({ platform: world.platform, userData: folder, machine });
      return second.surface.app.requestSingleInstanceLock(data);
    },
    open: (site) => openPage(fake, site ?? emptyPage),
  };
}

async function openPage(fake: FakeElectron, site: Site): Promise<OpenPage> {
  const session = fake.sessions.fromPartition(partition);
  session.protocol.handle('app', site);
  const window = new fake.surface.BrowserWindow({ show: false, webPreferences: { partition } });
  await window.loadURL('app://desk/');
  const contents = fake.windows[fake.windows.length - 1]?.webContents;
  if (contents === undefined) throw new Error('the fake made no window');
  const bridge = createPageSide(fake.ipcMain, contents, contents.mainFrame);
  exposeLab(bridge.preload);
  const lab = bridge.window['lab'] as { invoke(channel: string, ...args: readonly unknown[]): Promise<unknown> };
  // Loading again asks the site again, as a display would.
  contents.on('reloaded', (url: string) => void session.protocol.fetch(url));
  return {
    window,
    session,
    page: {
      goTo: async (url) => contents.navigate(url),
      open: async (url) => contents.windowOpen(url) === 'allow',
      fetch: async (path, init) => (await session.protocol.fetch(`app://desk${path}`, init)).text(),
      invoke: (channel, ...args) => lab.invoke(channel, ...args),
      async mayNotify(how) {
        if (how === 'check') return session.check('notifications', 'app://desk');
        return session.request(contents, 'notifications', 'app://desk/');
      },
      die: () => void contents.emit('render-process-gone', {}, { reason: 'crashed' }),
      run: () => Promise.reject(new Error('the fake runs no page; such a rule is realOnly')),
    },
  };
}
