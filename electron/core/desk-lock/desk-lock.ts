/**
 * Locks the whole desk behind a PIN of the agent's: by hand, after a time without anybody, when the computer is locked or
 * sleeps, and at every start. While it is locked the core answers no page that asks for content; syncing and sending go on.
 *
 * It keeps out whoever passes by, not whoever reads the disk as this user: the files are not encrypted by it.
 */
import { z } from 'zod';
import type { CallName, Handlers } from '../../../shared/contract/contract.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import { pauseAfter } from '../../../shared/desk/pin-pause.ts';
import { parseJson } from '../../../shared/lang/json.ts';
import type { Events } from '../events.ts';
import type { Clock, DataFiles, Log, SettingsStore, Timer, Vault } from '../ports.ts';
import { isPin, keepPin } from './pin.ts';

/**
 * Says that there is a PIN, so that a vault which cannot be read does not open the desk, and how many wrong ones there were since
 * the last right one, so that a new start is no way around the pauses.
 */
export const lockFile = 'desk-lock.json';
const LockFile = z.object({ version: z.literal(1), wrong: z.int().nonnegative() });
/** No workspace can have this name. */
const pinName = 'desk.pin';

export interface DeskLockParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly vault: Vault;
  readonly files: DataFiles;
  readonly settings: SettingsStore;
  /** How long nobody has touched the computer, ms; left out: what pages report counts. */
  readonly idleMs?: (() => number) | undefined;
  /** The app's own events. */
  readonly events: Events;
  readonly onLocked: () => void;
  /** Closes every workspace to whoever has not signed in to it again. */
  readonly signOutAll: () => Promise<void>;
  /** See `keepPin`; only tests have no time for it. */
  readonly pinCost?: number;
}

type Name = Extract<CallName, `deskLock.${string}`>;

/** What a locked desk still does: unlock, look like itself, and keep what was being typed when it closed. */
const always: ReadonlySet<string> = new Set(['settings.get', 'drafts.save']);
const mayAlways = (name: string): boolean => always.has(name) || name.startsWith('deskLock.');

export class DeskLock {
  readonly #parts: DeskLockParts;
  readonly #known = Promise.withResolvers<void>();
  readonly #guarded = new WeakMap<Partial<Handlers>, Partial<Handlers>>();
  #hasPin = false;
  #isLocked = false;
  #wrong = 0;
  /** Monotonic ms before which no PIN is looked at. */
  #pausedUntil = 0;
  #touchedAt: number;
  #timer: Timer | null = null;
  /** One try after the other: many at once would be as good as none having to wait. */
  #trying: Promise<unknown> = Promise.resolve();

  constructor(parts: DeskLockParts) {
    this.#parts = parts;
    this.#touchedAt = parts.clock.monotonicNow();
    parts.events.listen(({ name }) => {
      if (name === 'settings.changed') this.check();
    });
  }

  get isLocked(): boolean {
    return this.#isLocked;
  }

  /** Reads whether there is a PIN; with one, the desk starts locked. */
  async open(): Promise<void> {
    const text = await this.#parts.files.read(lockFile);
    this.#hasPin = text !== null;
    this.#isLocked = this.#hasPin;
    this.#wrong = LockFile.safeParse(parseJson(text ?? '')).data?.wrong ?? 0;
    this.#pause();
    this.#known.resolve();
  }

  /** Does nothing without a PIN. */
  lock(why: string): void {
    if (!this.#hasPin || this.#isLocked) return;
    this.#isLocked = true;
    this.#timer?.cancel();
    this.#parts.log.write('info', 'the desk is locked', { why });
    this.#parts.onLocked();
    this.#parts.events.changed('deskLock.changed');
  }

  /** Locks if nobody has been here for too long, and looks again when that may be. */
  check(): void {
    this.#timer?.cancel();
    const limitMs = this.#parts.settings.read().lockAfterMinutes * 60_000;
    if (!this.#hasPin || this.#isLocked || limitMs === 0) return;
    const { clock, idleMs } = this.#parts;
    const idle = idleMs === undefined ? clock.monotonicNow() - this.#touchedAt : idleMs();
    if (idle >= limitMs) {
      this.lock('idle');
      return;
    }
    this.#timer = clock.schedule(limitMs - idle, () => this.check());
    this.#timer.unref?.();
  }

  stop(): void {
    this.#timer?.cancel();
  }

  /** The same handlers; while the desk is locked, all but a few refuse. */
  guard(handlers: Partial<Handlers>): Partial<Handlers> {
    const known = this.#guarded.get(handlers);
    if (known !== undefined) return known;
    const entries = Object.entries(handlers).map(([name, handler]) => {
      const answer = async (args: never): Promise<unknown> => {
        await this.#known.promise;
        if (this.#isLocked && !mayAlways(name)) throw new CallError('locked', 'The desk is locked.');
        return (handler as (args: never) => Promise<unknown>)(args);
      };
      return [name, answer];
    });
    const guarded = Object.fromEntries(entries) as Partial<Handlers>;
    this.#guarded.set(handlers, guarded);
    return guarded;
  }

  handlers(): Pick<Handlers, Name> {
    return {
      'deskLock.get': async () => ({
        locked: this.#isLocked,
        hasPin: this.#hasPin,
        canHavePin: this.#parts.vault.kind !== 'memory',
        waitMs: this.#waitMs(),
      }),
      'deskLock.here': async () => {
        this.#touchedAt = this.#parts.clock.monotonicNow();
        return {};
      },
      'deskLock.now': async () => {
        if (!this.#hasPin) throw new CallError('not-allowed', 'There is no PIN to unlock it with.');
        this.lock('asked');
        return {};
      },
      'deskLock.unlock': ({ pin }) =>
        this.#inTurn(async () => {
          const ok = await this.#isRight(pin);
          if (ok && this.#isLocked) this.#unlock();
          return { ok, waitMs: this.#waitMs() };
        }),
      'deskLock.choosePin': ({ current, pin }) =>
        this.#inTurn(async () => {
          if (this.#isLocked) throw new CallError('locked', 'The desk is locked.');
          const ok = !this.#hasPin || (await this.#isRight(current ?? ''));
          if (ok) await this.#keep(pin);
          return { ok, waitMs: this.#waitMs() };
        }),
      'deskLock.forgotPin': () =>
        this.#inTurn(async () => {
          await this.#parts.signOutAll();
          await this.#keep(null);
          if (this.#isLocked) this.#unlock();
          return {};
        }),
    };
  }

  async #keep(pin: string | null): Promise<void> {
    const { vault, files, events, pinCost } = this.#parts;
    if (pin === null) {
      await vault.delete(pinName);
      await files.remove(lockFile);
    } else {
      if (vault.kind === 'memory') throw new CallError('not-allowed', 'Nothing here keeps a PIN.');
      await vault.set(pinName, await keepPin(pin, pinCost), true);
      await files.write(lockFile, contentOf(0));
    }
    this.#hasPin = pin !== null;
    this.#wrong = 0;
    this.#touchedAt = this.#parts.clock.monotonicNow();
    this.check();
    events.changed('deskLock.changed');
  }

  #unlock(): void {
    this.#isLocked = false;
    this.#touchedAt = this.#parts.clock.monotonicNow();
    this.#parts.events.changed('deskLock.changed');
    this.check();
  }

  async #isRight(pin: string): Promise<boolean> {
    if (this.#waitMs() > 0) return false;
    const kept = await this.#parts.vault.get(pinName);
    // Before it is looked at: to end the program in between is no free try.
    await this.#count(this.#wrong + 1);
    const ok = kept !== null && (await isPin(pin, kept));
    if (ok) await this.#count(0);
    this.#pause();
    if (!ok) this.#parts.log.write('warn', 'a wrong PIN', { wrong: this.#wrong, isKept: kept !== null });
    return ok;
  }

  async #count(wrong: number): Promise<void> {
    const { files, log } = this.#parts;
    this.#wrong = wrong;
    // A full disk keeps nobody out: then it counts for this run.
    await files
      .write(lockFile, contentOf(wrong))
      .catch((error: unknown) => log.write('error', 'wrong PINs could not be counted', { detail: String(error) }));
  }

  #pause(): void {
    this.#pausedUntil = this.#parts.clock.monotonicNow() + pauseAfter(this.#wrong);
  }

  #waitMs(): number {
    return Math.max(0, Math.ceil(this.#pausedUntil - this.#parts.clock.monotonicNow()));
  }

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const done = this.#trying.then(async () => {
      await this.#known.promise;
      return step();
    });
    this.#trying = done.catch(() => undefined);
    return done;
  }
}

const contentOf = (wrong: number): string =>
  `${JSON.stringify({ version: 1, wrong } satisfies z.infer<typeof LockFile>)}\n`;
