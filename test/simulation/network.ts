/** The way between the desk and the server: `fetch` and `WebSocket` ports with latency, an outage switch and faults. */
import type { CableConnection } from '../../electron/practice/cable.ts';
import type { FetchLike, OpenWebSocket, WebSocketLike } from '../../electron/core/ports.ts';
import { askedBy, cannedReply, failure, responseOf, spoilt, type RestFault } from './answers.ts';
import { dice, type Dice, type Fault } from './plan.ts';
import type { Asked, Reply, SimulatedServer } from './server.ts';
import type { World } from './world.ts';

type SocketFault = Extract<Fault, { where: 'socket' }>;

export interface NetworkPorts {
  readonly world: World;
  readonly servers: readonly SimulatedServer[];
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
  onLeave: ((server: SimulatedServer, asked: Asked) => void) | null = null;
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
    return async (url, init) => {
      if (!caller.port('fetch')) return never();
      const reading = askedBy(url, init);
      const asked = await (init.body instanceof FormData ? this.#ports.world.hold(reading) : reading);
      return new Promise<Response>((resolve, reject) => {
        const toDesk = (delayMs: number, run: () => void): void =>
          void this.#ports.world.schedule(
            delayMs,
            () => {
              if (caller.isAlive() && caller.port('answer')) run();
            },
            'desk',
          );
        init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        this.#exchange(this.#serverAt(url), asked, init.redirect === 'follow', {
          answer: (delayMs, reply, isCut) => toDesk(delayMs, () => resolve(responseOf(reply, isCut))),
          fail: (delayMs, code, syscall) => toDesk(delayMs, () => reject(failure(code, syscall))),
        });
      });
    };
  }

  #serverAt(url: string): SimulatedServer {
    const { origin } = new URL(url.replace(/^ws/, 'http'));
    const server = this.#ports.servers.find((other) => other.url === origin);
    if (server === undefined) throw new Error(`nobody is at ${url}`);
    return server;
  }

  #exchange(server: SimulatedServer, asked: Asked, follows: boolean, back: Back): void {
    const { world, tell } = this.#ports;
    const route = routeOf(asked.method, asked.address);
    const fault = this.#faultFor(route);
    this.onLeave?.(server, asked);
    const said = asked.body === null ? asked.files.map(({ name }) => name).join() : JSON.stringify(asked.body);
    tell(`${asked.method} ${server.url}${asked.address} ${said}${fault === null ? '' : ` ⚡${fault}`}`);
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
    if (instead !== null) return back.answer(up + down, instead, false);
    world.schedule(up, () => {
      // On its way when the line was cut: it never arrived.
      if (this.#cuts !== cuts) return back.fail(0, 'ECONNRESET', 'read');
      let reply = server.request(asked);
      const location = reply.headers['location'];
      if (follows && location !== undefined) reply = server.request({ method: 'GET', address: location });
      if (follows) reply = { ...reply, bytes: reply.bytes ?? new TextEncoder().encode(reply.text) };
      world.schedule(down, () => {
        if (this.#cuts !== cuts || fault === 'drop-after') back.fail(0, 'ECONNRESET', 'read');
        else back.answer(0, spoilt(fault, reply), fault === 'truncated' && reply.bytes !== null);
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
    return (url) => {
      caller.port('socket');
      this.#socketCount += 1;
      const n = this.#socketCount;
      const faults = this.healed
        ? []
        : this.#ports.faults.filter((fault) => fault.where === 'socket').filter((fault) => fault.n === n);
      for (const { kind } of faults) this.struck.set(kind, (this.struck.get(kind) ?? 0) + 1);
      this.#ports.tell(`socket ${String(n)} ${faults.map(({ kind }) => `⚡${kind}`).join(' ')}`);
      return this.#openSocket(this.#serverAt(url), caller, faults, n);
    };
  }

  #openSocket(server: SimulatedServer, caller: Caller, faults: readonly SocketFault[], n: number): WebSocketLike {
    const { world, tell } = this.#ports;
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
  answer(delayMs: number, reply: Reply, isCut: boolean): void;
  fail(delayMs: number, code: string, syscall: string): void;
}

export const never = <T>(): Promise<T> => new Promise<T>(() => {});

/** `POST messages`, `GET conversations/:id`, `GET /api`, `GET media`. `url`: from the server's root. */
export function routeOf(method: string, url: string): string {
  const path = url.replace(/\?.*$/, '');
  if (path.startsWith('/rails/active_storage/')) return 'GET media';
  const inAccount = /^\/api\/v1\/accounts\/\d+\/(.*)$/.exec(path)?.[1];
  if (inAccount === undefined) return `${method} ${path.replace('/api/v1/', '')}`;
  const inConversation = /^conversations\/\d+\/(\w+)/.exec(inAccount)?.[1];
  return `${method} ${inConversation ?? inAccount.replace(/\d+/g, ':id')}`;
}
