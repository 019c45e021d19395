/** Whether a person is here. What colleagues see of them by choice is in `ask-server.ts`. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { HandlerParts } from './parts.ts';

type Name = 'presence.report' | 'presence.look';

export function presenceHandlers({ engine, alerts }: HandlerParts): Pick<Handlers, Name> {
  return {
    'presence.report': async ({ active }) => {
      engine.presence.report(active);
      return {};
    },
    'presence.look': async ({ conversationId }) => {
      alerts?.look(conversationId);
      return {};
    },
  };
}
