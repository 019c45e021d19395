/** A whole core on a real folder with real network, for tests of workspaces and signing in. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFileVault, createMemoryVault, noSeal } from '../../electron/core/accounts/vaults.ts';
import { createCore, type Core, type StartWith } from '../../electron/core/app.ts';
import { diskFileStore } from '../../electron/core/files/disk-file-store.ts';
import {
  createDataFiles,
  createSystemClock,
  createSystemRandom,
  openSystemWebSocket,
  systemFetch,
} from '../../electron/core/system-ports.ts';
import type { SignInAnswer, SignInWith, WorkspaceEntry } from '../../shared/contract/accounts.ts';
import type { CallInput, CallName, CallResult } from '../../shared/contract/contract.ts';
import { dispatchTo } from '../../shared/contract/dispatch.ts';
import { CallError } from '../../shared/contract/errors.ts';
import type { RoutedEvent } from '../../shared/contract/routing.ts';
import { noPolicy, type Policy } from '../../shared/policy/policy.ts';
import { aboutTests } from '../support/about.ts';
import { plainNetwork } from '../support/network.ts';
import { memorySettings } from '../support/settings.ts';

export interface TestCore extends Pick<Core, 'fileRoutes' | 'handlersOf'> {
  readonly events: readonly RoutedEvent[];
  /** Every line of the log, as text. */
  readonly log: readonly string[];
  call<N extends CallName>(workspace: string | null, name: N, args: CallInput<N>): Promise<CallResult<N>>;
  signIn(serverUrl: string, proof: SignInWith, stay?: boolean): Promise<SignInAnswer>;
  /** Signs in with a token and waits until the workspace has everything. */
  enter(server: { readonly url: string; readonly apiAccessToken: string }, stay?: boolean): Promise<string>;
  entries(): Promise<readonly WorkspaceEntry[]>;
  entry(id: string): Promise<WorkspaceEntry>;
  /** Looked at now and after each event, until it holds. */
  until(what: string, check: () => Promise<boolean> | boolean): Promise<void>;
  untilLive(id: string): Promise<void>;
  stop(): Promise<void>;
}

const limitMs = 15_000;

export async function openCore(
  folder: string,
  how: Partial<StartWith> & { readonly vault?: 'memory' | 'file'; readonly policy?: Policy } = {},
): Promise<TestCore> {
  const files = createDataFiles(folder);
  const lines: string[] = [];
  const log = {
    write: (level: string, what: string, fields?: Readonly<Record<string, unknown>>) =>
      void lines.push(`${level} ${what} ${JSON.stringify(fields ?? {})}`),
  };
  const core = createCore({
    about: aboutTests,
    clock: createSystemClock(),
    random: createSystemRandom(),
    log,
    fetch: systemFetch,
    openWebSocket: openSystemWebSocket,
    network: plainNetwork,
    settings: memorySettings({ undoSeconds: 0 }),
    policy: how.policy ?? noPolicy,
    vault: how.vault === 'file' ? createFileVault({ kind: 'file', seal: noSeal, files, log }) : createMemoryVault(),
    files,
    openFileStore: diskFileStore,
    dataFolder: folder,
    storeWorkerUrl: new URL('../../electron/core/store/worker.ts', import.meta.url),
  });
  const events: RoutedEvent[] = [];
  const waiting = new Set<() => void>();
  core.onEvent((event) => {
    events.push(event);
    for (const look of waiting) look();
  });
  await core.start({ practice: how.practice ?? null, given: how.given ?? null });

  const self: TestCore = {
    events,
    log: lines,
    async call(workspace, name, args) {
      const failures: unknown[] = [];
      const onError = (_name: string, error: unknown): void => void failures.push(error);
      const reply = await dispatchTo(core, { workspace, name, payload: args }, { onError, checkAnswers: true });
      if (reply.ok) return reply.value as never;
      if (reply.error.code === 'internal') throw new Error(`${name}: ${String(failures[0])}`);
      throw new CallError(reply.error.code, reply.error.detail);
    },
    signIn: (serverUrl, proof, stay = false) => self.call(null, 'workspaces.signIn', { serverUrl, with: proof, stay }),
    async enter({ url, apiAccessToken }, stay) {
      const answer = await self.signIn(url, { kind: 'token', token: apiAccessToken }, stay);
      if (answer.kind !== 'signed-in') throw new Error(`not signed in but ${answer.kind}`);
      await self.untilLive(answer.workspaceId);
      return answer.workspaceId;
    },
    entries: async () => (await self.call(null, 'workspaces.list', {})).workspaces,
    async entry(id) {
      const found = (await self.entries()).find((entry) => entry.id === id);
      if (found === undefined) throw new Error(`there is no workspace ${id}`);
      return found;
    },
    async until(what, check) {
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(
        () => late.reject(new Error(`in vain: ${what}\n${lines.slice(-20).join('\n')}`)),
        limitMs,
      );
      try {
        for (;;) {
          const next = Promise.withResolvers<void>();
          waiting.add(next.resolve);
          // oxlint-disable-next-line no-await-in-loop -- one look after the other
          if (await Promise.race([check(), late.promise])) return;
          // oxlint-disable-next-line no-await-in-loop -- until something changed
          await Promise.race([next.promise, late.promise]);
          waiting.delete(next.resolve);
        }
      } finally {
        clearTimeout(timer);
        waiting.clear();
      }
    },
    fileRoutes: core.fileRoutes,
    handlersOf: core.handlersOf,
    untilLive: (id) => self.until(`${id} is live`, async () => (await self.call(id, 'sync.get', {})).state === 'live'),
    stop: () => core.stop(),
  };
  return self;
}

/** The files of a folder that hold this text, as names. */
export function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(text))
    .map(({ name }) => name);
}

/** What a refused call answered with. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    if (error instanceof CallError) return error.code;
    throw error;
  }
}
