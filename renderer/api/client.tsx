import { createContext, useContext } from 'react';
import type { Client } from '../../shared/contract/client.ts';
import { must } from '../../shared/lang/assert.ts';

const ClientContext = createContext<Client | null>(null);
export const ClientProvider = ClientContext.Provider;

/** The page's only way to the core. */
export function useClient(): Client {
  return must(useContext(ClientContext), 'useClient is called below <AppProvider>');
}
