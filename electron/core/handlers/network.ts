/** The way to the servers: its passwords, and how far it leads. */
import { parseServerAddress } from '../../../shared/accounts/server-address.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import { mayGoOn, type Policy } from '../../../shared/policy/policy.ts';
import { checkNetwork, type CheckPorts } from '../network/check.ts';

export interface NetworkHandlerParts extends CheckPorts {
  readonly policy: Policy;
}

export function networkHandlers(parts: NetworkHandlerParts): Pick<Handlers, 'network.keepLogin' | 'network.test'> {
  return {
    'network.keepLogin': async ({ which, user, password, stay }) => {
      await parts.network.keepLogin(which, { user, password }, stay);
      return {};
    },
    'network.test': async ({ serverUrl }) => {
      const address = parseServerAddress(serverUrl);
      if (!address.ok) throw new CallError('bad-request', `The address of the server is ${address.why}.`);
      if (!mayGoOn(parts.policy, address.url)) throw new CallError('policy', 'The organisation does not name it.');
      return checkNetwork(parts, address.url);
    },
  };
}
