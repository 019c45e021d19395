/** The house's arrows (docs/architecture.md): who may import whom. One pure function, run on the tree and on samples. */
import { builtinModules } from 'node:module';
import { importsOf, type SourceFile } from './source-tree.ts';

interface Room {
  /** Folder (ending with a slash) or file. The longest that fits a path is its room. */
  readonly at: string;
  /** Beginnings of the paths it may import, besides its own. */
  readonly may: readonly string[];
  readonly packages: readonly string[];
  /** 'some': only what touches neither disk nor network nor other processes (those are ports). */
  readonly node: 'none' | 'some' | 'all';
  /** Electron's module: not at all, its types, or the thing itself. */
  readonly electron: 'none' | 'types' | 'value';
}

const store = { packages: ['zod', 'better-sqlite3'], node: 'all', electron: 'none' } as const;
const core = { packages: ['zod'], node: 'some', electron: 'none' } as const;

/** zod is part of `shared`: whoever may import that may parse with it at its own edge. */
export const rooms: readonly Room[] = [
  { at: 'shared/', may: [], packages: ['zod'], node: 'none', electron: 'none' },
  { at: 'electron/core/', may: ['shared/'], ...core },
  { at: 'electron/core/store/', may: ['electron/core/', 'shared/'], ...store },
  { at: 'electron/core/system-ports.ts', may: ['electron/core/', 'shared/'], ...core, node: 'all' },
  { at: 'electron/core/files/disk-file-store.ts', may: ['electron/core/', 'shared/'], ...core, node: 'all' },
  { at: 'electron/core/policy/policy-file.ts', may: ['shared/'], ...core, node: 'all' },
  {
    at: 'electron/core/network/node-lines.ts',
    may: ['electron/core/', 'shared/'],
    packages: ['undici'],
    node: 'all',
    electron: 'none',
  },
  { at: 'electron/core/data-folder.ts', may: ['shared/'], ...core, node: 'all' },
  { at: 'electron/practice/', may: ['shared/'], packages: ['zod', 'ws'], node: 'all', electron: 'none' },
  { at: 'electron/shell/', may: ['electron/core/', 'shared/'], packages: [], node: 'all', electron: 'types' },
  {
    at: 'electron/host/',
    may: ['electron/core/', 'shared/'],
    packages: ['zod', 'ws', 'conf'],
    node: 'all',
    electron: 'none',
  },
  {
    at: 'electron/host/cli.ts',
    may: ['electron/host/', 'electron/core/', 'electron/practice/', 'shared/'],
    packages: [],
    node: 'all',
    electron: 'none',
  },
  {
    at: 'electron/main.ts',
    may: ['electron/', 'shared/'],
    packages: ['electron-store', 'electron-updater'],
    node: 'all',
    electron: 'value',
  },
  { at: 'electron/preload.cts', may: ['electron/shell/', 'shared/'], packages: [], node: 'none', electron: 'value' },
  {
    at: 'renderer/',
    may: ['shared/'],
    packages: ['react', 'react-dom', 'zustand', 'virtua'],
    node: 'none',
    electron: 'none',
  },
];

/** Node modules that are disk, network, other processes or a second way to them. */
const worldly = /^(fs|http|https|http2|net|tls|dgram|dns|child_process|cluster|worker_threads|module|vm)(\/|$)/;
const builtins = new Set(builtinModules);

export function roomOf(path: string): Room | undefined {
  const fitting = rooms.filter(({ at }) => (at.endsWith('/') ? path.startsWith(at) : path === at));
  return fitting.toSorted((a, b) => b.at.length - a.at.length)[0];
}

/** One line for each import against an arrow. */
export function arrowProblems(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (room === undefined) return [`${file.path} stands in no room`];
    return importsOf(file)
      .map(({ target, typeOnly }) => ({ target, reason: refusal(room, file.path, target, typeOnly) }))
      .filter(({ reason }) => reason !== null)
      .map(({ target, reason }) => `${file.path} imports ${target}: ${reason}`);
  });
}

function refusal(room: Room, from: string, target: string, typeOnly: boolean): string | null {
  if (target === 'electron' || target.startsWith('electron/main') || target === 'electron/common') {
    if (target !== 'electron') return 'an import of an entry';
    if (room.electron === 'value' || (room.electron === 'types' && typeOnly)) return null;
    return room.electron === 'types' ? 'only its types' : 'not in this room';
  }
  if (/^(shared|electron|renderer|test|scripts)\//.test(target)) return pathRefusal(room, from, target);
  if (target.startsWith('node:') || builtins.has(target)) {
    if (!target.startsWith('node:')) return 'write node:';
    if (room.node === 'none') return 'no Node in this room';
    const isWorldly = worldly.test(target.slice('node:'.length));
    return room.node === 'some' && isWorldly && !typeOnly ? 'the world is reached through a port' : null;
  }
  const name = packageName(target);
  return room.packages.includes(name) ? null : 'not one of the packages of this room';
}

function pathRefusal(room: Room, from: string, target: string): string | null {
  // A room inside another is entered by its outer room, too: core may import its store.
  const own = room.at.endsWith('/') ? room.at : '';
  if (own !== '' && target.startsWith(own)) return dialectRefusal(from, target);
  return room.may.some((at) => target.startsWith(at)) ? dialectRefusal(from, target) : 'an arrow against the house';
}

/** Sync, outbox and handlers know no server's dialect: a connector's folder is entered only where the core is wired. */
function dialectRefusal(from: string, target: string): string | null {
  const dialect = /^electron\/core\/connectors\/[^/]+\//.exec(target)?.[0];
  if (dialect === undefined || from.startsWith(dialect)) return null;
  return /^electron\/core\/(app|workspace)\.ts$/.test(from) ? null : "a server's dialect outside its connector";
}

function packageName(target: string): string {
  return target.split('/', target.startsWith('@') ? 2 : 1).join('/');
}

/** Files that are part of the program of `entry`, following only imports that remain at run time. */
export function reachableAtRunTime(entry: string, files: readonly SourceFile[]): ReadonlyMap<string, string> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  /** Path or package → who imports it first. */
  const reached = new Map([[entry, 'the entry']]);
  for (const path of reached.keys()) {
    const file = byPath.get(path);
    if (file === undefined || !/\.[cm]?tsx?$/.test(path)) continue;
    for (const { target, typeOnly } of importsOf(file)) {
      if (!typeOnly && !reached.has(target)) reached.set(target, path);
    }
  }
  return reached;
}
