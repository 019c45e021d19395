/** What an agent is told, and when: the real store and the real rules under virtual time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AlertCenter } from '../../electron/core/alerts/alert-center.ts';
import type { Timer } from '../../electron/core/ports.ts';
import { ServerTime } from '../../electron/core/server-time.ts';
import type { ConversationPatch } from '../../electron/core/store/records.ts';
import type { Store } from '../../electron/core/store/store-client.ts';
import type { AlertRules } from '../../shared/notify/alert-rules.ts';
import { defaultAlertRules } from '../../shared/notify/default-alert-rules.ts';
import type { Announcement } from '../../shared/notify/announce.ts';
import { conversation, incoming, item, outgoing, whatsapp } from '../storage/support/fixtures.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { openInProcessStore } from '../support/in-process-store.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const me = 7;
const mine = { id: me, name: 'Me', availability: 'online' } as const;

class WatchedClock extends FakeClock {
  longestMs = 0;
  override schedule(delayMs: number, run: () => void): Timer {
    this.longestMs = Math.max(this.longestMs, delayMs);
    return super.schedule(delayMs, run);
  }
}

let folder: string;
let clock: WatchedClock;
let store: Store;
let serverTime: ServerTime;
let center: AlertCenter;
let rules: AlertRules;
let looking: number | null;
let told: Announcement[];
let withdrawn: string[];
let nextId: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-alerts-'));
  clock = new WatchedClock();
  rules = defaultAlertRules;
  looking = null;
  nextId = 1;
  store = openInProcessStore(folder);
  serverTime = new ServerTime(clock, () => undefined);
  confirmTime();
  await store.call('cache.apply', { channels: [whatsapp], messages: [] });
  await begin();
});

afterEach(async () => {
  center.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function confirmTime(serverMs = clock.wallNow(), uncertaintyMs = 50): void {
  const at = { monotonicMs: clock.monotonicNow(), wallMs: clock.wallNow() };
  serverTime.add({ serverMs, uncertaintyMs, ...at, source: 'ping' });
}

/** A new process on the same files; in step with the server from the first moment on. */
async function begin(lastLiveAt: number | null = null, onceLive: () => Promise<void> = async () => {}): Promise<void> {
  await beginUnsynced(lastLiveAt);
  center.liveIs(true);
  await onceLive();
  await clock.advance(2 * second);
}

async function beginUnsynced(lastLiveAt: number | null = null): Promise<void> {
  told = [];
  withdrawn = [];
  center = new AlertCenter({
    store,
    clock,
    serverTime,
    log: {
      write: (level, what, fields) => {
        if (level === 'error') throw new Error(`${what} ${JSON.stringify(fields)}`);
      },
    },
    meId: () => me,
    rules: () => rules,
    timeZone: () => 'Europe/Amsterdam',
    looking: () => ({ conversationId: looking }),
    present: (announcement) => told.push(announcement),
    withdraw: (id) => withdrawn.push(id),
  });
  await center.start(lastLiveAt);
}

const now = (): number => Math.round(serverTime.now());

/** The customer writes; the conversation is mine unless said otherwise. */
async function write(id: number, change: Partial<ConversationPatch> = {}, at = now()): Promise<void> {
  const row = {
    assignee: mine,
    unread: 1,
    waitingSince: at,
    lastActivityAt: at,
    updatedAt: at + nextId,
    canReply: true,
  };
  const conversations = [{ ...conversation(id), ...row, ...change }];
  await store.call('cache.apply', { conversations, messages: [incoming(id, nextId++, at)] });
  center.changed();
}

async function answer(id: number): Promise<void> {
  const at = now();
  const row = { ...conversation(id), assignee: mine, unread: 0, waitingSince: null, lastActivityAt: at };
  const conversations = [{ ...row, updatedAt: at + nextId }];
  await store.call('cache.apply', { conversations, messages: [outgoing(id, nextId++, at)] });
  center.changed();
}

const kinds = (): string[] => told.map(({ kind }) => kind);
const closing = (): Announcement[] => told.filter(({ kind }) => kind === 'closing');
const counts = (announcement: Announcement | undefined): Record<string, unknown> =>
  Object.fromEntries((announcement?.body ?? []).map(({ key, values }) => [key, values['count']]));

describe('news', () => {
  test('a message in my conversation is told once, and taken away when it was read', async () => {
    await write(1);
    await clock.advance(5 * second);
    expect(told.map(({ id }) => id)).toEqual(['message-1']);
    await answer(1);
    await clock.advance(5 * second);
    expect(withdrawn).toEqual(['message-1']);
    expect(told).toHaveLength(1);
  });

  test('a message in nobody’s conversation is not told by default', async () => {
    await write(1, { assignee: null });
    await clock.advance(5 * second);
    expect(told).toEqual([]);
  });

  test('nothing is said of the conversation in view', async () => {
    looking = 1;
    await write(1);
    await write(2);
    await clock.advance(5 * second);
    expect(told.map(({ id }) => id)).toEqual(['message-2']);
  });

  test('forty at once are one', async () => {
    for (let id = 1; id <= 40; id += 1) await write(id);
    await clock.advance(5 * second);
    expect(kinds()).toEqual(['burst']);
    expect(counts(told[0])).toEqual({ 'notify.tally.messages': 40 });
  });

  test('old messages that were loaded are no news', async () => {
    await write(1, {}, now() - 2 * day);
    await clock.advance(5 * second);
    expect(told).toEqual([]);
  });

  test('a conversation that somebody gives to me is told; one that I took is not', async () => {
    await write(1, { assignee: null, unread: 0 });
    await write(2, { assignee: null, unread: 0 });
    await clock.advance(5 * second);
    const assign = { kind: 'action', action: { kind: 'assign', assigneeId: me } } as const;
    await store.call('outbox.add', { item: item(1, 2, assign) });
    const given = { ...conversation(1), assignee: mine, lastActivityAt: now(), updatedAt: now() };
    await store.call('cache.apply', { conversations: [given], messages: [] });
    center.changed();
    await clock.advance(5 * second);
    expect(told.map(({ id }) => id)).toEqual(['assignment-1']);
  });

  test('a reply that was parked is told once', async () => {
    await write(1, {}, now() - 20 * minute);
    const parked = {
      ...item(1, 1, { kind: 'reply', text: 'Hi', file: null, quotedId: null }),
      state: 'needs-template',
    };
    await store.call('outbox.add', { item: parked as never });
    center.changed();
    await clock.advance(5 * second);
    center.changed();
    await clock.advance(5 * second);
    expect(told.map(({ id }) => id)).toEqual(['parked-1']);
    expect(told[0]?.actions).toEqual(['choose-template', 'note']);
  });
});

describe('the radar', () => {
  test('warns at 4 h, 1 h and 15 min, with no timer longer than an hour', async () => {
    await write(1);
    await clock.advance(25 * hour);
    expect(closing().map(({ title }) => title.values['minutes'])).toEqual([240, 60, 15]);
    expect(clock.longestMs).toBeLessThanOrEqual(hour);
  });

  test('offline too', async () => {
    await write(1);
    await clock.advance(5 * second);
    center.liveIs(false);
    await clock.advance(25 * hour);
    expect(closing()).toHaveLength(3);
  });

  test('forty windows that close within ten minutes are one warning a step', async () => {
    const start = now();
    for (let id = 1; id <= 40; id += 1) await write(id, {}, start - 11 * minute + id * 15 * second);
    await clock.advance(25 * hour);
    expect(closing().map(({ title }) => title.values['count'])).toEqual([40, 40, 40]);
    expect(closing().every(({ actions }) => actions[0] === 'start-sweep')).toBe(true);
  });

  test('is silent once the customer was answered', async () => {
    await write(1);
    await clock.advance(5 * second);
    await answer(1);
    await clock.advance(25 * hour);
    expect(closing()).toEqual([]);
  });

  test('a change of the computer’s clock moves nothing', async () => {
    await write(1);
    await clock.advance(19 * hour);
    clock.jumpWall(3 * hour);
    center.woke(0);
    await clock.advance(30 * minute);
    expect(closing()).toEqual([]);
    await clock.advance(31 * minute);
    expect(closing()).toHaveLength(1);
  });

  test('does not say twice after a restart what was said', async () => {
    await write(1);
    await clock.advance(20 * hour + minute);
    expect(closing()).toHaveLength(1);
    center.stop();
    await begin(now());
    await clock.advance(minute);
    expect(closing()).toEqual([]);
    await clock.advance(3 * hour);
    expect(closing()).toHaveLength(1);
  });
});

describe('coming back', () => {
  test('a sleep across three deadlines is one digest with what is true now', async () => {
    await write(1, {}, now() - 23 * hour + 3 * minute);
    await write(2, {}, now() - 17 * hour);
    await write(3, {}, now() - 16 * hour);
    await clock.advance(minute);
    told.length = 0;
    await clock.advance(1);
    const gapMs = 6 * hour + 30 * minute;
    clock.sleep(gapMs);
    confirmTime(now());
    center.woke(gapMs);
    await clock.advance(minute);
    expect(kinds()).toEqual(['digest']);
    expect(counts(told[0])).toMatchObject({ 'notify.tally.closed': 1, 'notify.tally.closing': 1 });
  });

  test('what arrives after a long outage is summed up, after a short one it is told', async () => {
    await write(1, { unread: 0 }, now() - hour);
    await clock.advance(5 * second);
    center.liveIs(false);
    await clock.advance(2 * hour);
    for (let id = 2; id <= 300; id += 1) await write(id, {}, now() - minute);
    center.liveIs(true);
    await clock.advance(minute);
    expect(kinds()).toEqual(['digest']);
    expect(counts(told[0])).toEqual({ 'notify.tally.messages': 299 });

    told.length = 0;
    center.liveIs(false);
    await clock.advance(2 * minute);
    await write(1);
    center.liveIs(true);
    await clock.advance(minute);
    expect(kinds()).toEqual(['message']);
  });

  test('quiet hours hold everything back until they end, in local time', async () => {
    // The clock starts at 13:00 in Amsterdam.
    rules = { ...defaultAlertRules, quietHours: { from: 12 * 60, to: 14 * 60 } };
    center.changed();
    await clock.advance(10 * second);
    await write(1);
    await write(2);
    await clock.advance(50 * minute);
    expect(told).toEqual([]);
    await clock.advance(20 * minute);
    expect(kinds()).toEqual(['digest']);
    expect(counts(told[0])).toEqual({ 'notify.tally.messages': 2 });
  });

  // Quiet from 22:00 to 7:00 in Amsterdam, in the two nights in which its clocks are changed: ten hours and eight.
  test.each([
    ['back', Date.UTC(2026, 9, 24, 20), 10],
    ['forward', Date.UTC(2027, 2, 27, 21), 8],
  ])('a night in which the clocks go %s is quiet by the clock on the wall', async (_way, begins, hours) => {
    clock.jumpWall(begins - clock.wallNow());
    confirmTime();
    rules = { ...defaultAlertRules, quietHours: { from: 22 * 60, to: 7 * 60 } };
    center.changed();
    await clock.advance(10 * second);
    await write(1);
    await clock.advance(begins + hours * hour - 2 * minute - clock.wallNow());
    expect(told).toEqual([]);
    await clock.advance(4 * minute);
    expect(kinds()).toEqual(['digest']);
  });

  test('what is written in the moment in which a first sync is over is told', async () => {
    center.stop();
    await write(1, {}, now() - 20 * minute);
    await begin(null, () => write(2));
    await clock.advance(minute);
    expect(told.map(({ id }) => id)).toEqual(['message-2']);
  });

  test('it is told as well while server time may be half a second ahead of the server', async () => {
    center.stop();
    serverTime = new ServerTime(clock, () => undefined);
    confirmTime(clock.wallNow(), 500);
    await write(1, {}, now() - 20 * minute);
    // Written now, by the server's clock, which leaves out the fraction of a second.
    await begin(null, () => write(2, {}, now() - 500 - 999));
    await clock.advance(minute);
    expect(told.map(({ id }) => id)).toEqual(['message-2']);
  });

  test('nothing is said of the history that follows a first sync, however young it is', async () => {
    center.stop();
    await begin(null);
    await write(1, {}, now() - 3 * minute);
    await clock.advance(minute);
    expect(told).toEqual([]);
    await write(2);
    await clock.advance(minute);
    expect(told.map(({ id }) => id)).toEqual(['message-2']);
  });

  test('nothing is said of the first sync of a new workspace', async () => {
    center.stop();
    await beginUnsynced();
    for (let id = 1; id <= 30; id += 1) await write(id, {}, now() - id * minute);
    await clock.advance(minute);
    center.liveIs(true);
    await clock.advance(minute);
    expect(told).toEqual([]);
    await write(1);
    await clock.advance(5 * second);
    expect(kinds()).toEqual(['message']);
  });

  test('a desk where something always happens is told all the same', async () => {
    await write(1);
    for (let at = 0; at < 20; at += 1) {
      await clock.advance(400);
      center.changed();
    }
    expect(told.map(({ id }) => id)).toEqual(['message-1']);
  });

  test('the network that goes with a sleep does not make two of one digest', async () => {
    await write(1, {}, now() - 17 * hour);
    await clock.advance(minute);
    told.length = 0;
    const gapMs = 4 * hour;
    clock.sleep(gapMs);
    confirmTime(now());
    center.woke(gapMs);
    center.liveIs(false);
    await clock.advance(3 * second);
    await write(2, {}, now() - minute);
    center.liveIs(true);
    await clock.advance(minute);
    expect(kinds()).toEqual(['digest']);
    expect(counts(told[0])).toMatchObject({ 'notify.tally.messages': 1 });
  });
});
