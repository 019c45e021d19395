import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAppWindow, type AppWindow } from '../../electron/host/app-window.ts';

/** A stand-in for Chromium: notes its arguments and its process numbers, and stays until it is ended. */
const stayingBrowser = `#!/bin/sh
sleep 600 &
echo "$$ $! $*" > "$0.started.new"
mv "$0.started.new" "$0.started"
wait
`;

let folder: string;
const opened: AppWindow[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-window-'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((window) => window.close()));
  await rm(folder, { recursive: true, force: true });
});

async function putBrowser(script: string): Promise<void> {
  await writeFile(join(folder, 'chromium'), script);
  await chmod(join(folder, 'chromium'), 0o755);
}

function open(env: NodeJS.ProcessEnv): AppWindow | null {
  const PATH = `${folder}:${process.env['PATH'] ?? ''}`;
  const profileFolder = join(folder, 'profile');
  const window = openAppWindow({
    url: 'http://127.0.0.1:1/#t=x',
    profileFolder,
    platform: 'linux',
    env: { PATH, ...env },
  });
  if (window !== null) opened.push(window);
  return window;
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe.runIf(process.platform === 'linux')('the window of the browser host', () => {
  it('is not tried without a screen, or without a browser', () => {
    expect(open({})).toBeNull();
    expect(open({ DISPLAY: '' })).toBeNull();
    expect(open({ DISPLAY: ':0', PATH: folder })).toBeNull();
  });

  it('has a profile of its own, and takes all of its processes with it', async () => {
    await putBrowser(stayingBrowser);
    const window = open({ DISPLAY: ':0' });
    const started = await vi.waitFor(() => readFile(join(folder, 'chromium.started'), 'utf8'), { timeout: 10_000 });
    expect(started).toContain('--app=http://127.0.0.1:1/#t=x');
    expect(started).toContain(`--user-data-dir=${join(folder, 'profile')}`);
    expect(started.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
    const pids = started.split(' ').slice(0, 2).map(Number);
    expect(pids.map(isAlive)).toEqual([true, true]);
    await window?.close();
    await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]), { timeout: 10_000 });
  });

  it('says when it was closed', async () => {
    await putBrowser('#!/bin/sh\nexit 0\n');
    await open({ DISPLAY: ':0' })?.closed;
  });
});
