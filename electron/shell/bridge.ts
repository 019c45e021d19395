/**
 * What the page gets of Electron: `window.latchkey`, the contract's Transport and nothing else. No event object and no
 * `ipcRenderer` ever crosses (security checklist, point 20); `contextBridge` copies and freezes what does.
 */
import {
  ipcCallChannel,
  ipcEventChannel,
  type Reply,
  type Transport,
  type WireListener,
} from '../../shared/contract/wire.ts';
import type { PreloadSurface } from './surface.ts';

export const bridgeName = 'latchkey';

export function exposeBridge({ contextBridge, ipcRenderer }: PreloadSurface): void {
  const listeners = new Set<WireListener>();
  ipcRenderer.on(ipcEventChannel, (_event, workspace, name, data) => {
    if (typeof name !== 'string' || (workspace !== null && typeof workspace !== 'string')) return;
    for (const listener of listeners) listener(workspace, name, data);
  });
  const transport: Transport = {
    call: (workspace, name, payload) => ipcRenderer.invoke(ipcCallChannel, workspace, name, payload) as Promise<Reply>,
    on(listener) {
      // One entry per registration: the same function twice is two subscriptions, each ended by its own answer.
      const entry: WireListener = (workspace, name, data) => listener(workspace, name, data);
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
    // Electron's wire never goes down while there is a page to ask.
    onConnection: () => () => undefined,
  };
  contextBridge.exposeInMainWorld(bridgeName, transport);
}
