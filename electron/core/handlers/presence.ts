/** Whether a person is here. What colleagues see of them by choice is in `ask-server.ts`. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { HandlerParts } from './parts.ts';

export function presenceHandlers({ engine }: HandlerParts): Pick<Handlers, 'presence.report'> {
  return {
    'presence.report': async ({ active }) => {
      engine.presence.report(active);
      return {};
    },
  };
}
