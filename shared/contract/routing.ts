/**
 * To whom a call or an event belongs. Most belong to one workspace and travel with its id; a few belong to the whole app
 * and travel with `null`. Imports types only, so that no validator is shipped to the page.
 */
import type { AnyEvent, CallName, EventName, Handlers } from './contract.ts';

const appWideCalls = [
  'workspaces.list',
  'workspaces.show',
  'workspaces.signIn',
  'workspaces.signOut',
  'settings.get',
  'settings.set',
  'computer.get',
  'network.keepLogin',
  'network.test',
  'pricing.get',
  'deskLock.get',
  'deskLock.here',
  'deskLock.now',
  'deskLock.unlock',
  'deskLock.choosePin',
  'deskLock.forgotPin',
  'alerts.list',
  'alerts.dismiss',
  'alerts.doNotDisturb',
  'alerts.act',
  'alerts.test',
  'alerts.check',
  'navigation.take',
  'updates.get',
  'updates.check',
  'updates.later',
  'updates.restart',
] as const satisfies readonly CallName[];
const appWideEvents = [
  'workspaces.changed',
  'settings.changed',
  'deskLock.changed',
  'alerts.changed',
  'navigation.changed',
  'updates.changed',
] as const satisfies readonly EventName[];

export type AppWideCall = (typeof appWideCalls)[number];
export type AppHandlers = Pick<Handlers, AppWideCall>;
export type WorkspaceHandlers = Omit<Handlers, AppWideCall>;

const appWide: ReadonlySet<string> = new Set<string>([...appWideCalls, ...appWideEvents]);

/** Also for names that do not exist: those belong to nobody. */
export function isAppWide(name: string): boolean {
  return appWide.has(name);
}

/** An event and the workspace it came from; null: from the app. */
export type RoutedEvent = AnyEvent & { readonly workspace: string | null };
