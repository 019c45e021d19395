/** A window state in words: on the chip, in the header, for a screen reader, and why (tooltip). */
import type { WindowFacts } from '../../../shared/contract/entities.ts';
import { assertNever } from '../../../shared/lang/assert.ts';
import type { CountdownText } from '../../../shared/window/countdown.ts';
import { formatNear, formatTime, formatWeekdayTime } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import type { WindowNow } from './use-window.ts';

/** What is known about the connection; null while connected. */
export interface CutOff {
  /** Server ms. */
  readonly since: number;
  /** When server time was last confirmed; null: never on this run. */
  readonly confirmedAt: number | null;
}

/** After this long without the server, "closed" may have been undone by a message that is not here yet. */
const doubtAfterMs = 10 * 60_000;

export function shortLeft(t: Translate, left: CountdownText): string {
  if (left === null) return '';
  switch (left.unit) {
    case 'hours':
      return t('window.left.hours', { hours: left.hours, minutes: left.minutes });
    case 'minutes':
      return t('window.left.minutes', { minutes: left.minutes });
    case 'seconds':
      return t('window.left.seconds', { minutes: left.minutes, seconds: String(left.seconds).padStart(2, '0') });
    default:
      return assertNever(left, 'a unit of a countdown');
  }
}

export function chipText(t: Translate, { state, left }: WindowNow): string {
  return hasCountdown(state.kind) ? shortLeft(t, left) : t(`window.chip.${state.kind}`);
}

export function headerText(t: Translate, { state, left, time }: WindowNow, cutOff: CutOff | null): string {
  const end = state.closesAt === null ? '' : formatNear(state.closesAt, time.nowMs);
  if (state.kind === 'closed' && cutOff !== null && time.nowMs - cutOff.since > doubtAfterMs) {
    return t('window.header.closed-known');
  }
  return t(`window.header.${state.kind}`, { left: shortLeft(t, left), end });
}

/** "Reply window closes in 48 minutes" */
export function spokenLabel(t: Translate, { state, left }: WindowNow, offline: boolean): string {
  const label =
    hasCountdown(state.kind) && left !== null
      ? t('window.label.left', { duration: t(`window.duration.${left.unit}`, { ...left }).trim() })
      : t(`window.label.${hasCountdown(state.kind) ? 'unverified' : state.kind}`);
  return offline ? t('window.label.offline', { label: label.replace(/\.$/u, '') }) : label;
}

type Counting = 'open' | 'closing' | 'urgent' | 'last';
function hasCountdown(kind: WindowNow['state']['kind']): kind is Counting {
  return kind === 'open' || kind === 'closing' || kind === 'urgent' || kind === 'last';
}

/** Sentences of the tooltip: what opened it, until when, what resets it, and how sure we are. */
export function explain(
  t: Translate,
  facts: WindowFacts,
  { state, time }: WindowNow,
  contactName: string,
  cutOff: CutOff | null,
): readonly string[] {
  if (state.kind === 'unlimited') return [t('window.tip.unlimited')];
  const lines: string[] = [opening(t, facts, contactName)];
  if (state.closesAt !== null) {
    const end = formatWeekdayTime(state.closesAt);
    lines.push(t(state.kind === 'closed' ? 'window.tip.closed' : 'window.tip.until', { end }));
    if (facts.refusedAt !== null && state.closesAt === facts.refusedAt) {
      lines.push(t('window.tip.refused', { at: formatWeekdayTime(facts.refusedAt) }));
    }
  }
  if (state.kind === 'guard') lines.push(t('window.tip.guard', { seconds: Math.round(time.guardMs / 1000) }));
  if (state.kind === 'unverified') lines.push(t(facts.complete ? 'window.tip.clock-unknown' : 'window.tip.incomplete'));
  lines.push(t('window.tip.resets'));
  if (cutOff !== null) {
    lines.push(
      cutOff.confirmedAt === null
        ? t('window.tip.offline-never')
        : t('window.tip.offline', { at: formatTime(cutOff.confirmedAt) }),
    );
  }
  return lines;
}

function opening(t: Translate, facts: WindowFacts, name: string): string {
  if (facts.openedAt === null) return t('window.tip.never', { name });
  return t(`window.tip.opened-${facts.openedBy ?? 'server'}`, { name, at: formatWeekdayTime(facts.openedAt) });
}
