/** No proxy, no certificate, nothing to set. */
import type { NetworkControl } from '../../electron/core/network/network.ts';

export const plainNetwork: NetworkControl = {
  proxyFor: async () => ({ kind: 'direct' }),
  problem: async () => null,
  keepLogin: async () => undefined,
};
