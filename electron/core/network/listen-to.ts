import type { WebSocketLike } from '../ports.ts';

/** Set in one go through the port's own properties, which is all that the sockets of Node and Chromium share. */
export function listenTo(
  socket: WebSocketLike,
  handlers: Partial<Pick<WebSocketLike, 'onopen' | 'onmessage' | 'onclose' | 'onerror'>>,
): void {
  Object.assign(socket, handlers);
}
