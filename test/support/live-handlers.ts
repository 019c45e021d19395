/** Lets a test say on the live channel what the fake server has no words for. */
import type { LiveHandlers } from '../../electron/core/connectors/connector.ts';
import { must } from '../../shared/lang/assert.ts';
import type { FakeServer } from './fake-server.ts';

/** Call it before the desk connects; what it returns gives the handlers of the newest connection. */
export function liveHandlersOf(server: FakeServer): () => LiveHandlers {
  let newest: LiveHandlers | null = null;
  const real = server.live.bind(server);
  server.live = (handlers) => {
    newest = handlers;
    return real(handlers);
  };
  return () => must(newest, 'the desk has connected');
}
