import { useEffect } from 'react';
import type { ShownAlert } from '../../../shared/contract/alerts.ts';
import type { Client } from '../../../shared/contract/client.ts';
import { useClient } from '../../api/client.tsx';
import { useT } from '../../i18n/i18n.tsx';
import { useKeptFresh } from '../../state/use-kept-fresh.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useWorkspaces } from '../workspaces/workspaces.tsx';
import './alerts.css';
import { useSay } from './say.ts';
import { useDestination } from './use-destination.ts';
import { usePresence } from './use-presence.ts';

/** So many at once; the others are a number. */
const mostShown = 3;

/** What the system could not show is said here; and this page keeps the core informed of where the person is. */
export function Alerts() {
  const t = useT();
  const alerts = useAlerts();
  usePresence();
  useDestination();
  useTitle();
  const shown = alerts.slice(-mostShown);
  const hidden = alerts.length - shown.length;
  return (
    <section className="alerts" aria-label={t('alerts.banner')} aria-live="polite" data-empty={alerts.length === 0}>
      {hidden > 0 && <p className="alerts-more">{t('alerts.several', { count: hidden })}</p>}
      {shown.map((alert) => (
        <OneAlert key={`${alert.workspaceId} ${alert.id}`} alert={alert} />
      ))}
    </section>
  );
}

function OneAlert({ alert }: { readonly alert: ShownAlert }) {
  const t = useT();
  const say = useSay();
  const client = useClient();
  const { workspaceId, id } = alert;
  const call = (name: 'alerts.act' | 'alerts.dismiss'): void => {
    client.call(name, { workspaceId, id }).catch(() => undefined);
  };
  return (
    <div className="alert" data-urgent={alert.urgent}>
      <Icon name={alert.urgent ? 'alert' : 'inbox'} size={16} />
      <p className="alert-words">
        <strong>{say(alert.title)}</strong>
        {alert.body.length > 0 && <span>{alert.body.map(say).join(' · ')}</span>}
      </p>
      <Button size="small" onClick={() => call('alerts.act')}>
        {t(`notify.action.${alert.action}`)}
      </Button>
      <IconButton icon="close" label={t('app.close')} onClick={() => call('alerts.dismiss')} />
    </div>
  );
}

const events = ['alerts.changed'] as const;
const ask = (client: Client) => client.call('alerts.list', {});
const none: readonly ShownAlert[] = [];

function useAlerts(): readonly ShownAlert[] {
  return useKeptFresh(useClient(), events, ask).value?.alerts ?? none;
}

/** Unread conversations of all workspaces, where people look for it in a browser: before the name. */
function useTitle(): void {
  const entries = useWorkspaces()?.entries;
  const unread = entries?.reduce((sum, entry) => sum + entry.unread, 0) ?? 0;
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) Latchkey` : 'Latchkey';
  }, [unread]);
}
