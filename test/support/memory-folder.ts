/** A folder in memory where there is some: the files are real, and a busy disk under them does not make a test slow. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The caller removes it. */
export function makeMemoryFolder(name: string): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), `latchkey-${name}-`));
}
