import type { Handlers } from '../../../../shared/contract/contract.ts';
import type { Settings } from '../../../../shared/contract/settings.ts';
import { needServer, nextRevision, type MemoryParts } from './world.ts';

/** Workspaces, settings, sync, clock, diagnostics, directory. */
export function workspaceHandlers({ world, emit }: MemoryParts) {
  return {
    'workspaces.list': async () => ({
      workspaces: world.workspaces,
      lastId: world.workspaces[0]?.id ?? null,
      vault: world.vault,
    }),
    'workspaces.show': async () => ({}),
    'workspaces.signIn': async () => world.signInAnswer,
    'workspaces.signOut': async ({ id, forget }) => {
      const without = world.workspaces.filter((entry) => entry.id !== id);
      const signedOut = world.workspaces.map((entry) => (entry.id === id ? { ...entry, signedIn: false } : entry));
      world.workspaces = forget ? without : signedOut;
      emit({ name: 'workspaces.changed', data: { revision: nextRevision() } });
      return {};
    },
    'workspace.get': async () => ({ workspace: world.workspace, repaired: world.repaired }),
    'settings.get': async () => world.settings,
    'settings.set': async (change) => {
      world.settings = { ...world.settings, ...(change as Partial<Settings>) };
      emit({ name: 'settings.changed', data: { revision: nextRevision() } });
      return world.settings;
    },
    'computer.get': async () => world.computer,
    'network.keepLogin': async () => ({}),
    'network.test': async () => world.way,
    'pricing.get': async () => world.rates,
    'sync.get': async () => world.sync,
    'sync.retry': async () => ({}),
    'clock.get': async () => world.clock,
    'diagnostics.get': async () => world.diagnostics,
    'agents.list': async () => ({ agents: world.agents }),
    'teams.list': async () => ({ teams: world.teams }),
    'labels.list': async () => ({ labels: world.labels }),
    'channels.list': async () => ({ channels: world.channels }),
    'canned.list': async () => ({ responses: world.canned }),
    'macros.list': async () => ({ macros: world.macros }),
    'presence.report': async () => ({}),
    'presence.setAvailability': async ({ availability }) => {
      needServer(world);
      const me = world.workspace?.me.id;
      world.agents = world.agents.map((agent) => (agent.id === me ? { ...agent, availability } : agent));
      emit({ name: 'directory.changed', data: { revision: nextRevision() } });
      return {};
    },
  } satisfies Partial<Handlers>;
}
