import type { ShownAlert } from '../../../../shared/contract/alerts.ts';
import type { Handlers } from '../../../../shared/contract/contract.ts';
import { afterNotification } from '../../../../shared/notify/destinations.ts';
import { nextRevision, type MemoryParts } from './world.ts';

/** Alerts in the page, the doctor, where to go, and newer versions. */
export function alertHandlers({ world, emit }: MemoryParts) {
  const leave = (id: string): ShownAlert | undefined => {
    const left = world.alerts.find((alert) => alert.id === id);
    world.alerts = world.alerts.filter((alert) => alert !== left);
    emit({ name: 'alerts.changed', data: { revision: nextRevision() } });
    return left;
  };
  return {
    'updates.get': async () => world.updates,
    'updates.check': async () => world.updates,
    'updates.later': async () => ({}),
    'updates.restart': async () => ({}),
    'alerts.list': async () => ({ alerts: world.alerts }),
    'alerts.dismiss': async ({ id }) => {
      leave(id);
      return {};
    },
    'alerts.act': async ({ id }) => {
      const left = leave(id);
      if (left !== undefined) {
        world.destination = afterNotification(left.workspaceId, Number(id.split('-')[1]), left.action);
        emit({ name: 'navigation.changed', data: { revision: nextRevision() } });
      }
      return {};
    },
    'alerts.doNotDisturb': async ({ until }) => {
      const doNotDisturbUntil = until === 'off' ? null : world.clock.serverNow + 3_600_000;
      world.settings = { ...world.settings, alerts: { ...world.settings.alerts, doNotDisturbUntil } };
      emit({ name: 'settings.changed', data: { revision: nextRevision() } });
      return world.settings;
    },
    'alerts.test': async () => ({ shown: world.findings.length === 0 }),
    'alerts.check': async () => ({ findings: world.findings }),
    'navigation.take': async () => {
      const to = world.destination;
      world.destination = null;
      return { to };
    },
    'presence.look': async () => ({}),
  } satisfies Partial<Handlers>;
}
