/** Who and what there is to choose from, as the server told it last. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { HandlerParts } from './parts.ts';

type Name = 'agents.list' | 'teams.list' | 'labels.list' | 'channels.list' | 'canned.list' | 'macros.list';

export function directoryHandlers({ store }: HandlerParts): Pick<Handlers, Name> {
  return {
    'agents.list': async () => ({ agents: await store.call('reference.agents', {}) }),
    'teams.list': async () => ({ teams: await store.call('reference.teams', {}) }),
    'labels.list': async () => ({ labels: await store.call('reference.labels', {}) }),
    'channels.list': async () => ({ channels: await store.call('reference.channels', {}) }),
    'canned.list': async () => ({ responses: await store.call('reference.canned', {}) }),
    'macros.list': async () => ({ macros: await store.call('reference.macros', {}) }),
  };
}
