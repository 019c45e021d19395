import { formatNear, formatTime } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { usePageClock, useServerTime, type ServerTime } from '../../state/clock.ts';
import { needsPerson } from '../outbox/outbox-words.ts';
import { connectionWords } from './connection-words.ts';
import { UpdateItem } from '../updates/update-item.tsx';
import './status-strip.css';

/** Connection · last sync · outbox · clock · account. */
export function StatusStrip() {
  const t = useT();
  const { status, wireConnected } = useApp((state) => state.sync);
  const actions = useActions();
  const connection = connectionWords(status, wireConnected, t);
  return (
    <footer className="strip" aria-label={t('strip.label')}>
      <span role="status">
        <button
          type="button"
          className={`strip-item strip-button strip-${connection.tone}`}
          title={status?.lastError ?? undefined}
          onClick={() => actions.ui.goTo('diagnostics')}
        >
          <span aria-hidden="true">{connection.sign}</span> {connection.text}
        </button>
      </span>
      <LastSync />
      <OutboxCount />
      <UpdateItem />
      <span className="strip-gap" />
      <ZoomItem />
      <ClockItem />
      <Account />
    </footer>
  );
}

function LastSync() {
  const t = useT();
  const { nowMs } = useServerTime();
  const status = useApp((state) => state.sync.status);
  if (status === null || status.state === 'live') return null;
  const { lastLiveAt } = status;
  const text =
    lastLiveAt === null ? t('strip.neverSynced') : t('strip.lastSync', { time: formatNear(lastLiveAt, nowMs) });
  return <span className="strip-item tabular">{text}</span>;
}

function OutboxCount() {
  const t = useT();
  const actions = useActions();
  const items = useApp((state) => state.outbox.items);
  const attention = items.filter(needsPerson).length;
  if (items.length === 0) return null;
  return (
    <button
      type="button"
      className={attention > 0 ? 'strip-item strip-button strip-bad' : 'strip-item strip-button'}
      onClick={() => actions.ui.setPopover('outbox')}
    >
      {attention > 0 ? t('strip.outboxAttention', { count: attention }) : t('strip.outbox', { count: items.length })}
    </button>
  );
}

/** A computer's clock that is off by less than this (ms) is nobody's problem: countdowns do not use it. */
const notableClockErrorMs = 60_000;

function ClockItem() {
  const t = useT();
  const actions = useActions();
  const clock = usePageClock();
  const { nowMs } = useServerTime(nextMinute);
  const info = clock.info();
  if (info === null) return null;
  if (info.confidence === 'unknown') return <span className="strip-item strip-bad">? {t('strip.clockUnknown')}</span>;
  const error = info.computerClockErrorMs;
  if (Math.abs(error) >= notableClockErrorMs) {
    const minutes = Math.floor(Math.abs(error) / 60_000);
    return (
      <button
        type="button"
        className="strip-item strip-button strip-bad tabular"
        title={t('banner.clock')}
        onClick={() => actions.ui.goTo('diagnostics')}
      >
        ? {t(error > 0 ? 'strip.clockFast' : 'strip.clockSlow', { minutes })}
      </button>
    );
  }
  return <span className="strip-item strip-time tabular">{t('strip.clock', { time: formatTime(nowMs) })}</span>;
}

/** Only where it is not the usual size, and then a way back. */
function ZoomItem() {
  const t = useT();
  const actions = useActions();
  const zoom = useApp((state) => state.settings.zoom);
  if (zoom === 100) return null;
  return (
    <button
      type="button"
      className="strip-item strip-button"
      title={t('action.zoom.reset')}
      onClick={() => void actions.settings.set({ zoom: 100 })}
    >
      {t('settings.zoom.percent', { percent: zoom })}
    </button>
  );
}

function nextMinute({ nowMs }: ServerTime): number {
  return (Math.floor(nowMs / 60_000) + 1) * 60_000;
}

function Account() {
  const t = useT();
  const info = useApp((state) => state.workspace.info);
  if (info === null) return null;
  return (
    <span className="strip-item strip-account truncate" title={t('strip.account', { name: info.accountName })}>
      <bdi>{info.me.name}</bdi> · <bdi>{info.accountName}</bdi>
    </span>
  );
}
