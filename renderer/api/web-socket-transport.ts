/** The contract over the host's WebSocket: hello first, then calls by number; comes back by itself when it breaks. */
import type { HostClientFrame, HostServerFrame, Reply, Transport, WireListener } from '../../shared/contract/wire.ts';

/** `waiting`: never connected so far. `refused`: the host does not take this key; trying again would not help. */
export type WireState = 'waiting' | 'connected' | 'down' | 'refused';

export interface WebSocketTransport extends Transport {
  onState(listener: (state: WireState) => void): () => void;
  close(): void;
}

export interface WebSocketTransportOptions {
  readonly url: string;
  /** The code of a link, or an earlier session. */
  readonly secret: string;
  /** With every welcome: what this page comes back with from now on. */
  readonly onSession: (session: string) => void;
  readonly open?: (url: string) => WebSocket;
}

/** The wire broke before the answer came. Not a CallError: the core may or may not have done it. */
export class WireBroken extends Error {
  constructor() {
    super('The connection to Latchkey broke before the answer.');
    this.name = 'WireBroken';
  }
}

/** The host's close code for a missing or wrong key. */
const refusedCode = 4401;
const firstDelayMs = 250;
const longestDelayMs = 5_000;

export function createWebSocketTransport(options: WebSocketTransportOptions): WebSocketTransport {
  const open = options.open ?? ((url: string) => new WebSocket(url));
  const waiting = new Map<
    number,
    { readonly resolve: (reply: Reply) => void; readonly reject: (error: Error) => void }
  >();
  const eventListeners = new Set<WireListener>();
  const stateListeners = new Set<(state: WireState) => void>();
  let { secret } = options;
  let socket: WebSocket | null = null;
  let state: WireState = 'waiting';
  let nextId = 1;
  let delayMs = firstDelayMs;
  let timer: number | undefined;
  let closed = false;

  function setState(next: WireState): void {
    if (state === next) return;
    state = next;
    for (const listener of stateListeners) listener(next);
  }
  function receive(frame: HostServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        secret = frame.session;
        options.onSession(secret);
        delayMs = firstDelayMs;
        setState('connected');
        break;
      case 'reply': {
        const call = waiting.get(frame.id);
        waiting.delete(frame.id);
        call?.resolve(frame.reply);
        break;
      }
      case 'event':
        for (const listener of eventListeners) listener(frame.workspace, frame.name, frame.data);
        break;
    }
  }
  function onClose(code: number): void {
    socket = null;
    for (const call of waiting.values()) call.reject(new WireBroken());
    waiting.clear();
    if (closed) return;
    if (code === refusedCode) {
      setState('refused');
      return;
    }
    setState(state === 'waiting' ? 'waiting' : 'down');
    timer = window.setTimeout(connect, delayMs);
    delayMs = Math.min(longestDelayMs, delayMs * 2);
  }
  function connect(): void {
    const current = open(options.url);
    socket = current;
    current.addEventListener('open', () => send({ type: 'hello', token: secret }));
    current.addEventListener('message', (event: MessageEvent<string>) =>
      receive(JSON.parse(event.data) as HostServerFrame),
    );
    current.addEventListener('close', (event) => onClose(event.code));
  }
  function send(frame: HostClientFrame): void {
    socket?.send(JSON.stringify(frame));
  }
  connect();

  return {
    call(workspace, name, payload) {
      if (state !== 'connected') return Promise.reject(new WireBroken());
      return new Promise((resolve, reject) => {
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        send({ type: 'call', id, workspace, name, payload });
      });
    },
    on(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    onState(listener) {
      stateListeners.add(listener);
      listener(state);
      return () => stateListeners.delete(listener);
    },
    onConnection(listener) {
      const onState = (next: WireState): void => listener(next === 'connected');
      stateListeners.add(onState);
      return () => stateListeners.delete(onState);
    },
    close() {
      closed = true;
      window.clearTimeout(timer);
      socket?.close();
    },
  };
}
