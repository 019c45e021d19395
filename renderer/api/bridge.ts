import type { Transport } from '../../shared/contract/wire.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload script; absent in the browser host. */
    readonly latchkey?: Transport;
  }
}

/** In the desktop app, and not in a browser window. */
export function hasDesktop(): boolean {
  return electronTransport() !== null;
}

export function electronTransport(): Transport | null {
  return window.latchkey ?? null;
}
