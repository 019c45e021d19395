import { useEffect, useState, type ReactNode } from 'react';
import { keymapOf } from '../../../shared/keys/keymap.ts';
import type { AppStore } from '../../state/store.ts';
import { createCommandRegistry } from './command-registry.ts';
import { isMac, listenForKeys } from './key-listener.ts';
import { createPendingKeys } from './pending-keys.ts';
import { PendingHint } from './pending-hint.tsx';
import { RegistryProvider } from './use-command.ts';

/** Below it commands can be registered, and their keys work. */
export function CommandProvider({ store, children }: { readonly store: AppStore; readonly children: ReactNode }) {
  const [registry] = useState(createCommandRegistry);
  const [pending] = useState(createPendingKeys);
  useEffect(() => {
    let keymap = keymapOf(store.getState().settings.keys);
    const stopFollowing = store.subscribe(({ settings }, { settings: before }) => {
      if (settings.keys !== before.keys) keymap = keymapOf(settings.keys);
    });
    const stopListening = listenForKeys({
      registry,
      pending,
      mac: isMac(),
      keymap: () => keymap,
      inInbox: () => document.querySelector('[data-page=other]') === null,
      singleKeys: () => store.getState().settings.singleKeys,
    });
    return () => {
      stopFollowing();
      stopListening();
    };
  }, [store, registry, pending]);
  return (
    <RegistryProvider value={registry}>
      {children}
      <PendingHint pending={pending} />
    </RegistryProvider>
  );
}
