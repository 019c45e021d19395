/** The fake as a process of its own, the way the end-to-end driver runs it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const register = new URL('../support/electron-fake/register.mjs', import.meta.url).href;

function run(script: string): { child: ChildProcess; exited: Promise<unknown[]>; said: Promise<unknown[]> } {
  const child = spawn(process.execPath, ['--import', register, '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  return { child, exited: once(child, 'exit'), said: once(child.stdout as NodeJS.ReadableStream, 'data') };
}

/** Stays alive by itself, as an app with a window does. */
const app = `
  import electron, { app } from 'electron';
  setInterval(() => undefined, 60_000);
  app.on('before-quit', () => process.stdout.write('saving\\n'));
  await app.whenReady();
  process.stdout.write(electron.app === app ? 'ready\\n' : 'two apps\\n');
`;

test('leaves when its parent lets go of it', async () => {
  const { child, exited, said } = run(app);
  expect(String((await said)[0])).toBe('ready\n');
  child.disconnect();
  expect(await exited).toEqual([1, null]);
});

test('quits on SIGTERM as Electron does: the app is asked first', async () => {
  const { child, exited, said } = run(app);
  await said;
  const asked = once(child.stdout as NodeJS.ReadableStream, 'data');
  child.kill('SIGTERM');
  expect(String((await asked)[0])).toBe('saving\n');
  expect(await exited).toEqual([0, null]);
});
