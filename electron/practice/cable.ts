/** ActionCable at `/cable`: RoomChannel, pings with the practice clock, and silence for a bad subscription (chatwoot-api §7). */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { RawData } from 'ws';
import type { PracticeTimers } from './clock.ts';
import { asInteger, asRecord, asString } from './http.ts';
import { accountId } from './practice.ts';
import type { CableEvent, Practice } from './practice.ts';
import type { User } from './state.ts';

const pingEveryMs = 3_000;
/** PRESENCE_DURATION of online_status_tracker.rb. */
const presenceMs = 20_000;
const protocol = 'actioncable-v1-json';

interface Subscription {
  /** Sent back byte for byte. */
  readonly identifier: string;
  readonly userId: number;
  presentAt: number;
}

/** One client's connection. `ws` sockets fit; tests connect without a network. */
export interface CableSocket {
  isOpen(): boolean;
  send(text: string): void;
  close(code: number): void;
  terminate(): void;
}

/** What the connection tells the cable. */
export interface CableConnection {
  received(text: string): void;
  closed(): void;
}

export interface Cable {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  connect(socket: CableSocket): CableConnection;
  send(event: CableEvent): void;
  /** Sends everyone the time at once; the clock was moved. */
  ping(): void;
  listeners(): number;
  isPresent(userId: number): boolean;
  /** Cuts every connection without a goodbye, as a dead network does. */
  destroyAll(): void;
  stop(): void;
}

type Clients = Map<CableSocket, Map<string, Subscription>>;

/** `practice` is asked for late because the practice itself needs the cable to exist. */
export function createCable(practice: () => Practice, timers: PracticeTimers): Cable {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: 1024 * 1024,
    handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
  });
  const clients: Clients = new Map();
  const ping = (): void => {
    const message = Math.floor(practice().clock.now() / 1000);
    for (const socket of clients.keys()) transmit(socket, { type: 'ping', message });
  };
  const pingOnAndOn = (): void => {
    timer = timers.schedule(pingEveryMs, pingOnAndOn);
    ping();
  };
  let timer = timers.schedule(pingEveryMs, pingOnAndOn);
  const connect = (client: CableSocket): CableConnection => {
    clients.set(client, new Map());
    transmit(client, { type: 'welcome' });
    return {
      received: (text) => obey(practice(), client, clients.get(client), text),
      closed: () => void clients.delete(client),
    };
  };
  return {
    connect,
    accept(request, socket, head) {
      server.handleUpgrade(request, socket, head, (client) => {
        const connection = connect({
          isOpen: () => client.readyState === client.OPEN,
          send: (text) => client.send(text),
          close: (code) => client.close(code),
          terminate: () => client.terminate(),
        });
        client.on('message', (data) => connection.received(textOf(data)));
        client.on('close', () => connection.closed());
        client.on('error', () => client.terminate());
      });
    },
    send: (event) => broadcast(clients, event),
    ping,
    listeners: () => [...clients.values()].reduce((sum, subscriptions) => sum + subscriptions.size, 0),
    isPresent: (userId) => isPresent(clients, userId, practice().clock.now()),
    destroyAll() {
      for (const socket of clients.keys()) socket.terminate();
      clients.clear();
    },
    stop() {
      timer.cancel();
      for (const socket of clients.keys()) {
        transmit(socket, { type: 'disconnect', reason: 'server_restart', reconnect: true });
        socket.close(1001);
      }
      clients.clear();
      server.close();
    },
  };
}

function transmit(socket: CableSocket, frame: unknown): void {
  if (socket.isOpen()) socket.send(JSON.stringify(frame));
}

function broadcast(clients: Clients, event: CableEvent): void {
  const message = { event: event.event, data: event.data };
  for (const [socket, subscriptions] of clients) {
    for (const { identifier, userId } of subscriptions.values()) {
      if (event.onlyUserId === undefined || event.onlyUserId === userId) transmit(socket, { identifier, message });
    }
  }
}

function isPresent(clients: Clients, userId: number, now: number): boolean {
  return [...clients.values()].some((subscriptions) =>
    [...subscriptions.values()].some((other) => other.userId === userId && other.presentAt >= now - presenceMs),
  );
}

/** One command of a client: subscribe, unsubscribe, or a message to the channel. */
function obey(
  practice: Practice,
  socket: CableSocket,
  subscriptions: Map<string, Subscription> | undefined,
  text: string,
): void {
  const frame = asRecord(parse(text));
  const identifier = asString(frame['identifier']);
  if (subscriptions === undefined || identifier === null) return;
  const existing = subscriptions.get(identifier);
  switch (frame['command']) {
    case 'unsubscribe':
      subscriptions.delete(identifier);
      return;
    case 'message':
      if (existing !== undefined && asRecord(parse(asString(frame['data']) ?? ''))['action'] === 'update_presence')
        tellPresence(practice, socket, existing);
      return;
    case 'subscribe': {
      const user = existing === undefined ? subscriber(practice, identifier) : null;
      // The real server raises and logs: neither a confirmation nor a rejection ever arrives.
      if (user === null) return;
      const subscription: Subscription = { identifier, userId: user.id, presentAt: 0 };
      subscriptions.set(identifier, subscription);
      transmit(socket, { identifier, type: 'confirm_subscription' });
      tellPresence(practice, socket, subscription);
      return;
    }
    default:
  }
}

/** Goes to the one who asked only. */
function tellPresence(practice: Practice, socket: CableSocket, subscription: Subscription): void {
  subscription.presentAt = practice.clock.now();
  const online = practice.state.users.filter((user) => user.isPlayed || practice.isPresent(user.id));
  const users = Object.fromEntries(online.map((user) => [String(user.id), user.availability]));
  const data = { account_id: accountId, users, contacts: {} };
  transmit(socket, { identifier: subscription.identifier, message: { event: 'presence.update', data } });
}

function subscriber(practice: Practice, identifier: string): User | null {
  const wanted = asRecord(parse(identifier));
  const user = practice.state.users.find((other) => other.pubsubToken === wanted['pubsub_token']);
  const isRight =
    wanted['channel'] === 'RoomChannel' &&
    asInteger(wanted['account_id']) === accountId &&
    asInteger(wanted['user_id']) === user?.id;
  return isRight ? (user ?? null) : null;
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
