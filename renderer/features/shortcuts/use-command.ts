import { createContext, useContext, useEffect, useLayoutEffect, useRef } from 'react';
import type { CommandId } from '../../../shared/keys/commands.ts';
import { must } from '../../../shared/lang/assert.ts';
import type { CommandRegistry, Registration, RunCommand } from './command-registry.ts';

const RegistryContext = createContext<CommandRegistry | null>(null);
export const RegistryProvider = RegistryContext.Provider;

export function useCommandRegistry(): CommandRegistry {
  return must(useContext(RegistryContext), 'useCommand is called below <AppProvider>');
}

/**
 * What a command of `shared/keys/commands.ts` does while this component is there; its key, the palette and the key overview then
 * have it. Of several registrations the newest is asked first, and the next one if it is not enabled or returns false.
 * `enabled` may be the key of a text that says why it is impossible now: the palette shows it dimmed, with that reason.
 */
export function useCommand(id: CommandId, run: RunCommand, enabled: Registration['enabled'] = true): void {
  const registry = useCommandRegistry();
  const latest = useRef({ run, enabled });
  useLayoutEffect(() => {
    latest.current = { run, enabled };
  });
  useEffect(() => registry.register(id, () => latest.current), [registry, id]);
}
