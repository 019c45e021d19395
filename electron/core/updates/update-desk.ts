/** Looks for newer versions, has them fetched, and says when a restart may be offered. The rules are in shared/updates. */
import { CallError } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { UpdateObstacle, UpdateStatus } from '../../../shared/contract/updates.ts';
import {
  afterUpdateEvent,
  nextCheckInMs,
  notCheckedYet,
  offersRestart,
  type UpdateEvent,
  type UpdateFailure,
  type UpdateState,
} from '../../../shared/updates/update-machine.ts';
import type { Events } from '../events.ts';
import type { Clock, Log, SettingsStore, Timer, Updater } from '../ports.ts';
import { version } from '../version.ts';
import { judgeList } from './judge-list.ts';

export interface UpdateDeskParts {
  /** Null: the browser host, which has nothing to replace. */
  readonly updater: Updater | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly events: Events;
  /** A request is under way whose answer would be lost. */
  readonly isSending: () => boolean;
}

type Name = 'updates.get' | 'updates.check' | 'updates.later' | 'updates.restart';

export class UpdateDesk {
  readonly #parts: UpdateDeskParts;
  #state: UpdateState = notCheckedYet;
  #timer: Timer | null = null;
  #stopped = false;

  constructor(parts: UpdateDeskParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#plan();
  }

  stop(): void {
    this.#stopped = true;
    this.#timer?.cancel();
  }

  /** The settings changed: it may be switched on or off by now. */
  settingsChanged(): void {
    this.#plan();
    this.#parts.events.changed('updates.changed');
  }

  handlers(): Pick<Handlers, Name> {
    return {
      'updates.get': async () => this.#status(),
      'updates.check': async () => {
        await this.#check();
        return this.#status();
      },
      'updates.later': async () => {
        this.#happened({ type: 'later', monotonicMs: this.#parts.clock.monotonicNow() });
        return {};
      },
      'updates.restart': async () => {
        const { updater, isSending } = this.#parts;
        if (this.#state.kind !== 'ready' || updater === null) throw new CallError('not-allowed', 'No update is ready.');
        if (isSending()) throw new CallError('not-allowed', 'Something is on its way to the server.');
        updater.restart();
        return {};
      },
    };
  }

  #obstacle(): UpdateObstacle | null {
    const { updater, settings } = this.#parts;
    if (updater === null) return 'browser';
    return updater.obstacle ?? (settings.read().updates ? null : 'switched-off');
  }

  #status(): UpdateStatus {
    const state = this.#state;
    const { clock, isSending } = this.#parts;
    return {
      obstacle: this.#obstacle(),
      state: state.kind,
      version: 'version' in state ? state.version : null,
      percent: state.kind === 'downloading' ? state.percent : null,
      checkedAt: 'checkedAt' in state ? state.checkedAt : null,
      failure: state.kind === 'idle' ? state.failure : null,
      offered: offersRestart(state, clock.monotonicNow(), isSending()),
    };
  }

  #happened(event: UpdateEvent): void {
    const next = afterUpdateEvent(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    this.#parts.events.changed('updates.changed');
    this.#plan();
  }

  #plan(): void {
    this.#timer?.cancel();
    this.#timer = null;
    if (this.#stopped || this.#obstacle() !== null) return;
    const { clock, events } = this.#parts;
    const delayMs = nextCheckInMs(this.#state);
    if (delayMs !== null) this.#timer = clock.schedule(delayMs, () => void this.#check());
    const quietMs = this.#state.kind === 'ready' ? this.#state.quietUntilMs - clock.monotonicNow() : 0;
    // "Later" is over: the page asks again.
    if (quietMs > 0) this.#timer = clock.schedule(quietMs, () => events.changed('updates.changed'));
    this.#timer?.unref?.();
  }

  /** Never rejects; does nothing while one is under way. */
  async #check(): Promise<void> {
    const { updater, clock, log } = this.#parts;
    if (updater === null || this.#obstacle() !== null || this.#state.kind !== 'idle') return;
    this.#happened({ type: 'check' });
    try {
      const list = await updater.check();
      const judgement = list === null ? 'none' : judgeList(list, version, updater.publicKey);
      if (list === null || judgement !== 'newer') {
        if (judgement === 'refused') this.#failed('refused', 'the list of updates is not signed with our key');
        else this.#happened({ type: 'none', atMs: clock.wallNow() });
        return;
      }
      this.#happened({ type: 'found', version: list.version });
      await updater.download((percent) => this.#happened({ type: 'progress', percent }));
      this.#happened({ type: 'downloaded' });
      log.write('info', 'an update is ready', { version: list.version });
    } catch (error) {
      this.#failed(updater.isOffline(error) ? 'offline' : 'broken', String(error));
    }
  }

  #failed(why: UpdateFailure, detail: string): void {
    const { clock, log } = this.#parts;
    log.write(why === 'offline' ? 'info' : 'warn', 'no update', { why, detail });
    this.#happened({ type: 'failed', why, atMs: clock.wallNow() });
  }
}
