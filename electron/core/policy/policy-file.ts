/** Where the organisation's policy lies, and whether it is the organisation's at all. */
import type { Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { readPolicy, noPolicy, unreadablePolicy, unsafePolicy, type Policy } from '../../../shared/policy/policy.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A place that only an administrator can write. On Windows that is not `%ProgramData%`: there everybody may create folders. */
export function policyPath(platform: NodeJS.Platform, env: Env): string {
  if (platform === 'win32') {
    return win32.join(env['CommonProgramFiles'] ?? 'C:\\Program Files\\Common Files', 'Latchkey', 'policy.json');
  }
  if (platform === 'darwin') return '/Library/Application Support/Latchkey/policy.json';
  return '/etc/latchkey/policy.json';
}

export interface PolicyFileOptions {
  readonly path: string;
  readonly platform: NodeJS.Platform;
  /** Who may own it on POSIX, beside root; only tests have one. */
  readonly owner?: number;
}

/** Never rejects. Bigger than this it is not a policy. */
const maxBytes = 256 * 1024;

export async function readPolicyFile(options: PolicyFileOptions): Promise<Policy> {
  return { ...(await look(options)), path: options.path };
}

async function look({ path, platform, owner = 0 }: PolicyFileOptions): Promise<Policy> {
  try {
    const file = await open(path, 'r');
    try {
      const facts = await file.stat();
      // Node tells nothing of a file's rights on Windows; there the place has to do.
      const checks = platform !== 'win32';
      // Whoever can write the folder can put another file in its place.
      const weak = checks && (weakness(facts, owner) ?? weakness(await stat(posix.dirname(path)), owner));
      if (typeof weak === 'string') return unsafePolicy(weak);
      if (!facts.isFile() || facts.size > maxBytes) return unreadablePolicy('It is not a file of a sensible size.');
      return readPolicy((await file.readFile('utf8')).replace(/^\uFEFF/, ''));
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code = 'UNKNOWN' } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? noPolicy : unreadablePolicy(`It cannot be read (${code}).`);
  }
}

/** Null: only root, or `owner`, can write it. */
function weakness(facts: Stats, owner: number): string | null {
  const { uid, mode } = facts;
  const what = facts.isDirectory() ? 'folder' : 'file';
  if (uid !== 0 && uid !== owner) return `The ${what} belongs to user ${uid} and not to root.`;
  if ((mode & 0o022) !== 0) return `Others than root can write the ${what} (mode ${(mode & 0o777).toString(8)}).`;
  return null;
}
