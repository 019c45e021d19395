import type { NetworkSettings } from './network-settings.ts';

/** Apart from the schema, so that the page has them without a validator. */
export const defaultNetwork: NetworkSettings = {
  proxy: 'system',
  proxyAddress: '',
  proxyBypass: '',
  caFile: '',
  certificateFile: '',
};
