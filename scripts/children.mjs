/** Runs other programs so that asking us to end ends them too. */
import { spawn } from 'node:child_process';
import { root } from './node.mjs';

/** Something that stops us and that the person can act on: one sentence. */
export class Stop extends Error {}

/** A child that does not leave on its own within this time is killed. */
const killAfterMs = 5_000;
const parentCheckMs = 200;
const running = new Set();
let isListening = false;
let askedBy = null;

/** Only once there is a child: whoever merely imports this file keeps its own ways. */
function passSignalsOn() {
  isListening = true;
  for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
    process.on(signal, () => endChildren(signal, number));
  }
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  // npm hands a signal to the shell it started us with, and that dies of it without a word: notice that it is gone.
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    endChildren('SIGTERM', 15);
  }, parentCheckMs);
  timer.unref();
}

function endChildren(signal, number) {
  askedBy = number;
  if (running.size === 0) process.exit(128 + number);
  for (const child of running) child.kill(signal);
  setTimeout(() => {
    for (const child of running) child.kill('SIGKILL');
  }, killAfterMs).unref();
}

/**
 * Resolves with the exit code; null if the program could not be started, was killed, or ran longer than `limitMs`.
 * If we were asked to end meanwhile we leave with it, unless `decidesExit`: then its exit code is ours to judge.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { limitMs?: number, decidesExit?: boolean,
 *   onStart?: (child: import('node:child_process').ChildProcess) => void }} options
 * @returns {Promise<number | null>}
 */
export function run(command, args, { limitMs, decidesExit = false, onStart, ...spawnOptions } = {}) {
  if (!isListening) passSignalsOn();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, ...spawnOptions });
    running.add(child);
    const limit = limitMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limitMs);
    const end = (code) => {
      running.delete(child);
      clearTimeout(limit);
      if (askedBy !== null && !decidesExit) process.exit(128 + askedBy);
      resolve(code);
    };
    child.once('error', () => end(null));
    child.once('exit', (code) => end(code));
    onStart?.(child);
  });
}

/** Says every ten seconds that something slow goes on. Returns a function that ends it. */
export function tickle(what) {
  const startedAt = performance.now();
  const timer = setInterval(() => {
    process.stderr.write(`… ${what} (${Math.round((performance.now() - startedAt) / 1000)} s)\n`);
  }, 10_000);
  return () => clearInterval(timer);
}

/** The whole of a script: a `Stop` becomes one sentence, anything else is a bug and keeps its stack. */
export async function main(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
