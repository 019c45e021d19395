import type { WebSocketLike } from '../ports.ts';
import { listenTo } from './listen-to.ts';

/** The port at once, the socket as soon as there is one. Closed before that, it never opens. */
export function laterSocket(opening: Promise<() => WebSocketLike>): WebSocketLike {
  let inner: WebSocketLike | null = null;
  let isClosed = false;
  const port: WebSocketLike = {
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    send(data) {
      if (inner === null) throw new Error('the socket is not open yet');
      inner.send(data);
    },
    close(code, reason) {
      isClosed = true;
      inner?.close(code, reason);
    },
  };
  const open = (make: () => WebSocketLike): void => {
    if (isClosed) return;
    inner = make();
    listenTo(inner, {
      onopen: () => port.onopen?.(),
      onmessage: (event) => port.onmessage?.(event),
      onclose: (event) => port.onclose?.(event),
      onerror: () => port.onerror?.(),
    });
  };
  opening.then(open).catch(() => {
    if (isClosed) return;
    port.onerror?.();
    port.onclose?.({ code: 1006, reason: '' });
  });
  return port;
}
