/** Plays a dead network: every connection is cut and every new one dropped, except those of the control page. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface Outage {
  isOn(): boolean;
  /** `forMs` null: until somebody ends it. */
  set(on: boolean, forMs: number | null): void;
  /** This connection carries the control page. */
  spare(socket: Socket): void;
  stop(): void;
}

export function createOutage(http: Server, cutCable: () => void): Outage {
  const sockets = new Set<Socket>();
  const spared = new WeakSet<Socket>();
  let isOn = false;
  let timer: NodeJS.Timeout | null = null;
  http.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  function set(on: boolean, forMs: number | null): void {
    if (timer !== null) clearTimeout(timer);
    timer = on && forMs !== null ? setTimeout(set, forMs, false, null) : null;
    isOn = on;
    if (!on) return;
    cutCable();
    for (const socket of sockets) if (!spared.has(socket)) socket.destroy();
  }
  return {
    isOn: () => isOn,
    set,
    spare: (socket) => void spared.add(socket),
    stop() {
      if (timer !== null) clearTimeout(timer);
      // Gives a goodbye that is on its way the chance to leave.
      for (const socket of sockets) socket.destroySoon();
    },
  };
}
