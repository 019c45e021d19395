/** The real world behind the core's ports, from what Node offers. The only file of the core that may touch it directly. */
import { appendFileSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { chmod, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { arch, platform, release, uptime } from 'node:os';
import { dirname, join } from 'node:path';
import type { ReadAsset } from './assets.ts';
import type { About, Clock, DataFiles, FetchLike, Log, OpenWebSocket, Random, WebSocketLike } from './ports.ts';
import type { SettingsDisk } from './settings/settings-store.ts';

/** The longest delay a timer takes; anything longer would fire at once. */
const maxDelayMs = 2 ** 31 - 1;
/** Differences between the two readings below this are rounding, not sleep. */
const sleepNoiseMs = 1_000;

/**
 * Adds the time the computer slept to a monotonic reading that stands still meanwhile (Linux's CLOCK_MONOTONIC), by
 * comparing it with the uptime, which runs on. Where the monotonic reading runs on by itself nothing is added.
 */
export function countSleep(monotonicMs: () => number, uptimeMs: () => number): () => number {
  const offset = uptimeMs() - monotonicMs();
  let sleptMs = 0;
  let last = -Infinity;
  return () => {
    const now = monotonicMs();
    const behind = uptimeMs() - now - offset;
    if (behind > sleptMs + sleepNoiseMs) sleptMs = behind;
    last = Math.max(last, now + sleptMs);
    return last;
  };
}

export function createSystemClock(): Clock {
  const monotonicNow = countSleep(
    () => performance.now(),
    () => uptime() * 1_000,
  );
  return {
    wallNow: () => Date.now(),
    monotonicNow,
    schedule(delayMs, run) {
      const timer = setTimeout(run, Math.min(Math.max(delayMs, 0), maxDelayMs));
      return { cancel: () => clearTimeout(timer), unref: () => void timer.unref() };
    },
  };
}

/** Such as `linux 6.1.0 x64`. */
export function platformName(): string {
  return `${platform()} ${release()} ${arch()}`;
}

export function createSystemRandom(): Random {
  return { next: () => Math.random(), uuid: () => crypto.randomUUID() };
}

/**
 * One JSON object for each line: `{"at":"2026-…Z","level":"info","what":"…",…fields}`. Appended at once, because the
 * last lines before a crash are the ones that are needed. A log that cannot be written never stops the app.
 */
export function createFileLog(file: string, clock: Pick<Clock, 'wallNow'>): Log {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch {
    // Appending fails below in the same way and is ignored there as well.
  }
  return {
    write(level, what, fields) {
      const at = new Date(clock.wallNow()).toISOString();
      try {
        appendFileSync(file, `${JSON.stringify({ at, level, what, ...fields }, showErrors)}\n`, { mode: 0o600 });
      } catch {
        // A full disk or a field that JSON cannot hold: losing the line is the better half.
      }
    },
  };
}

/** At the end of a log, for its last lines. */
const tailBytes = 128 * 1024;

/** The last lines of a file that `createFileLog` writes; only its end is read, however long it has become. */
export function logTailOf(file: string): About['logTail'] {
  return async (lines) => {
    try {
      const log = await open(file, 'r');
      try {
        const { size } = await log.stat();
        const start = Math.max(size - tailBytes, 0);
        const { buffer, bytesRead } = await log.read(Buffer.alloc(size - start), 0, size - start, start);
        const all = buffer.toString('utf8', 0, bytesRead).split('\n');
        // The first one may begin in the middle.
        return (start > 0 ? all.slice(1) : all).filter((line) => line !== '').slice(-lines);
      } finally {
        await log.close();
      }
    } catch {
      return [];
    }
  };
}

/** Errors have no own enumerable properties and would become `{}`. */
function showErrors(_key: string, value: unknown): unknown {
  return value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value;
}

export const systemFetch: FetchLike = (url, init) => fetch(url, init);

export const openSystemWebSocket: OpenWebSocket = (url, protocols) => socketPort(new WebSocket(url, [...protocols]));

/** What Node's sockets and Chromium's (`net.WebSocket`) have in common. */
export interface StandardSocket {
  addEventListener(type: string, listener: (event: object) => void): void;
  send(data: string): void;
  close(code?: number, reason?: string): void;
}

export function socketPort(socket: StandardSocket): WebSocketLike {
  const port: WebSocketLike = {
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    send: (data) => socket.send(data),
    close: (code, reason) => socket.close(code, reason),
  };
  socket.addEventListener('open', () => port.onopen?.());
  socket.addEventListener('message', (event) => port.onmessage?.(event as { data: unknown }));
  socket.addEventListener('close', (event) => port.onclose?.(event as { code: number; reason: string }));
  socket.addEventListener('error', () => port.onerror?.());
  return port;
}

/** Asked each time: a computer travels. */
export const systemTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A file that the person named. */
export const readAnyFile = (path: string): Promise<Uint8Array> => readFile(path);

/** Names come from the build's own manifest, never from an address. Works inside Electron's asar as well. */
export function readAssetsFrom(folder: string): ReadAsset {
  return (name) => readFile(join(folder, name));
}

/** `settings.json` of this folder, synchronously: it is read before there is anything to wait with. */
export function createSettingsDisk(folder: string): SettingsDisk {
  const file = join(folder, 'settings.json');
  return {
    read() {
      try {
        return readFileSync(file, 'utf8');
      } catch (error) {
        return orNothing(null)(error);
      }
    },
    setAside: (name) => renameSync(file, join(folder, name)),
  };
}

export function createDataFiles(folder: string): DataFiles {
  const at = (name: string): string => join(folder, name);
  return {
    read: (name) => readFile(at(name), 'utf8').catch(orNothing(null)),
    async write(name, text) {
      const part = `${at(name)}.part`;
      await mkdir(dirname(part), { recursive: true });
      const file = await open(part, 'w', 0o600);
      try {
        // One that was left behind keeps its own mode.
        await chmod(part, 0o600);
        await file.writeFile(text);
        // Otherwise a power cut may leave the new name with nothing behind it.
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, at(name));
    },
    setAside: (name) => rename(at(name), `${at(name)}.damaged`),
    remove: (name) => rm(at(name), { recursive: true, force: true }),
    async folders(name) {
      const entries = await readdir(at(name), { withFileTypes: true }).catch(orNothing([]));
      return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    },
  };
}

function orNothing<T>(nothing: T): (error: unknown) => T {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothing;
    throw error;
  };
}
