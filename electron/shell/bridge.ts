/**
 * What the page gets of Electron: `window.latchkey`, the contract's Transport and nothing else. No event object and no
 * `ipcRenderer` ever crosses (security checklist, point 20); `contextBridge` copies and freezes what does.
 */
import { ipcCallChannel, ipcEventChannel, type Reply, type Transport } from '../../shared/contract/wire.ts';
import type { PreloadSurface } from './surface.ts';

export const bridgeName = 'latchkey';

type EventListener = (name: string, data: unknown) => void;

export function exposeBridge({ contextBridge, ipcRenderer }: PreloadSurface): void {
  const listeners = new Set<EventListener>();
  ipcRenderer.on(ipcEventChannel, (_event, name, data) => {
    if (typeof name !== 'string') return;
    for (const listener of listeners) listener(name, data);
  });
  const transport: Transport = {
    call: (name, payload) => ipcRenderer.invoke(ipcCallChannel, name, payload) as Promise<Reply>,
    on(listener) {
      // One entry per registration: the same function twice is two subscriptions, each ended by its own answer.
      const entry: EventListener = (name, data) => listener(name, data);
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
