import type { SyncStatus } from '../../../shared/contract/sync.ts';
import { assertNever } from '../../../shared/lang/assert.ts';
import { formatTime } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.tsx';

export interface ConnectionWords {
  /** A shape for each state, so that colour is not needed to tell them apart. */
  readonly sign: '●' | '◐' | '○' | '△' | '◔' | '!';
  readonly text: string;
  readonly tone: 'good' | 'busy' | 'bad';
}

export function connectionWords(status: SyncStatus | null, wireConnected: boolean, t: Translate): ConnectionWords {
  if (!wireConnected) return { sign: '△', text: t('strip.wireDown'), tone: 'bad' };
  if (status === null) return { sign: '◐', text: t('strip.connecting'), tone: 'busy' };
  switch (status.state) {
    case 'live':
      return { sign: '●', text: t('strip.live'), tone: 'good' };
    case 'signed-out':
      return { sign: '!', text: t('strip.signedOut'), tone: 'bad' };
    case 'catching-up':
      return { sign: '◐', text: syncingText(status, t), tone: 'busy' };
    case 'connecting':
      // The first tries after a break still are "offline" for the agent.
      return status.offlineSince === null
        ? { sign: '◐', text: t('strip.connecting'), tone: 'busy' }
        : problemWords(status, t);
    case 'backing-off':
      return problemWords(status, t);
  }
  return assertNever(status.state, 'sync state');
}

function syncingText({ progress }: SyncStatus, t: Translate): string {
  if (progress === null) return t('strip.catchingUp');
  const { done, total } = progress;
  return total === null ? t('strip.syncingUnknown', { done }) : t('strip.syncing', { done, total });
}

function problemWords({ problem, offlineSince }: SyncStatus, t: Translate): ConnectionWords {
  switch (problem) {
    case 'server-down':
      return { sign: '△', text: t('strip.serverDown'), tone: 'bad' };
    case 'rate-limited':
      return { sign: '◔', text: t('strip.slow'), tone: 'busy' };
    case 'captive-portal':
      return { sign: '△', text: t('strip.signIn'), tone: 'bad' };
    case 'proxy':
      return { sign: '△', text: t('strip.proxy'), tone: 'bad' };
    case 'bad-response':
      return { sign: '△', text: t('strip.badResponse'), tone: 'bad' };
    case 'refused':
      return { sign: '!', text: t('strip.refused'), tone: 'bad' };
    case 'signed-out':
      return { sign: '!', text: t('strip.signedOut'), tone: 'bad' };
    case 'offline':
    case null: {
      const text =
        offlineSince === null ? t('strip.offline') : t('strip.offlineSince', { time: formatTime(offlineSince) });
      return { sign: '○', text, tone: 'bad' };
    }
  }
}
