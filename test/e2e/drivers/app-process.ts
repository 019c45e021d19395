/** The app's process as a driver holds it: what it wrote, how it ended, and how to make it end. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LaunchOptions } from './driver.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** How long the app may take to be there, and to leave. It needs a tenth of it on an idle machine. */
const startLimitMs = 20_000;
const stopLimitMs = 10_000;

/** A path inside the project. */
export const inProject = (path: string): string => fileURLToPath(new URL(path, new URL('../../../', import.meta.url)));

/** The Node that the project brings with it, where it brings one. */
function nodeBinary(): string {
  const own = inProject('node_modules/.bin/node');
  return existsSync(own) ? own : process.execPath;
}

export function launchArguments({ dataFolder, server }: LaunchOptions): readonly string[] {
  return ['--data', dataFolder, ...(server === undefined ? [] : ['--server', server.url])];
}

/** The token goes through the environment: a command line can be read by everyone on the machine. */
export function launchEnvironment({ server }: LaunchOptions): NodeJS.ProcessEnv {
  const { LATCHKEY_TOKEN: _inherited, ...inherited } = process.env;
  // Whoever runs the tests keeps their own key ring to themselves.
  const rest = { ...inherited, DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
  return server === undefined ? rest : { ...rest, LATCHKEY_TOKEN: server.token };
}

/** Rejects with `why` and the app's own words if `promise` takes too long. */
export async function inTime<T>(
  promise: Promise<T>,
  why: string,
  log: () => string,
  limitMs = startLimitMs,
): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`${why} (after ${limitMs} ms)\n${log()}`)), limitMs);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

export class AppProcess {
  readonly child: ChildProcess;
  /** Settles with how the process ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  readonly #lines: string[] = [];

  constructor(args: readonly string[], options: LaunchOptions, { hasChannel }: { hasChannel: boolean }) {
    this.child = spawn(nodeBinary(), [...args], {
      cwd: root,
      env: launchEnvironment(options),
      stdio: hasChannel ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
      serialization: 'advanced',
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => this.note(text.trimEnd()));
    this.child.stdout?.setEncoding('utf8');
    this.ended = new Promise((resolve) => {
      // Also told when a message to it cannot be written any more because it is leaving: then `exit` says how.
      this.child.on('error', (error) => {
        this.note(String(error));
        if (this.child.pid === undefined) resolve({ code: null, signal: null });
      });
      this.child.once('exit', (code, signal) => resolve({ code, signal }));
    });
  }

  note(line: string): void {
    this.#lines.push(line);
  }

  log(): string {
    return this.#lines.join('\n');
  }

  /** Settles like `promise`, but rejects if the process ends first or it takes too long. */
  whileRunning<T>(promise: Promise<T>, why: string): Promise<T> {
    const gone = this.ended.then(({ code, signal }) => {
      throw new Error(`${why}: the app ended (code ${code}, signal ${signal})\n${this.log()}`);
    });
    return inTime(Promise.race([promise, gone]), why, () => this.log());
  }

  /** The first line of stdout that fits. */
  line(pattern: RegExp, why: string): Promise<RegExpExecArray> {
    const found = new Promise<RegExpExecArray>((resolve) => {
      let text = '';
      this.child.stdout?.on('data', (chunk: string) => {
        text += chunk;
        const match = text
          .split('\n')
          .slice(0, -1)
          .map((line) => pattern.exec(line))
          .find((hit) => hit !== null);
        if (match !== undefined) resolve(match);
      });
    });
    return this.whileRunning(found, why);
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    try {
      const { code, signal } = await inTime(this.ended, 'The app did not leave', () => this.log(), stopLimitMs);
      if (code !== 0) throw new Error(`The app left with code ${code}, signal ${signal}\n${this.log()}`);
    } finally {
      await this.kill();
    }
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
