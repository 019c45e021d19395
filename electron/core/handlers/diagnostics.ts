/** Facts for "what is wrong here". No text of customers or agents and no token: neither the store's counts nor the log hold any. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import { version } from '../version.ts';
import type { HandlerParts } from './parts.ts';

const logLines = 200;

export function diagnosticsHandlers({ store, about, dataFolder }: HandlerParts): Pick<Handlers, 'diagnostics.get'> {
  return {
    'diagnostics.get': async () => ({
      version,
      runsOn: about.runsOn,
      platform: about.platform,
      dataFolder,
      store: await store.call('store.facts', {}),
      log: [...(await about.logTail(logLines))],
    }),
  };
}
