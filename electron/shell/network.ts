/**
 * Chromium's way to the servers: the system's proxy and its scripts, its certificates, client certificates out of its store.
 * A session of its own, in memory: no cookie and no cache of a server is kept, and the page has no part in it.
 */
import type { Lines, NetworkPlatform } from '../core/network/network.ts';
import { socketPort } from '../core/system-ports.ts';
import type { NetworkSettings } from '../../shared/network/network-settings.ts';
import { proxyFromPac } from '../../shared/network/proxy.ts';
import type { ElectronSurface } from './surface.ts';

export const networkPartition = 'network';
/** Never told of a proxy by us, so that it always answers what the system says. */
const askingPartition = 'system-proxy';

/** After Electron is ready. */
export function chromiumNetwork({
  session,
  net,
}: Pick<ElectronSurface, 'session' | 'net'>): Pick<NetworkPlatform, 'own' | 'systemProxy'> {
  const own = session.fromPartition(networkPartition);
  const asking = session.fromPartition(askingPartition);
  const lines: Lines = {
    fetch: (url, init) => own.fetch(url, init),
    openWebSocket: (url, protocols) =>
      socketPort(new net.WebSocket(url, { protocols: [...protocols], partition: networkPartition })),
    // The next way may be the same session.
    close: async () => undefined,
  };
  return {
    async own(network) {
      await own.setProxy(proxyConfig(network));
      // Those that are open go on over the old proxy. docs/api/session.md, `setProxy`.
      await own.closeAllConnections();
      return lines;
    },
    systemProxy: async (url) => proxyFromPac(await asking.resolveProxy(url), url),
  };
}

function proxyConfig({ proxy, proxyAddress, proxyBypass }: NetworkSettings): Electron.ProxyConfig {
  if (proxy === 'system') return { mode: 'system' };
  if (proxy === 'none') return { mode: 'direct' };
  return { mode: 'fixed_servers', proxyRules: proxyAddress, proxyBypassRules: proxyBypass };
}
