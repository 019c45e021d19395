import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Client } from '../../shared/contract/client.ts';
import { must } from '../../shared/lang/assert.ts';
import { ClientProvider } from '../api/client.tsx';
import { CommandProvider } from '../features/shortcuts/command-provider.tsx';
import { LanguageProvider } from '../i18n/language-provider.tsx';
import { LiveRegionProvider } from '../ui/live-region.tsx';
import { createActions, type AppActions } from './actions.ts';
import { createPageClock, PageClockProvider, type PageClock } from './clock.ts';
import { createFeed } from './feed.ts';
import { createListReader } from './list-reader.ts';
import { createAppStore, type AppState, type AppStore } from './store.ts';
import { createThreadReader } from './thread-reader.ts';

interface App {
  readonly store: AppStore;
  readonly actions: AppActions;
}

const AppContext = createContext<App | null>(null);

function createApp(client: Client, clock: PageClock) {
  const store = createAppStore();
  const list = createListReader(store, client);
  const thread = createThreadReader(store, client);
  const actions = createActions({ store, client, list, thread });
  const feed = createFeed({ store, client, clock, list, thread });
  return { store, actions, clock, feed };
}

export interface AppProviderProps {
  readonly client: Client;
  /** Tests bring their own; the product's follows the browser. */
  readonly clock?: PageClock;
  readonly children: ReactNode;
}

/** Everything a component needs below it: useClient, useApp, useActions, useServerTime, useAnnounce, useCommand. */
export function AppProvider({ client, clock, children }: AppProviderProps) {
  const [app] = useState(() => createApp(client, clock ?? createPageClock()));
  useEffect(() => app.feed.start(), [app]);
  return (
    <ClientProvider value={client}>
      <PageClockProvider value={app.clock}>
        <AppContext.Provider value={app}>
          <Language>
            <LiveRegionProvider>
              <CommandProvider store={app.store}>{children}</CommandProvider>
            </LiveRegionProvider>
          </Language>
        </AppContext.Provider>
      </PageClockProvider>
    </ClientProvider>
  );
}

function Language({ children }: { readonly children: ReactNode }) {
  const setting = useApp((state) => state.settings.language);
  return <LanguageProvider setting={setting}>{children}</LanguageProvider>;
}

function useAppContext(): App {
  return must(useContext(AppContext), 'useApp is called below <AppProvider>');
}

/** A part of the store. The selector returns something that is in the store, not a new object. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useAppContext().store, select);
}

/** Stable for the life of the page. */
export function useActions(): AppActions {
  return useAppContext().actions;
}

/** For event handlers that need the state of that moment without rendering for each change. */
export function useAppStore(): AppStore {
  return useAppContext().store;
}
