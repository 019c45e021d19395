/**
 * One life of an ActionCable connection to Chatwoot's RoomChannel (chatwoot-api §7.1).
 *
 *   connecting ──welcome──▶ welcomed ──subscribe sent──▶ subscribing ──confirm──▶ confirmed
 *       │                       │                            │                        │
 *       │                       │              no confirm in 10 s: no-confirm         │
 *       │                       │              reject_subscription: bad-token         │
 *       ├───────────────────────┴────────────────────────────┴────────────────────────┤
 *       │  socket closed, `disconnect`: closed (unauthorized: bad-token)              │
 *       ▼  nothing heard for 9 s (three pings): silent                                ▼
 *     down ◀──────────────────────────── and it stays down ───────────────────────── down
 *
 * Chatwoot answers a wrong token with neither confirm nor reject, which is why there is a confirm timeout.
 * `down` is told once. After that, and after `close()`, nothing is told any more.
 */
import { parseJson } from '../../../../shared/lang/json.ts';
import { listenTo } from '../../network/listen-to.ts';
import type { Clock, Log, OpenWebSocket, Timer, WebSocketLike } from '../../ports.ts';
import type { LiveConnection, LiveHandlers } from '../connector.ts';
import { CableEvent, CableFrame } from './push-shapes.ts';

export const CABLE_PROTOCOL = 'actioncable-v1-json';
export const CONFIRM_TIMEOUT_MS = 10_000;
/** The server pings every 3 s. */
export const SILENCE_MS = 9_000;

export type CableState = 'connecting' | 'welcomed' | 'subscribing' | 'confirmed' | 'down';
export type DownReason = Parameters<LiveHandlers['onDown']>[0];

export interface CableOptions {
  readonly serverUrl: string;
  readonly pubsubToken: string;
  readonly accountId: number;
  readonly userId: number;
  readonly openWebSocket: OpenWebSocket;
  readonly clock: Clock;
  readonly log: Log;
  readonly onConfirmed: () => void;
  /** `epochSeconds`: the server's clock when it sent the ping. */
  readonly onPing: (epochSeconds: number) => void;
  /** An event of our account. */
  readonly onEvent: (event: string, data: unknown) => void;
  readonly onDown: (reason: DownReason) => void;
}

export function openCable(options: CableOptions): LiveConnection {
  const cable = new Cable(options);
  cable.open();
  return { sayPresent: () => cable.sayPresent(), close: () => cable.close() };
}

class Cable {
  readonly #options: CableOptions;
  /** Byte for byte the same in every command: the server compares texts. The token in it must not reach the log. */
  readonly #identifier: string;
  #state: CableState = 'connecting';
  #socket: WebSocketLike | null = null;
  /** Monotonic ms. */
  #heardAt: number;
  #watchdog: Timer | null = null;
  #confirmTimer: Timer | null = null;

  constructor(options: CableOptions) {
    this.#options = options;
    this.#heardAt = options.clock.monotonicNow();
    this.#identifier = JSON.stringify({
      channel: 'RoomChannel',
      pubsub_token: options.pubsubToken,
      account_id: options.accountId,
      user_id: options.userId,
    });
  }

  open(): void {
    const { clock, openWebSocket, serverUrl } = this.#options;
    try {
      this.#socket = openWebSocket(cableUrl(serverUrl), [CABLE_PROTOCOL]);
    } catch {
      // Told later, so that the caller has our handle before it hears from us.
      this.#watchdog = clock.schedule(0, () => this.#goDown('closed', 'could not open'));
      return;
    }
    listenTo(this.#socket, {
      onopen: null,
      onmessage: (event) => this.#onFrame(event.data),
      onclose: (event) => this.#goDown('closed', `socket closed: ${event.code}`),
      onerror: () => undefined, // `close` follows and says it.
    });
    this.#watch(SILENCE_MS);
  }

  sayPresent(): void {
    if (this.#state !== 'confirmed') return;
    const data = JSON.stringify({ action: 'update_presence' });
    try {
      this.#socket?.send(JSON.stringify({ command: 'message', identifier: this.#identifier, data }));
    } catch {
      this.#goDown('closed', 'could not send');
    }
  }

  close(): void {
    if (this.#state === 'down') return;
    this.#moveTo('down', 'closed by us');
    this.#release();
  }

  #moveTo(next: CableState, why: string): void {
    this.#options.log.write('info', 'cable', { from: this.#state, to: next, why });
    this.#state = next;
  }

  #goDown(reason: DownReason, why: string = reason): void {
    if (this.#state === 'down') return;
    this.#moveTo('down', why);
    this.#release();
    this.#options.onDown(reason);
  }

  #release(): void {
    this.#watchdog?.cancel();
    this.#confirmTimer?.cancel();
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) return;
    // Closed before it opened, a socket may still report an error, which must find a listener.
    listenTo(socket, { onopen: null, onmessage: null, onclose: null, onerror: () => undefined });
    try {
      socket.close();
    } catch {
      // Already closed or never opened: just what we want.
    }
  }

  #watch(delayMs: number): void {
    const { clock } = this.#options;
    this.#watchdog = clock.schedule(delayMs, () => {
      const leftMs = this.#heardAt + SILENCE_MS - clock.monotonicNow();
      if (leftMs <= 0) this.#goDown('silent');
      else this.#watch(leftMs);
    });
  }

  #subscribe(): void {
    this.#moveTo('welcomed', 'welcome');
    this.#confirmTimer = this.#options.clock.schedule(CONFIRM_TIMEOUT_MS, () => this.#goDown('no-confirm'));
    try {
      this.#socket?.send(JSON.stringify({ command: 'subscribe', identifier: this.#identifier }));
    } catch {
      this.#goDown('closed', 'could not send');
      return;
    }
    this.#moveTo('subscribing', 'subscribe sent');
  }

  #onFrame(data: unknown): void {
    if (this.#state === 'down') return;
    this.#heardAt = this.#options.clock.monotonicNow();
    const frame = parseFrame(data);
    if (frame === null) this.#options.log.write('warn', 'cable frame that is not ActionCable');
    else if (frame.type === undefined) this.#onEvent(frame);
    else this.#onControl(frame, frame.type);
  }

  /** Frames of ActionCable itself. A later version may know more of them; those are ignored. */
  #onControl(frame: CableFrameIn, type: string): void {
    switch (type) {
      case 'welcome':
        if (this.#state === 'connecting') this.#subscribe();
        return;
      case 'ping':
        if (typeof frame.message === 'number') this.#options.onPing(frame.message);
        return;
      case 'confirm_subscription':
        if (this.#state !== 'subscribing' || frame.identifier !== this.#identifier) return;
        this.#confirmTimer?.cancel();
        this.#moveTo('confirmed', 'confirm');
        this.#options.onConfirmed();
        return;
      case 'reject_subscription':
        if (frame.identifier === this.#identifier) this.#goDown('bad-token', 'rejected');
        return;
      case 'disconnect':
        this.#goDown(frame.reason === 'unauthorized' ? 'bad-token' : 'closed', `disconnect: ${frame.reason ?? ''}`);
        return;
      default:
        return;
    }
  }

  /** Frames of the channel: only of our subscription, only of our account. */
  #onEvent(frame: CableFrameIn): void {
    if (frame.identifier !== this.#identifier || this.#state !== 'confirmed') return;
    const parsed = CableEvent.safeParse(frame.message);
    if (!parsed.success) {
      this.#options.log.write('warn', 'cable event of unexpected shape');
      return;
    }
    const { event, data } = parsed.data;
    if (data.account_id === this.#options.accountId) this.#options.onEvent(event, data);
  }
}

type CableFrameIn = ReturnType<typeof CableFrame.parse>;

function parseFrame(data: unknown): CableFrameIn | null {
  if (typeof data !== 'string') return null;
  const parsed = CableFrame.safeParse(parseJson(data));
  return parsed.success ? parsed.data : null;
}

/** http → ws, https → wss, below the server's own path. */
export function cableUrl(serverUrl: string): string {
  return `${serverUrl.replace(/^http/, 'ws')}/cable`;
}
