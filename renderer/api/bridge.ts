import type { Transport } from '../../shared/contract/wire.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload script; absent in the browser host. */
    readonly latchkey?: Transport;
  }
}

export function electronTransport(): Transport | null {
  return window.latchkey ?? null;
}
