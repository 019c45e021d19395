/**
 * The store's worker with points of death at the boundary of its calls and of its database driver. Loads the real worker
 * afterwards; the product knows nothing of it.
 */
import BetterSqlite3 from 'better-sqlite3';
import { calls } from '../../electron/core/store/calls.ts';
import type { AddSend, UpdateOutbox } from '../../electron/core/store/call-types.ts';
import type { CacheBatch } from '../../electron/core/store/records.ts';
import { createReaper } from './death.ts';
import { readConfig } from './kill-points.ts';

type Call = (files: unknown, args: unknown) => unknown;

const { death } = readConfig();
const reaper = createReaper(death);
const isOdd = death !== null && death.nth % 2 === 1;
/** The call that is running, with what its points need to know. */
let running: { readonly name: string; readonly args: unknown } | null = null;

const before: Readonly<Record<string, (args: unknown) => void>> = {
  'outbox.addSend': (args) => {
    if (isMessage(args)) reaper.reach('adding');
  },
  'cache.apply': (args) => {
    if (bringsOwnMessage(args)) reaper.reach('before-apply');
  },
  'outbox.update': (args) => {
    // The live channel may have moved it on already; then the same call says `handed`.
    if (typeof (args as UpdateOutbox).serverId === 'number') reaper.reach('before-accepted');
    if (isUploadNoted(args) && isOdd) reaper.reach('uploaded');
  },
};

const after: Readonly<Record<string, (args: unknown) => void>> = {
  'outbox.addSend': (args) => {
    if (isMessage(args)) reaper.reach('added');
  },
  'outbox.update': (args) => {
    if ((args as UpdateOutbox).state === 'sending') reaper.reach('marked-sending');
    if (isUploadNoted(args) && !isOdd) reaper.reach('uploaded');
  },
  'draft.save': () => reaper.reach('draft'),
};

/** Reading a conversation queues a mark-read; the points are about what somebody wrote. */
function isMessage(args: unknown): boolean {
  return (args as AddSend).items.some(({ content }) => content.kind !== 'action');
}

function isUploadNoted(args: unknown): boolean {
  return typeof (args as UpdateOutbox).uploadId === 'string';
}

function bringsOwnMessage(args: unknown): boolean {
  const { messages = [], conversations = [] } = args as CacheBatch;
  return conversations.length === 0 && messages.some(({ clientId }) => typeof clientId === 'string');
}

function beforeTransaction(file: string): void {
  if (running?.name === 'cache.apply' && file.endsWith('desk.db')) reaper.reach('between-files');
}

/** Everything is written and nothing is committed. */
function beforeCommit(file: string): void {
  const isPage = running?.name === 'cache.apply' && ((running.args as CacheBatch).conversations?.length ?? 0) > 0;
  if (isPage && file.endsWith('cache.db')) reaper.reach('sync-page');
  if (running?.name === 'draft.save' && isOdd && reaper.isNext('draft')) reaper.reach('draft');
}

function wrapCalls(): void {
  const table = calls as unknown as Record<string, Call>;
  for (const [name, call] of Object.entries(table)) {
    table[name] = (files, args) => {
      before[name]?.(args);
      running = { name, args };
      try {
        const value = call(files, args);
        after[name]?.(args);
        return value;
      } finally {
        running = null;
      }
    };
  }
}

function wrapDriver(): void {
  const driver = BetterSqlite3.prototype as unknown as {
    transaction(body: (...args: unknown[]) => unknown): TransactionFunction;
    close(): unknown;
  };
  const { transaction, close } = driver;
  driver.transaction = function (this: { name: string }, body) {
    const file = this.name;
    const made = transaction.call(this, (...args: unknown[]) => {
      const value = body(...args);
      beforeCommit(file);
      return value;
    });
    const watched = (run: TransactionFunction['deferred']) => {
      return (...args: unknown[]): unknown => {
        beforeTransaction(file);
        return run(...args);
      };
    };
    const { deferred, immediate, exclusive } = made;
    return Object.assign(watched(made), {
      deferred: watched(deferred),
      immediate: watched(immediate),
      exclusive: watched(exclusive),
    });
  };
  driver.close = function (this: unknown) {
    reaper.reach('closing');
    return close.call(this);
  };
}

interface TransactionFunction {
  (...args: unknown[]): unknown;
  readonly deferred: (...args: unknown[]) => unknown;
  readonly immediate: (...args: unknown[]) => unknown;
  readonly exclusive: (...args: unknown[]) => unknown;
}

wrapCalls();
wrapDriver();
await import('../../electron/core/store/worker.ts');
