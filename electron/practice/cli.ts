/** Starts the practice workspace alone: `practice [--port N] [--data DIR] [--fresh]`. Prints one JSON line when ready. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startPractice } from './practice-server.ts';

const defaultPort = 4010;

interface Flags {
  readonly port: number;
  readonly dataFile: string | null;
}

/** Throws with a sentence for the user. */
function readFlags(argv: readonly string[]): Flags {
  const options = { port: { type: 'string' }, data: { type: 'string' }, fresh: { type: 'boolean' } } as const;
  let values: { port?: string | undefined; data?: string | undefined; fresh?: boolean | undefined };
  try {
    values = parseArgs({ args: [...argv], options, allowPositionals: false }).values;
  } catch (problem) {
    const reason = problem instanceof Error ? (problem.message.split(/\. |\n/)[0] ?? '') : String(problem);
    throw new Error(`${reason}. Known flags: --port N, --data DIR, --fresh.`, { cause: problem });
  }
  const port = values.port === undefined ? defaultPort : /^\d{1,5}$/.test(values.port) ? Number(values.port) : -1;
  if (port < 0 || port > 65_535)
    throw new Error(`--port must be a number from 0 to 65535, not "${values.port ?? ''}".`);
  if (values.data === undefined) return { port, dataFile: null };
  if (values.data === '') throw new Error('--data needs the name of a folder.');
  const dataFile = join(values.data, 'practice.json');
  try {
    makeFolder(resolve(values.data));
    if (values.fresh === true) rmSync(dataFile, { force: true });
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    throw new Error(`The data folder ${values.data} cannot be used: ${reason}.`, { cause: problem });
  }
  return { port, dataFile };
}

/** Not `recursive: true`: with it, Node tries for ever where nothing can be made and nobody says why (`/proc`). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Resolves when the server runs; it stops on SIGTERM or SIGINT. */
export async function runPracticeCli(argv: readonly string[]): Promise<void> {
  try {
    const server = await startPractice(readFlags(argv));
    const { url, accountId, email, password, apiAccessToken, webhook } = server;
    const leave = (): void => {
      void server.stop().then(() => process.exit(0));
    };
    process.once('SIGTERM', leave);
    process.once('SIGINT', leave);
    // Started by a script with a channel: when that process is gone, however it went, so are we.
    process.once('disconnect', leave);
    // Last: whoever reads the line may send a signal at once.
    process.stdout.write(`${JSON.stringify({ url, accountId, email, password, apiAccessToken, webhook })}\n`);
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
    process.exitCode = 1;
  }
}

if (import.meta.main) await runPracticeCli(process.argv.slice(2));
