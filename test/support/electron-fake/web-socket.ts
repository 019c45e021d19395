import type { ElectronSurface } from '../../../electron/shell/surface.ts';
import type { FakeSessions } from './session.ts';

/** Belongs to a session, whose proxy it uses; main process only, after ready. docs/api/web-socket.md. */
export function webSocketClass(sessions: FakeSessions): ElectronSurface['net']['WebSocket'] {
  return class extends WebSocket {
    constructor(url: string, { protocols, partition }: { protocols: string[]; partition: string }) {
      sessions.fromPartition(partition).sockets.push(url);
      super(url, protocols);
    }
  };
}
