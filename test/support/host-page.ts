import { WebSocket } from 'ws';
import type { Host } from '../../electron/host/host-server.ts';
import type { HostServerFrame } from '../../shared/contract/wire.ts';

/** What the page finds behind `#t=` in a new link. */
export function linkCode(host: Pick<Host, 'newLink'>): string {
  return new URL(host.newLink()).hash.slice('#t='.length);
}

/** A page came in and is gone again: the session that it would come back with. */
export function newSession(host: Host): Promise<string> {
  const socket = new WebSocket(`${host.url.replace('http', 'ws')}/rpc`, { origin: host.url });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => socket.send(JSON.stringify({ type: 'hello', token: linkCode(host) })));
    socket.once('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as HostServerFrame;
      if (frame.type === 'welcome') resolve(frame.session);
      socket.terminate();
    });
  });
}
