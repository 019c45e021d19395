/** Opens the page in a window of its own if a Chromium is there, and otherwise in the person's browser. */
import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface AppWindow {
  /** The window's own process ended; never settles where another program owns the window. */
  readonly closed: Promise<void>;
  /** Ends the window's process and all of its children. */
  close(): Promise<void>;
}

export interface AppWindowOptions {
  readonly url: string;
  /** Chromium's own profile; it must not share the person's. */
  readonly profileFolder: string;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
}

const killAfterMs = 1_500;

/** Null if nothing here can show a window. */
export function openAppWindow(options: AppWindowOptions): AppWindow | null {
  const { platform, env, url } = options;
  const hasScreen =
    platform !== 'linux' || [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((screen) => (screen ?? '') !== '');
  if (!hasScreen) return null;
  const chromium = findChromium(platform, env);
  if (chromium !== null) return ownWindow(chromium, options);
  const opener = platform === 'darwin' ? 'open' : platform === 'win32' ? 'explorer.exe' : onPath('xdg-open', env);
  if (opener === null) return null;
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined); // the address is on the screen anyway
  child.unref();
  return { closed: new Promise(() => undefined), close: () => Promise.resolve() };
}

function ownWindow(chromium: string, options: AppWindowOptions): AppWindow {
  const flags = [
    `--app=${options.url}`,
    `--user-data-dir=${options.profileFolder}`,
    '--window-size=1280,800',
    '--no-first-run',
    '--no-default-browser-check',
  ];
  // Chromium refuses to run as root with its sandbox; --test-type takes away the warning bar about that.
  if (process.getuid?.() === 0) flags.push('--no-sandbox', '--test-type');
  // A process group of its own, so that one signal reaches Chromium's helpers too.
  const child = spawn(chromium, flags, { stdio: 'ignore', detached: options.platform !== 'win32' });
  const closed = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    closed,
    async close() {
      endGroup(child, 'SIGTERM');
      const late = setTimeout(() => endGroup(child, 'SIGKILL'), killAfterMs);
      await closed;
      clearTimeout(late);
      endGroup(child, 'SIGKILL'); // helpers that outlived it
    },
  };
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nothing of it is left.
  }
}

function findChromium(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | null {
  if (platform === 'linux') {
    const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
    return names.map((name) => onPath(name, env)).find((path) => path !== null) ?? null;
  }
  const candidates =
    platform === 'darwin'
      ? ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
          (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
        )
      : [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
          .filter((folder) => folder !== undefined)
          .flatMap((folder) => [
            join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          ]);
  return candidates.find((path) => existsSync(path)) ?? null;
}

function onPath(name: string, env: NodeJS.ProcessEnv): string | null {
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not here
    }
  }
  return null;
}
