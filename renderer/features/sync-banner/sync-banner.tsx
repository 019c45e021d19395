import type { SyncStatus } from '../../../shared/contract/sync.ts';
import { formatNear, formatTime } from '../../i18n/dates.ts';
import { useT, type Translate } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { useServerTime } from '../../state/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import './sync-banner.css';

/** A break has to last this long (ms) before it takes room on the screen. */
const patienceMs = 5_000;

interface BannerWords {
  readonly icon: IconName;
  readonly text: string;
  readonly retry: boolean;
  /** Signing in again, or looking at the server's address in a browser, where the network shows its own page. */
  readonly way?: 'sign-in' | 'open-server';
}

/** One bar under the top edge when we are cut off: what still works, and what to do. */
export function SyncBanner() {
  const t = useT();
  const actions = useActions();
  const { status, wireConnected } = useApp((state) => state.sync);
  const server = useApp((state) => state.workspace.info?.serverUrl ?? null);
  const words = bannerWords(status, wireConnected, server, t);
  const dueAt = (status?.offlineSince ?? Number.NEGATIVE_INFINITY) + patienceMs;
  const { nowMs } = useServerTime((time) => (time.nowMs < dueAt ? dueAt : null));
  if (words === null || (wireConnected && nowMs < dueAt)) return null;
  const retryAt = status?.retryAt ?? null;
  return (
    <div className="sync-banner" role="status">
      <Icon name={words.icon} size={16} />
      <span className="sync-banner-text">{words.text}</span>
      {words.retry && status !== null && status.lastLiveAt !== null && (
        <span className="sync-banner-next tabular">
          {t('banner.lastLive', { time: formatNear(status.lastLiveAt, nowMs) })}
        </span>
      )}
      {words.retry && retryAt !== null && retryAt > nowMs && (
        <span className="sync-banner-next tabular">{t('banner.retryIn', { time: formatTime(retryAt) })}</span>
      )}
      {words.way === 'sign-in' && (
        <Button size="small" variant="quiet" icon="lock" onClick={() => actions.ui.goTo('sign-in')}>
          {t('banner.signIn')}
        </Button>
      )}
      {words.way === 'open-server' && server !== null && (
        <Button size="small" variant="quiet" onClick={() => window.open(server, '_blank', 'noopener')}>
          {t('banner.openServer')}
        </Button>
      )}
      {words.retry && (
        <Button size="small" variant="quiet" icon="refresh" onClick={actions.sync.retry}>
          {t('banner.retry')}
        </Button>
      )}
      {status?.lastError !== null && status?.lastError !== undefined && (
        <Button size="small" variant="quiet" title={status.lastError} onClick={() => actions.ui.goTo('diagnostics')}>
          {t('banner.details')}
        </Button>
      )}
    </div>
  );
}

function bannerWords(
  status: SyncStatus | null,
  wireConnected: boolean,
  server: string | null,
  t: Translate,
): BannerWords | null {
  if (!wireConnected) return { icon: 'cloud-slash', text: t('banner.wireDown'), retry: false };
  if (status === null || status.state === 'live' || status.state === 'catching-up') return null;
  if (status.state === 'signed-out') return signedOut(t);
  const args = { server: server === null ? t('banner.server') : hostOf(server) };
  switch (status.problem) {
    case null:
      return null;
    case 'signed-out':
      return signedOut(t);
    case 'offline':
      return { icon: 'cloud-slash', text: t('banner.offline'), retry: true };
    case 'captive-portal':
      return { icon: 'alert', text: t('banner.captivePortal', args), retry: true, way: 'open-server' };
    case 'proxy':
      return { icon: 'alert', text: t('banner.proxy', args), retry: true };
    case 'bad-response':
      return { icon: 'alert', text: t('banner.badResponse', args), retry: true };
    case 'rate-limited':
      return { icon: 'hourglass', text: t('banner.rateLimited', args), retry: true };
    case 'server-down':
      return { icon: 'alert', text: t('banner.serverDown', args), retry: true };
    case 'refused':
      return { icon: 'lock', text: t('banner.refused', args), retry: true };
  }
}

function signedOut(t: Translate): BannerWords {
  return { icon: 'lock', text: t('banner.signedOut'), retry: false, way: 'sign-in' };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
