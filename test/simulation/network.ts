/** The way between the desk and the server: `fetch` and `WebSocket` ports with latency, an outage switch and faults. */
import type { CableConnection } from '../../electron/practice/cable.ts';
import type { FetchLike, OpenWebSocket, WebSocketLike } from '../../electron/core/ports.ts';
import { dice, type Dice, type Fault } from './plan.ts';
import type { Reply, SimulatedServer } from './server.ts';
import type { World } from './world.ts';

type RestFault = Extract<Fault, { where: 'rest' }>['kind'];
type SocketFault = Extract<Fault, { where: 'socket' }>;

export interface NetworkPorts {
  readonly world: World;
  readonly server: SimulatedServer;
  readonly seed: number;
  readonly faults: readonly Fault[];
  readonly tell: (what: string) => void;
}

/** The process on our side of the line: what is meant for a dead one reaches nobody. */
export interface Caller {
  readonly isAlive: () => boolean;
  /** A port was called; false if the process died of it. */
  readonly port: (what: string) => boolean;
}

export class Network {
  readonly #ports: NetworkPorts;
  readonly #roll: Dice;
  readonly #calls = new Map<string, number>();
  /** Ends the sockets that are open, without a word to the desk. */
  #sockets = new Set<() => void>();
  #socketCount = 0;
  /** Rises when every connection is lost; answers under way from before are lost as well. */
  #cuts = 0;
  /** `refuses`: connecting fails at once; `swallows`: nothing ever comes back. */
  outage: 'none' | 'refuses' | 'swallows' = 'none';
  healed = false;
  /** Told of every request in the moment it leaves, whatever becomes of it. */
  onLeave: ((method: string, url: string, body: unknown) => void) | null = null;
  /** By route: how many faults struck. */
  readonly struck = new Map<string, number>();

  constructor(ports: NetworkPorts) {
    this.#ports = ports;
    this.#roll = dice(ports.seed ^ 0x2e7);
  }

  setOutage(outage: Network['outage'], tellDesk: boolean): void {
    this.outage = outage;
    if (outage !== 'none') this.cut(tellDesk);
  }

  /** All connections are gone; `tellDesk`: it hears of it, otherwise they are half open. */
  cut(tellDesk: boolean): void {
    this.#cuts += 1;
    const sockets = this.#sockets;
    this.#sockets = new Set();
    for (const end of sockets) end();
    if (tellDesk) for (const tell of this.#onCut.splice(0)) tell();
    else this.#onCut = [];
  }
  #onCut: (() => void)[] = [];

  fetchFor(caller: Caller): FetchLike {
    return (url, init) => {
      if (!caller.port('fetch')) return never();
      return new Promise<Response>((resolve, reject) => {
        const toDesk = (delayMs: number, run: () => void): void =>
          void this.#ports.world.schedule(
            delayMs,
            () => {
              if (caller.isAlive() && caller.port('answer')) run();
            },
            'desk',
          );
        this.#exchange(url, init, {
          answer: (delayMs, reply) => toDesk(delayMs, () => resolve(responseOf(reply))),
          fail: (delayMs, code, syscall) => toDesk(delayMs, () => reject(failure(code, syscall))),
        });
      });
    };
  }

  #exchange(url: string, init: RequestInit, back: Back): void {
    const { world, server, tell } = this.#ports;
    const method = init.method ?? 'GET';
    const route = routeOf(method, url);
    const fault = this.#faultFor(route);
    const text = typeof init.body === 'string' ? init.body : '';
    const body: unknown = text === '' ? null : JSON.parse(text);
    this.onLeave?.(method, url, body);
    tell(`${method} ${url} ${text}${fault === null ? '' : ` ⚡${fault}`}`);
    if (fault !== null) this.struck.set(fault, (this.struck.get(fault) ?? 0) + 1);
    const roll = this.#roll;
    if (this.outage === 'refuses' || fault === 'refused') return back.fail(roll.ms(5, 100), 'ECONNREFUSED', 'connect');
    if (this.outage === 'swallows') return;
    const cuts = this.#cuts;
    const slow = roll.ms(2_000, 45_000);
    const up = roll.ms(10, 400) + (fault === 'slow-request' ? slow : 0);
    const down = roll.ms(10, 400) + (fault === 'slow-answer' ? slow : 0);
    if (fault === 'drop-before') return back.fail(up, 'ECONNRESET', 'read');
    const instead = cannedReply(fault, world.now);
    if (instead !== null) return back.answer(up + down, instead);
    world.schedule(up, () => {
      // On its way when the line was cut: it never arrived.
      if (this.#cuts !== cuts) return back.fail(0, 'ECONNRESET', 'read');
      const path = url.replace(/^https?:\/\/[^/]+/, '');
      const reply = server.request(method, path, plainHeaders(init), body);
      world.schedule(down, () => {
        if (this.#cuts !== cuts || fault === 'drop-after') back.fail(0, 'ECONNRESET', 'read');
        else back.answer(0, spoilt(fault, reply));
      });
    });
  }

  #faultFor(route: string): RestFault | null {
    const any = this.#count('any');
    const n = this.#count(route);
    if (this.healed) return null;
    for (const fault of this.#ports.faults) {
      if (fault.where !== 'rest') continue;
      if ((fault.route === route && fault.n === n) || (fault.route === 'any' && fault.n === any)) return fault.kind;
    }
    return null;
  }

  #count(route: string): number {
    const n = (this.#calls.get(route) ?? 0) + 1;
    this.#calls.set(route, n);
    return n;
  }

  socketFor(caller: Caller): OpenWebSocket {
    return () => {
      caller.port('socket');
      this.#socketCount += 1;
      const n = this.#socketCount;
      const faults = this.healed
        ? []
        : this.#ports.faults.filter((fault) => fault.where === 'socket').filter((fault) => fault.n === n);
      for (const { kind } of faults) this.struck.set(kind, (this.struck.get(kind) ?? 0) + 1);
      this.#ports.tell(`socket ${String(n)} ${faults.map(({ kind }) => `⚡${kind}`).join(' ')}`);
      return this.#openSocket(caller, faults, n);
    };
  }

  #openSocket(caller: Caller, faults: readonly SocketFault[], n: number): WebSocketLike {
    const { world, server, tell } = this.#ports;
    const roll = this.#roll;
    const has = (kind: SocketFault['kind']): SocketFault | undefined => faults.find((fault) => fault.kind === kind);
    let state: 'opening' | 'open' | 'silent' | 'closed' = 'opening';
    let connection: CableConnection | null = null;
    let lastArrival = 0;
    let eventFrames = 0;
    let heldBack: string | null = null;
    const socket: WebSocketLike = {
      onopen: null,
      onmessage: null,
      onclose: null,
      onerror: null,
      send: (text) => {
        if (!caller.port('socket send') || state !== 'open') return;
        if (has('no-confirm') !== undefined && text.includes('"subscribe"')) return;
        world.schedule(roll.ms(5, 100), () => {
          if (state === 'open') connection?.received(text);
        });
      },
      close: () => end('closed'),
    };
    const toDesk = (delayMs: number, run: () => void): void =>
      void world.schedule(
        delayMs,
        () => {
          if (caller.isAlive() && state !== 'silent') run();
        },
        'desk',
      );
    const deliver = (text: string, extraMs: number): void => {
      // A socket keeps the order of its frames, except where a fault says otherwise.
      const arrival = Math.max(lastArrival, world.now + roll.ms(5, 150));
      if (extraMs === 0) lastArrival = arrival;
      toDesk(arrival + extraMs - world.now, () => {
        if (state === 'open' && caller.port('frame')) socket.onmessage?.({ data: text });
      });
    };
    const end = (next: 'silent' | 'closed'): void => {
      if (state === 'closed') return;
      state = next;
      this.#sockets.delete(cutOff);
      connection?.closed();
    };
    const closeWith = (code: number): void => {
      if (state === 'closed') return;
      end('closed');
      toDesk(1, () => socket.onclose?.({ code, reason: '' }));
    };
    const cutOff = (): void => end('silent');
    const frame = (text: string): void => {
      if (state !== 'open') return;
      const isEvent = text.includes('"message":{"event"') && !text.includes('presence.update');
      if (!isEvent || this.healed) return deliver(text, 0);
      const at = eventFrames;
      eventFrames += 1;
      const fault = faults.find((other) => other.at <= at && at < other.at + other.count);
      if (fault === undefined || !['duplicate', 'reorder', 'lose', 'late'].includes(fault.kind)) deliver(text, 0);
      else if (fault.kind === 'lose') tell(`socket ${String(n)} lost ${text.slice(0, 160)}`);
      else if (fault.kind === 'late') deliver(text, roll.ms(1_000, 60_000));
      else if (fault.kind === 'duplicate') [0, roll.ms(10, 20_000)].forEach((ms) => deliver(text, ms));
      else if (heldBack === null) heldBack = text;
      else {
        deliver(text, 0);
        deliver(heldBack, 0);
        heldBack = null;
        return;
      }
      if (heldBack !== null && heldBack !== text) {
        deliver(heldBack, 0);
        heldBack = null;
      }
    };
    world.schedule(roll.ms(5, 200), () => {
      if (state !== 'opening' || this.outage === 'swallows') return;
      if (this.outage === 'refuses') {
        state = 'closed';
        toDesk(1, () => {
          socket.onerror?.();
          socket.onclose?.({ code: 1006, reason: '' });
        });
        return;
      }
      state = 'open';
      this.#sockets.add(cutOff);
      this.#onCut.push(() => {
        state = 'open';
        closeWith(1006);
      });
      toDesk(5, () => socket.onopen?.());
      connection = server.room.cable.connect({
        isOpen: () => state === 'open',
        send: frame,
        close: (code) => closeWith(code),
        terminate: () => closeWith(1006),
      });
      for (const fault of faults) {
        if (fault.kind === 'half-open') world.schedule(fault.at, () => this.healed || cutOff());
        if (fault.kind === 'close') world.schedule(fault.at, () => this.healed || closeWith(1006));
      }
    });
    return socket;
  }
}

interface Back {
  answer(delayMs: number, reply: Reply): void;
  fail(delayMs: number, code: string, syscall: string): void;
}

export const never = <T>(): Promise<T> => new Promise<T>(() => {});

/** `POST messages`, `GET conversations/:id`, `GET /api`. */
export function routeOf(method: string, url: string): string {
  const path = url.replace(/^https?:\/\/[^/]+/, '').replace(/\?.*$/, '');
  const inAccount = /^\/api\/v1\/accounts\/\d+\/(.*)$/.exec(path)?.[1];
  if (inAccount === undefined) return `${method} ${path.replace('/api/v1/', '')}`;
  const inConversation = /^conversations\/\d+\/(\w+)/.exec(inAccount)?.[1];
  return `${method} ${inConversation ?? inAccount.replace(/\d+/g, ':id')}`;
}

function plainHeaders(init: RequestInit): Record<string, string> {
  return { ...(init.headers as Record<string, string> | undefined) };
}

/** As Node's own `fetch` fails. */
function failure(code: string, syscall: string): Error {
  const cause = Object.assign(new Error(`${syscall} ${code}`), { code, syscall });
  return new TypeError('fetch failed', { cause });
}

/** The part of a `Response` that the core reads, without the streams of a real one, which would leave this thread. */
function responseOf(reply: Reply): Response {
  const headers = new Headers(reply.headers);
  return { status: reply.status, headers, text: () => Promise.resolve(reply.text) } as unknown as Response;
}

/** Answers that come from something in front of the server, which never hears of the request. */
const canned: Partial<Record<RestFault, Omit<Reply, 'headers'>>> = {
  '429': { status: 429, text: 'Retry later\n' },
  '500-before': { status: 502, text: '<html><body>502 Bad Gateway</body></html>' },
  '401': { status: 401, text: '{"error":"You are not authorized to do this action"}' },
  portal: { status: 200, text: '<!doctype html><title>Free WiFi</title><form>Accept</form>' },
};

function cannedReply(fault: RestFault | null, now: number): Reply | null {
  const reply = fault === null ? undefined : canned[fault];
  return reply === undefined ? null : { ...reply, headers: { date: new Date(now).toUTCString() } };
}

/** What is left of an answer whose work was done. */
const spoil: Partial<Record<RestFault, (reply: Reply) => Reply>> = {
  '500-after': (reply) => ({ ...reply, status: 500, text: '{"error":"Internal Server Error"}' }),
  '422-after': (reply) => ({ ...reply, status: 422, text: '{"error":"Error connecting to Redis on 127.0.0.1:6379"}' }),
  truncated: (reply) => ({ ...reply, text: reply.text.slice(0, Math.floor(reply.text.length / 2)) }),
  'wrong-shape': (reply) => ({ ...reply, text: '{"success":true,"items":[1,2]}' }),
};

function spoilt(fault: RestFault | null, reply: Reply): Reply {
  const how = fault === null ? undefined : spoil[fault];
  return how === undefined ? reply : how(reply);
}
