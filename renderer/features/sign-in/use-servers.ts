import { useEffect, useState } from 'react';
import type { Client } from '../../../shared/contract/client.ts';

/** The servers that the organisation names; null: any, also as long as we do not know (the core refuses all others anyway). */
export function useServers(client: Client): readonly string[] | null {
  const [servers, setServers] = useState<readonly string[] | null>(null);
  useEffect(() => {
    const ask = async (): Promise<void> => setServers((await client.call('computer.get', {})).policy.servers);
    ask().catch(() => undefined);
  }, [client]);
  return servers;
}
