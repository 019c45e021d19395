/**
 * Linux: what the desktop says of itself on the session bus. Electron cannot tell whether anybody shows tray icons (GNOME does not
 * without an extension) or what the notification service can do, so it is asked for by a tool that desktops have; a library for
 * three questions would be the larger part.
 */
import { execFile } from 'node:child_process';
import type { Clock } from '../core/ports.ts';

export interface SessionBus {
  /**
   * False also where nobody could be asked: then there is no way back from a hidden window that anybody is sure of. A watcher that
   * takes its time over our icon is asked again for some seconds.
   */
  showsTray(): Promise<boolean>;
  /** What the notification service says it can do; `none`: none answers; null: nobody could be asked. */
  notificationService(): Promise<readonly string[] | 'none' | null>;
}

/** Resolves with what the tool printed; rejects with `code: 'ENOENT'` if there is no such tool. */
export type RunTool = (tool: string, args: readonly string[]) => Promise<string>;

export const runSystemTool: RunTool = (tool, args) =>
  new Promise((resolve, reject) => {
    execFile(tool, [...args], { timeout: 2_000, env: { ...process.env, LC_ALL: 'C' } }, (error, output) => {
      if (error === null) resolve(output);
      else reject(error);
    });
  });

interface Question {
  readonly service: string;
  readonly path: string;
  readonly face: string;
  readonly member: string;
  readonly kind: 'call' | 'property';
}

const watcher = {
  service: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  face: 'org.kde.StatusNotifierWatcher',
  kind: 'property',
} as const;
const hostQuestion: Question = { ...watcher, member: 'IsStatusNotifierHostRegistered' };
const itemsQuestion: Question = { ...watcher, member: 'RegisteredStatusNotifierItems' };
/** https://specifications.freedesktop.org/notification-spec/latest/protocol.html */
const capabilities: Question = {
  service: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  face: 'org.freedesktop.Notifications',
  kind: 'call',
  member: 'GetCapabilities',
};

const getProperty = 'org.freedesktop.DBus.Properties.Get';
/** How each tool is asked, its arguments by spaces; a desktop has at least one of them. */
const tools: Readonly<Record<string, (question: Question) => string>> = {
  busctl: ({ service, path, face, member, kind }) =>
    `--user ${kind === 'property' ? 'get-property' : 'call'} ${service} ${path} ${face} ${member}`,
  gdbus: ({ service, path, face, member, kind }) =>
    `call --session --timeout 2 --dest ${service} --object-path ${path} --method ` +
    (kind === 'property' ? `${getProperty} ${face} ${member}` : `${face}.${member}`),
  'dbus-send': ({ service, path, face, member, kind }) =>
    `--session --print-reply --reply-timeout=2000 --dest=${service} ${path} ` +
    (kind === 'property' ? `${getProperty} string:${face} string:${member}` : `${face}.${member}`),
};

const triesForOurIcon = 6;
const betweenTriesMs = 500;

export interface SessionBusOptions {
  readonly run: RunTool;
  readonly clock: Pick<Clock, 'schedule'>;
  /** Of this process: icons of Electron carry it in their name. */
  readonly pid: number;
}

export function createSessionBus({ run, clock, pid }: SessionBusOptions): SessionBus {
  /** The tool's words, empty if nobody answered; null: there is no tool. */
  async function ask(question: Question): Promise<string | null> {
    for (const [tool, argumentsFor] of Object.entries(tools)) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- the second only if the first is not there
        return await run(tool, argumentsFor(question).split(' '));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return '';
      }
    }
    return null;
  }
  const pause = (): Promise<void> => new Promise((resolve) => void clock.schedule(betweenTriesMs, resolve));

  return {
    async showsTray() {
      for (let left = triesForOurIcon; left > 0; left -= 1) {
        // oxlint-disable-next-line no-await-in-loop -- a look at a time
        if (!/\btrue\b/.test((await ask(hostQuestion)) ?? '')) return false;
        // oxlint-disable-next-line no-await-in-loop
        if (mayBeOurs(await ask(itemsQuestion), pid)) return true;
        // oxlint-disable-next-line no-await-in-loop
        if (left > 1) await pause();
      }
      return false;
    },
    async notificationService() {
      const answer = await ask(capabilities);
      if (answer === '') return 'none';
      return answer === null ? null : stringsIn(answer);
    },
  };
}

/**
 * Whether our icon is among those that the watcher took. Some watchers name icons by their address on the bus, which says nothing of
 * whose they are; one that does not list them at all is believed. electron/electron#53213: GNOME may refuse ours.
 */
function mayBeOurs(answer: string | null, pid: number): boolean {
  if (answer === null || answer === '') return true;
  const owner = /^org\.\w+\.StatusNotifierItem-(\d+)-/;
  return stringsIn(answer).some((item) => (owner.exec(item)?.[1] ?? String(pid)) === String(pid));
}

/** `as 2 "a" "b"`, `(['a', 'b'],)` or one `string "a"` a line. */
function stringsIn(answer: string): readonly string[] {
  return [...answer.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? '');
}
