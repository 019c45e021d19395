/**
 * Watches one workspace and says what its agent should hear of: news, and windows about to close. It decides nothing
 * itself (shared/notify does) and shows nothing (the shell does); it asks the store, keeps what was said, and holds one
 * timer.
 *
 *     changed ─┐
 *     timer ───┼─ wait a moment ─► look ─┬─ quiet ────────────► keep for the digest
 *     wake ────┘                         ├─ just came back ───► one digest
 *                                        └─ otherwise ────────► announce, arm the timer
 *
 * Offline the radar goes on from local data. What arrives while catching up after a gap is summed up, not told one by one.
 */
import {
  isQuietAt,
  isTheirs,
  ownershipOf,
  type AlertRules,
  type Ownership,
} from '../../../shared/notify/alert-rules.ts';
import { announce, digest, type Announcement, type Happening, type Looking } from '../../../shared/notify/announce.ts';
import { sweepRadar, type RadarMark } from '../../../shared/notify/radar.ts';
import { parseJson } from '../../../shared/lang/json.ts';
import { windowState } from '../../../shared/window/window-state.ts';
import type { Clock, Log, Timer } from '../ports.ts';
import type { ServerTime } from '../server-time.ts';
import type { Store } from '../store/store-client.ts';

export interface AlertParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly serverTime: ServerTime;
  readonly log: Log;
  /** 0 before the first sign-in. */
  readonly meId: () => number;
  readonly rules: () => AlertRules;
  /** IANA name of the computer's zone. */
  readonly timeZone: () => string;
  readonly looking: () => Looking;
  readonly present: (announcement: Announcement) => void;
  /** It was read or answered, here or elsewhere. */
  readonly withdraw: (id: string) => void;
}

/** Everything that happens within this time is told together. */
const gatherMs = 1_000;
/** But nothing waits longer than this for more to come. */
const longestGatherMs = 3_000;
/** A gap this long is answered with a digest instead of single notifications. */
const awayMs = 5 * 60_000;
/** How long a digest after a sleep waits for the server before it speaks from local data. */
const digestPatienceMs = 15_000;
/** The longest the timer sleeps: far below the 2³¹ ms at which timers overflow, and a look costs little. */
const longestSleepMs = 3_600_000;
/** News older than this is history that was loaded, not news. */
const newsWithinMs = 10 * 60_000;
/** The server tells the times of messages in whole seconds. */
const serverRoundingMs = 1_000;
/** What a digest calls "closing soon". */
const closingWithinMs = 3_600_000;
const marksKey = 'alerts.marks';

/** What every happening says of its conversation. */
type About = Pick<Happening, 'conversationId' | 'name' | 'ownership' | 'window'>;

/** Since when the agent has heard nothing. */
interface Absence {
  readonly sinceMs: number;
  readonly afterSeq: number;
  /** `first`: this workspace was never in step; what the first sync brings is no news, however young. */
  readonly why: 'first' | 'offline' | 'sleep' | 'quiet';
}

export class AlertCenter {
  readonly #parts: AlertParts;
  #marks: readonly RadarMark[] = [];
  #lastSeq = 0;
  #absence: Absence | null = null;
  #isLive = false;
  readonly #parked = new Set<string>();
  /** Open conversations of the agent at the last look; null: not looked yet. */
  #mine: ReadonlySet<number> | null = null;
  /** Of notifications that are shown: id → conversation. */
  readonly #shown = new Map<string, number>();
  #timer: Timer | null = null;
  #looking: Promise<void> | null = null;
  #again = false;
  /** Monotonic ms of the first change that was not looked at yet. */
  #askedAt: number | null = null;
  /** After a sleep, until the server was heard or enough time passed. */
  #isPatient = false;
  /** Server ms before which nothing is news: of a new workspace, all that was there when its first sync was over. */
  #newsFrom = 0;
  #stopped = false;

  constructor(parts: AlertParts) {
    this.#parts = parts;
  }

  /** `lastLiveAt`: when this device was last in step with the server; null: never, so nothing is news yet. */
  async start(lastLiveAt: number | null): Promise<void> {
    const { store, serverTime } = this.#parts;
    const { [marksKey]: saved } = await store.call('sync.get', { keys: [marksKey] });
    this.#marks = parseMarks(saved);
    const { lastSeq } = await store.call('alerts.news', { meId: 0, afterSeq: Number.MAX_SAFE_INTEGER, sinceMs: 0 });
    this.#lastSeq = lastSeq;
    for (const { clientId } of await store.call('alerts.parked', {})) this.#parked.add(clientId);
    const sinceMs = lastLiveAt ?? Math.round(serverTime.now());
    if (lastLiveAt === null) this.#newsFrom = Number.MAX_SAFE_INTEGER;
    this.#absence = { sinceMs, afterSeq: lastSeq, why: lastLiveAt === null ? 'first' : 'offline' };
    this.#lookIn(gatherMs);
  }

  stop(): void {
    this.#stopped = true;
    this.#timer?.cancel();
  }

  /** Conversations, messages, the outbox or the rules changed, or the agent looks at something else. */
  changed(): void {
    // What still arrives after a sleep belongs to the one digest.
    if (this.#isPatient) return;
    const now = this.#parts.clock.monotonicNow();
    this.#askedAt ??= now;
    // Where something always happens, waiting for a pause would be waiting for ever.
    this.#lookIn(Math.max(0, Math.min(gatherMs, this.#askedAt + longestGatherMs - now)));
  }

  /** In step with the server, or not any more. */
  liveIs(isLive: boolean): void {
    if (isLive === this.#isLive) return;
    this.#isLive = isLive;
    if (!isLive) this.#leave('offline', this.#now());
    // The first sync is over in this moment: what is written from now on is news.
    const isFirst = this.#absence?.why === 'first';
    if (isFirst && isLive) this.#newsFrom = this.#now() - serverRoundingMs - this.#doubtMs();
    if (isLive || !this.#isPatient) this.#lookIn(isFirst ? 0 : gatherMs);
  }

  /** After a sleep or a jump of the clock: every moment that was waited for may be past. */
  woke(gapMs: number): void {
    if (gapMs >= awayMs) {
      this.#leave('sleep', this.#now() - gapMs);
      this.#isPatient = true;
      this.#lookIn(digestPatienceMs);
    } else {
      this.#lookIn(gatherMs);
    }
  }

  /** How far server time may be ahead of the server; it is told in whole seconds, too, so that more is no matter of rounding. */
  #doubtMs(): number {
    return Math.min(this.#parts.serverTime.info().uncertaintyMs, serverRoundingMs);
  }

  #now(): number {
    return Math.round(this.#parts.serverTime.now());
  }

  #leave(why: Absence['why'], sinceMs: number): void {
    // The longest absence counts; a sleep within it changes how it ends.
    const { sinceMs: earlier = sinceMs, afterSeq = this.#lastSeq, why: before } = this.#absence ?? {};
    // The network always goes with a sleep.
    const stays = before === 'first' || (before === 'sleep' && why === 'offline');
    this.#absence = { sinceMs: Math.min(earlier, sinceMs), afterSeq, why: stays ? before : why };
  }

  #lookIn(delayMs: number): void {
    if (this.#stopped) return;
    this.#timer?.cancel();
    this.#timer = this.#parts.clock.schedule(delayMs, () => this.#look());
  }

  /** One look at a time; what happens meanwhile is looked at afterwards. */
  #look(): void {
    if (this.#looking !== null) {
      this.#again = true;
      return;
    }
    this.#looking = this.#lookOnce()
      .catch((error: unknown) => {
        if (!this.#stopped) this.#parts.log.write('error', 'alerts failed', { detail: String(error) });
      })
      .finally(() => {
        this.#looking = null;
        if (this.#again) this.#lookIn(gatherMs);
        this.#again = false;
      });
  }

  async #lookOnce(): Promise<void> {
    this.#askedAt = null;
    this.#isPatient = false;
    const rules = this.#parts.rules();
    const closing = await this.#sweep(rules);
    const news = await this.#news();
    await this.#withdrawRead();
    if (this.#isQuietNow(rules)) {
      this.#leave('quiet', this.#now());
    } else if (this.#absence === null) {
      this.#present(announce([...closing.happenings, ...news], rules, this.#parts.looking()));
    } else {
      await this.#welcomeBack(this.#absence, closing.happenings, news, rules);
    }
    const nextMs = closing.nextAt === null ? longestSleepMs : closing.nextAt - this.#parts.serverTime.now();
    // A quiet time ends by the local clock; looking every minute finds that out through every change of it.
    const limitMs = this.#absence?.why === 'quiet' ? 60_000 : longestSleepMs;
    if (!this.#again) this.#lookIn(Math.min(Math.max(nextMs, 0), limitMs));
  }

  /** The radar goes on while offline; after a sleep or a quiet time its warnings are part of the digest. */
  async #welcomeBack(
    absence: Absence,
    closing: readonly Happening[],
    news: readonly Happening[],
    rules: AlertRules,
  ): Promise<void> {
    if (absence.why === 'first') {
      if (!this.#isLive) return;
      this.#absence = null;
      this.#present(announce(news, rules, this.#parts.looking()));
      return;
    }
    if (absence.why === 'offline' && !this.#isLive) {
      const parked = news.filter(({ kind }) => kind === 'parked');
      this.#present(announce([...closing, ...parked], rules, this.#parts.looking()));
      return;
    }
    this.#absence = null;
    const nowMs = this.#now();
    if (nowMs - absence.sinceMs < awayMs && absence.why === 'offline') {
      this.#present(announce([...closing, ...news], rules, this.#parts.looking()));
      return;
    }
    const { sinceMs, afterSeq } = absence;
    const counts = { meId: this.#parts.meId(), sinceMs, afterSeq, nowMs, closingWithinMs };
    const summary = digest(await this.#parts.store.call('alerts.away', counts), rules);
    if (summary !== null) this.#present([summary]);
    // Where the network is not back yet, what it brings is still summed up.
    if (!this.#isLive) this.#leave('offline', nowMs);
  }

  #isQuietNow(rules: AlertRules): boolean {
    return isQuietAt(rules, this.#parts.clock.wallNow(), this.#parts.timeZone());
  }

  async #sweep(rules: AlertRules): Promise<{ happenings: readonly Happening[]; nextAt: number | null }> {
    const { store, serverTime } = this.#parts;
    const time = serverTime.judging();
    // Unsure of the time, nothing can be said of windows (law 6).
    if (time.confidence === 'unknown') return { happenings: [], nextAt: null };
    const all = await store.call('alerts.waitingWindows', { nowMs: Math.round(time.nowMs) });
    const owners = new Map(all.map((one) => [one.conversationId, this.#ownership(one.assigneeId)]));
    const wanted = all.filter(({ conversationId }) => isTheirs(owners.get(conversationId) ?? 'others', rules.whose));
    const sweep = sweepRadar(wanted, this.#marks, time.nowMs);
    if (JSON.stringify(sweep.marks) !== JSON.stringify(this.#marks)) {
      // Before anything is shown: said twice after a crash is worse than said once too little.
      await store.call('sync.set', { values: { [marksKey]: JSON.stringify(sweep.marks) } });
      this.#marks = sweep.marks;
    }
    const happenings = sweep.warnings.map((warning): Happening => {
      const { conversationId, name } = warning;
      const ownership = owners.get(conversationId) ?? 'others';
      return { kind: 'closing', conversationId, name, ownership, window: 'closing', warning };
    });
    return { happenings, nextAt: sweep.nextAt };
  }

  #ownership(assigneeId: number | null): Ownership {
    return ownershipOf(assigneeId, this.#parts.meId());
  }

  async #news(): Promise<readonly Happening[]> {
    const { store, meId } = this.#parts;
    const sinceMs = Math.max(this.#newsFrom, this.#now() - newsWithinMs);
    const { items, lastSeq } = await store.call('alerts.news', { meId: meId(), afterSeq: this.#lastSeq, sinceMs });
    this.#lastSeq = lastSeq;
    const happenings: Happening[] = [];
    // Read once for each conversation, however much was written in it.
    const known = new Map<number, About | null>();
    for (const { conversationId, kind, text, author } of items) {
      if (!known.has(conversationId)) known.set(conversationId, await this.#about(conversationId));
      const about = known.get(conversationId) ?? null;
      if (about === null) continue;
      happenings.push(kind === 'mention' ? { ...about, kind, by: author, text } : { ...about, kind, text });
    }
    happenings.push(...(await this.#assignments(sinceMs)));
    for (const { clientId, conversationId } of await store.call('alerts.parked', {})) {
      const about = this.#parked.has(clientId) ? null : await this.#about(conversationId);
      this.#parked.add(clientId);
      if (about !== null) happenings.push({ ...about, kind: 'parked' });
    }
    return happenings;
  }

  /** What became the agent's since the last look, other than by themselves. */
  async #assignments(sinceMs: number): Promise<readonly Happening[]> {
    const { store, meId } = this.#parts;
    const before = this.#mine;
    const now = await store.call('alerts.assignedTo', { meId: meId() });
    this.#mine = new Set(now.map(({ id }) => id));
    if (before === null) return [];
    const happenings: Happening[] = [];
    for (const { id, pending, lastActivityAt } of now) {
      // One that this device had not seen before, such as in a first sync, was not given to anybody just now.
      const isNews = !before.has(id) && !pending && lastActivityAt >= sinceMs;
      const about = isNews ? await this.#about(id) : null;
      if (about !== null) happenings.push({ ...about, kind: 'assignment' });
    }
    return happenings;
  }

  async #about(conversationId: number): Promise<About | null> {
    const conversation = await this.#parts.store.call('conversation.get', { id: conversationId });
    if (conversation === null) return null;
    return {
      conversationId,
      name: conversation.contact.name,
      ownership: this.#ownership(conversation.assignee?.id ?? null),
      window: windowState(conversation.window, this.#parts.serverTime.judging()).kind,
    };
  }

  #present(announcements: readonly Announcement[]): void {
    for (const announcement of announcements) {
      if (announcement.conversationId !== null) this.#shown.set(announcement.id, announcement.conversationId);
      this.#parts.present(announcement);
    }
  }

  async #withdrawRead(): Promise<void> {
    for (const [id, conversationId] of this.#shown) {
      const conversation = await this.#parts.store.call('conversation.get', { id: conversationId });
      const isOver = id.startsWith('closing-')
        ? conversation?.waitingSince === null
        : (conversation?.unread ?? 0) === 0 && id.startsWith('message-');
      if (conversation !== null && !isOver) continue;
      this.#shown.delete(id);
      this.#parts.withdraw(id);
    }
  }
}

/** Our own writing: what does not parse is treated as nothing said. */
function parseMarks(saved: string | undefined): readonly RadarMark[] {
  return (parseJson(saved ?? '[]') ?? []) as readonly RadarMark[];
}
