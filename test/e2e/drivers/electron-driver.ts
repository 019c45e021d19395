/** The product itself, through Playwright's Electron support. Only where the binary was downloaded. */
import { _electron } from '@playwright/test';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, inTime, launchArguments, launchEnvironment } from './app-process.ts';
import type { Driver, LaunchOptions, RunningApp } from './driver.ts';
import { noteConsole, playPlatform } from './page-log.ts';

/** Where Electron's own index.js would look, without asking it: importing `electron` would start a download. */
function electronBinary(): string | null {
  const folder = inProject('node_modules/electron');
  const named = join(folder, 'path.txt');
  const relative = existsSync(named) ? readFileSync(named, 'utf8').trim() : 'electron';
  const binary = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), relative);
  return statSync(binary, { throwIfNoEntry: false })?.isFile() === true ? binary : null;
}

export function isElectronAvailable(): boolean {
  return electronBinary() !== null;
}

export function electronDriver(): Driver {
  return {
    name: 'electron',
    unavailable: () =>
      isElectronAvailable() ? null : 'The Electron binary is not installed here (npx install-electron downloads it).',
    launch,
  };
}

async function launch(options: LaunchOptions): Promise<RunningApp> {
  const executablePath = electronBinary();
  if (executablePath === null) throw new Error('The Electron binary is not installed here.');
  const env = Object.fromEntries(
    Object.entries(launchEnvironment(options)).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  // Chromium does not sandbox itself as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...asRoot, inProject('dist/electron/main.js'), ...launchArguments(options)];
  const app = await _electron.launch({ executablePath, args, env, cwd: inProject('.') });
  const child = app.process();
  const lines: string[] = [];
  const log = (): string => lines.join('\n');
  child.stderr?.on('data', (chunk: Buffer) => lines.push(chunk.toString('utf8').trimEnd()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    const page = await app.firstWindow();
    noteConsole(page, (line) => lines.push(line));
    if (options.platform !== undefined) {
      await playPlatform(page, options);
      await page.reload();
    }
    return {
      page,
      log,
      async stop() {
        try {
          // The answer may get lost, because the process that gives it is leaving.
          app.evaluate(({ app: inside }) => inside.quit()).catch(() => undefined);
          const code = await inTime(ended, 'The app did not leave', log, 10_000);
          if (code !== 0) throw new Error(`The app left with code ${code}\n${log()}`);
        } finally {
          await kill();
        }
      },
      kill,
    };
  } catch (error) {
    await kill();
    throw error;
  }
}
