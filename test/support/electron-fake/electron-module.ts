/**
 * What `import 'electron'` finds in a process started with register.mjs: one fake Electron whose windows are shown by
 * the parent process. Ends with its parent, so that no test leaves anything running.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FetchedPage, FromApp, Question, ToApp } from './channel.ts';
import { createFakeElectron } from './fake-electron.ts';
import { FakeFrame } from './web-contents.ts';
import type { Display } from './world.ts';

const tell = (message: FromApp): void => void process.send?.(message);

const display: Display = {
  open: (window) => tell({ type: 'open', window }),
  send: (windowId, channel, args) => tell({ type: 'send', windowId, channel, args }),
  reload: (windowId) => tell({ type: 'reload', windowId }),
  close: (windowId) => tell({ type: 'close', windowId }),
  theme: (isDark) => tell({ type: 'theme', isDark }),
};

const fake = createFakeElectron({
  platform: process.platform,
  userData: join(tmpdir(), `latchkey-fake-electron-${process.pid}`),
  display,
  onExit: (code) => process.exit(code),
});

function windowById(id: number): (typeof fake.windows)[number] {
  const window = fake.windows[id - 1];
  if (window === undefined || window.isDestroyed()) throw new Error(`There is no window ${id}`);
  return window;
}

async function fetchPage(question: Extract<Question, { kind: 'fetch' }>): Promise<FetchedPage> {
  const { windowId, url, method, headers, body: posted } = question;
  const { partition = '' } = windowById(windowId).options.webPreferences ?? {};
  const response = await fake.sessions.fromPartition(partition).protocol.fetch(url, { method, headers, body: posted });
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: Object.fromEntries(response.headers), body };
}

async function answer(question: Question): Promise<unknown> {
  switch (question.kind) {
    case 'fetch':
      return fetchPage(question);
    case 'invoke': {
      const { windowId, url, isMainFrame } = question.from;
      const sender = windowById(windowId).webContents;
      if (isMainFrame) sender.mainFrame.url = url;
      const senderFrame = isMainFrame ? sender.mainFrame : new FakeFrame(fake.world, url);
      return fake.ipcMain.receive({ sender, senderFrame }, question.channel, question.args);
    }
    case 'may-navigate': {
      const { windowId, url, isMainFrame } = question.to;
      return windowById(windowId).webContents.navigate(url, isMainFrame ? 'will-navigate' : 'will-frame-navigate');
    }
    case 'window-open':
      return windowById(question.windowId).webContents.windowOpen(question.url);
  }
}

process.on('message', (message: ToApp) => {
  if (message.type === 'shown') {
    windowById(message.windowId).shown(message.url);
  } else if (message.type === 'closed-by-user') {
    windowById(message.windowId).close();
  } else {
    const { id } = message;
    answer(message.question).then(
      (value) => tell({ type: 'answer', id, result: { ok: true, value } }),
      (error: unknown) =>
        tell({ type: 'answer', id, result: { ok: false, message: error instanceof Error ? error.message : '' } }),
    );
  }
});
// Electron quits on these. shell/browser/electron_browser_main_parts_posix.cc.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => fake.app.quit());
process.on('disconnect', () => process.exit(1));

// Electron is ready some time after the entry has run to its end.
setImmediate(() => fake.app.becomeReady());

export const {
  app,
  BrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
} = fake.surface;
// Electron's module has a default export, and `main.ts` and electron-store use it.
// oxlint-disable-next-line import/no-default-export
export default fake.surface;
