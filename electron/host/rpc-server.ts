/** The contract over WebSockets: hello with a secret first, then calls and replies, and every event to every page. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { z } from 'zod';
import { dispatchTo, type CallTarget } from '../../shared/contract/dispatch.ts';
import type { RoutedEvent } from '../../shared/contract/routing.ts';
import type { HostServerFrame } from '../../shared/contract/wire.ts';
import type { Log } from '../core/ports.ts';
import type { Entrance } from './entrance.ts';

/** What the wire needs of the core. */
export interface ServedCore extends CallTarget {
  /** Calls `listener` for every event until the returned function is called. */
  onEvent(listener: (event: RoutedEvent) => void): () => void;
  /** Hears that no page is left, which then cannot say so itself. */
  readonly alerts?: { lookAway(): void };
}

export interface RpcOptions {
  readonly core: ServedCore;
  readonly entrance: Pick<Entrance, 'enter'>;
  /** How many pages there are, whenever that changes. */
  readonly onPages: (count: number) => void;
  readonly log: Log;
  readonly helloTimeoutMs: number;
  readonly checkAnswers: boolean;
}

export interface RpcServer {
  /** Takes over a connection whose address and origin were checked. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** Close codes the page may see. 4401: no or a wrong secret, or a link that was used. 1008: a frame that is none of ours. */
const noToken = 4401;
const badFrame = 1008;
const maxPayloadBytes = 1024 * 1024;
/** A page that does not read for so long is cut off; it reads everything again when it comes back. */
const maxBufferedBytes = 8 * 1024 * 1024;

const Hello = z.object({ type: z.literal('hello'), token: z.string() });
const Call = z.object({
  type: z.literal('call'),
  id: z.number().int(),
  workspace: z.string().nullable(),
  name: z.string(),
  payload: z.unknown(),
});

export function createRpcServer(options: RpcOptions): RpcServer {
  const server = new WebSocketServer({ noServer: true, maxPayload: maxPayloadBytes, perMessageDeflate: false });
  const welcomed = new Set<WebSocket>();
  const stopListening = options.core.onEvent((event) => {
    const { workspace, name, data } = event;
    const frame = encode({ type: 'event', workspace, name, data });
    for (const socket of welcomed) send(socket, frame);
  });

  function greet(socket: WebSocket): void {
    const late = setTimeout(() => socket.close(noToken, 'no hello'), options.helloTimeoutMs);
    socket.once('close', () => {
      clearTimeout(late);
      const wasWelcomed = welcomed.delete(socket);
      if (!wasWelcomed) return;
      options.onPages(welcomed.size);
      if (welcomed.size === 0) options.core.alerts?.lookAway();
    });
    // A frame that is too big, not UTF-8 or against the protocol: `ws` closes the socket itself with the right code.
    socket.on('error', (error) => options.log.write('warn', 'page connection failed', { error }));
    socket.once('message', (data, isBinary) => {
      clearTimeout(late);
      const hello = Hello.safeParse(decode(data, isBinary));
      const session = hello.success ? options.entrance.enter(hello.data.token) : null;
      if (session === null) {
        socket.close(noToken, 'wrong token');
        return;
      }
      welcomed.add(socket);
      options.onPages(welcomed.size);
      socket.on('message', (next, nextIsBinary) => void serve(socket, next, nextIsBinary));
      send(socket, encode({ type: 'welcome', session }));
    });
  }

  async function serve(socket: WebSocket, data: RawData, isBinary: boolean): Promise<void> {
    const call = Call.safeParse(decode(data, isBinary));
    if (!call.success) {
      socket.close(badFrame, 'not a call');
      return;
    }
    const { id, workspace, name, payload } = call.data;
    const reply = await dispatchTo(
      options.core,
      { workspace, name, payload },
      {
        onError: (call, error) => options.log.write('error', 'call failed', { call, error }),
        checkAnswers: options.checkAnswers,
      },
    );
    send(socket, encode({ type: 'reply', id, reply }));
  }

  return {
    accept: (request, socket, head) => server.handleUpgrade(request, socket, head, greet),
    close() {
      stopListening();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function encode(frame: HostServerFrame): string {
  return JSON.stringify(frame);
}

/** Undefined for what is not JSON text; no schema accepts that. */
function decode(data: RawData, isBinary: boolean): unknown {
  if (isBinary || !Buffer.isBuffer(data)) return undefined;
  try {
    return JSON.parse(data.toString('utf8'));
  } catch {
    return undefined;
  }
}

function send(socket: WebSocket, frame: string): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > maxBufferedBytes) socket.terminate();
  else socket.send(frame);
}
