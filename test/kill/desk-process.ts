/** A whole Latchkey core in a process of its own: real clock, files, worker, network. The parent is its page. */
import { createCore } from '../../electron/core/app.ts';
import type { Clock, FetchLike, Log, Timer } from '../../electron/core/ports.ts';
import {
  createDataFiles,
  createSystemClock,
  createSystemRandom,
  openSystemWebSocket,
  systemFetch,
} from '../../electron/core/system-ports.ts';
import { dispatchTo } from '../../shared/contract/dispatch.ts';
import { isAppWide } from '../../shared/contract/routing.ts';
import { createMemoryVault } from '../../electron/core/accounts/vaults.ts';
import { givenId } from '../../electron/core/accounts/workspaces.ts';
import { diskFileStore } from '../../electron/core/files/disk-file-store.ts';
import { joined } from '../../electron/core/files/file-store.ts';
import { aboutTests } from '../support/about.ts';
import { noPolicy } from '../../shared/policy/policy.ts';
import { plainNetwork } from '../support/network.ts';
import { memorySettings } from '../support/settings.ts';
import { chunksOf } from '../support/memory-file-store.ts';
import { createReaper, dieAt } from './death.ts';
import { readConfig, type BytesAnswer, type BytesCall, type FromDesk, type ToDesk } from './kill-points.ts';

const config = readConfig();
const reaper = createReaper(config.death);
const sends: ReadonlySet<string> = new Set(['replies.send', 'notes.add', 'templates.send']);

/** `onGone` runs once the message is in the pipe: what is in there reaches the parent whatever happens to us. */
function tell(message: FromDesk, onGone: () => void = () => {}): void {
  process.send?.(message, onGone);
}

/** The system's clock and timers, moved ahead together as after a sleep. */
function createSkippingClock(): { readonly clock: Clock; skip(ms: number): void } {
  const system = createSystemClock();
  const pending = new Set<{ readonly dueAt: number; readonly run: () => void; timer: Timer }>();
  let aheadMs = config.skippedMs;
  const monotonicNow = (): number => system.monotonicNow() + aheadMs;
  const clock: Clock = {
    wallNow: () => system.wallNow() + aheadMs,
    monotonicNow,
    schedule(delayMs, run) {
      const fire = (): void => {
        pending.delete(entry);
        run();
      };
      const entry = { dueAt: monotonicNow() + delayMs, run: fire, timer: system.schedule(delayMs, fire) };
      pending.add(entry);
      return {
        cancel() {
          pending.delete(entry);
          entry.timer.cancel();
        },
      };
    },
  };
  const skip = (ms: number): void => {
    aheadMs += ms;
    for (const entry of pending) {
      entry.timer.cancel();
      entry.timer = system.schedule(entry.dueAt - monotonicNow(), entry.run);
    }
  };
  return { clock, skip };
}

const fetchUntilDeath: FetchLike = async (url, init) => {
  if (init.method !== 'POST' || !url.endsWith('/messages')) return systemFetch(url, init);
  reaper.reach('before-post');
  const isLast = reaper.isNext('post-under-way');
  const answer = systemFetch(url, init);
  if (!isLast) {
    if (config.death?.point === 'post-under-way') reaper.reach('post-under-way');
    return answer;
  }
  const pause = new Promise((resolve) => setTimeout(resolve, config.death?.pauseMs ?? 0));
  await Promise.race([pause, answer.catch(() => null)]);
  dieAt('post-under-way');
  return answer;
};

let isStopping = false;

/**
 * What was under way when the desk closed finds no store any more. A call says so to the page, whose text is still a
 * draft; a request leaves its item uncertain, for the next start to look for.
 */
function isTooLate(detail: unknown): boolean {
  return isStopping && String(detail).includes('the store is closed');
}

/** What says that something is wrong with the files or the code; a lost connection is neither. */
const log: Log = {
  write(level, what, fields) {
    const isAlarming = !isTooLate(fields?.['detail']) && (level === 'error' || what.includes('damaged'));
    if (isAlarming) tell({ type: 'log', line: `${level} ${what} ${JSON.stringify(fields ?? {})}` });
  },
};

const { clock, skip } = createSkippingClock();
const core = createCore({
  about: aboutTests,
  clock,
  random: createSystemRandom(),
  log,
  fetch: fetchUntilDeath,
  openWebSocket: openSystemWebSocket,
  network: plainNetwork,
  settings: memorySettings({ undoSeconds: 0 }),
  policy: noPolicy,
  vault: createMemoryVault(),
  files: createDataFiles(config.folder),
  openFileStore: diskFileStore,
  dataFolder: config.folder,
  storeWorkerUrl: new URL('./store-worker.ts', import.meta.url),
});

const workspaceId = givenId(config.serverUrl);

async function answerBytes(id: number, { method, path, query, body }: BytesCall): Promise<void> {
  const { status, body: bytes } = await core.fileRoutes.respond({
    method,
    path,
    query: new URLSearchParams({ workspace: workspaceId, ...query }),
    headers: {},
    body: body === null ? null : chunksOf(Buffer.from(body, 'latin1')),
  });
  const whole = bytes instanceof Uint8Array ? bytes : await joined(bytes);
  const reply: BytesAnswer = { status, text: Buffer.from(whole).toString('latin1') };
  tell({ type: 'answer', id, reply });
}

async function answer(id: number, name: string, args: unknown): Promise<void> {
  const onError = (call: string, error: unknown): void => {
    if (!isTooLate(error)) tell({ type: 'log', line: `call ${call} failed: ${String(error)}` });
  };
  const workspace = isAppWide(name) ? null : workspaceId;
  const reply = await dispatchTo(core, { workspace, name, payload: args }, { onError, checkAnswers: true });
  const isSend = reply.ok && sends.has(name);
  tell({ type: 'answer', id, reply }, () => {
    if (isSend) reaper.reach('answered');
  });
}

async function stop(): Promise<void> {
  isStopping = true;
  await core.stop();
  tell({ type: 'stopped' }, () => process.exit(0));
}

process.on('message', (message: ToDesk) => {
  if (message.type === 'call') void answer(message.id, message.name, message.args);
  else if (message.type === 'bytes') void answerBytes(message.id, message.ask);
  else if (message.type === 'skip') skip(message.ms);
  else void stop();
});
// Nobody is left to talk to: the test itself has died.
process.on('disconnect', () => process.exit(1));

try {
  await core.start({ practice: null, given: { serverUrl: config.serverUrl, token: config.token } });
  tell({ type: 'started' });
} catch (error) {
  tell({ type: 'not-started', detail: String(error) }, () => process.exit(1));
}
