/** What belongs to the workspace as a whole. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { HandlerParts } from './parts.ts';

type Name = 'workspace.get' | 'sync.get' | 'sync.retry' | 'clock.get';

export function appHandlers(parts: HandlerParts): Pick<Handlers, Name> {
  const { engine, serverTime } = parts;
  return {
    'workspace.get': async () => ({
      workspace: parts.workspace(),
      repaired: await parts.store.call('store.repaired', {}),
    }),
    'sync.get': async () => engine.status,
    'sync.retry': async () => {
      engine.retryNow();
      return {};
    },
    'clock.get': async () => serverTime.info(),
  };
}
