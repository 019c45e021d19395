/** The folder that holds everything of one Latchkey: made, proved writable, and claimed by one process at a time. */
import { createHash } from 'node:crypto';
import { mkdir, realpath, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export class DataFolderError extends Error {
  readonly kind: 'unwritable' | 'busy';
  /** `message` is one sentence for the person who started Latchkey. */
  constructor(kind: 'unwritable' | 'busy', message: string) {
    super(message);
    this.name = 'DataFolderError';
    this.kind = kind;
  }
}

/** Where a browser host that runs on this folder leaves a link for a second start (host/open-link.ts). */
export const openLinkFile = 'open-link';

export interface DataFolder {
  /** Absolute, without symbolic links. */
  readonly path: string;
  /** Lets another process have it. */
  release(): Promise<void>;
}

/** Where Electron's `userData` is, so that both hosts find the same drafts. */
export function defaultDataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Latchkey');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Latchkey');
  const configHome = env['XDG_CONFIG_HOME'];
  return join(configHome !== undefined && configHome !== '' ? configHome : join(homedir(), '.config'), 'Latchkey');
}

/** Throws `DataFolderError`. */
export async function claimDataFolder(folder: string): Promise<DataFolder> {
  let path: string;
  try {
    await makeFolder(resolve(folder));
    path = await realpath(folder);
    // Asking for permission bits is no proof (root, read-only disks, network drives): write something.
    const probe = join(path, `.write-test-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw new DataFolderError('unwritable', `Latchkey cannot write to its data folder ${folder} (${reason(error)}).`);
  }
  const server = await listenOnce(claimAddress(path));
  if (server === null) {
    throw new DataFolderError('busy', `The data folder ${folder} is in use by another Latchkey that is running.`);
  }
  // Of one that died: nobody answers there any more, or somebody else does.
  await rm(join(path, openLinkFile), { force: true });
  return {
    path,
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Step by step: Node's own `recursive` never returns where a parent exists and still takes no folder (as in /proc). */
async function makeFolder(path: string): Promise<void> {
  if ((await stat(path).catch(() => null))?.isDirectory() === true) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path, { mode: 0o700 }).catch(async (error: unknown) => {
    // Another process may have made it meanwhile.
    if (!(await stat(path).catch(() => null))?.isDirectory()) throw error;
  });
}

/**
 * The claim is a local socket that nobody talks to: the system gives it up when the process dies, however it dies, so
 * no stale lock is left behind and no process number is mistaken for another.
 */
function claimAddress(path: string): string {
  const name = `latchkey-${createHash('sha256').update(path).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  if (process.platform === 'linux') return `\0${name}`; // abstract: there is no file
  return join(tmpdir(), `${name}.sock`);
}

/** Null if another process listens there. */
async function listenOnce(address: string): Promise<Server | null> {
  const first = await listen(address);
  if (first !== null) return first;
  const isFile = !address.startsWith('\0') && !address.startsWith('\\\\');
  if (!isFile || (await answers(address))) return null;
  await unlink(address).catch(() => undefined); // left behind by a process that died
  return listen(address);
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen(address, () => resolve(server));
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'there is a file of that name',
  ENOENT: 'no folder can be made there',
};

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? message;
}
