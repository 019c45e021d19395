/** A window state in words: on the chip, in the header, for a screen reader, and why (tooltip). */
import type { WindowFacts } from '../../../shared/contract/entities.ts';
import { customerZone } from '../../../shared/phone/customer-zone.ts';
import { assertNever } from '../../../shared/lang/assert.ts';
import type { CountdownText } from '../../../shared/window/countdown.ts';
import type { WindowKind } from '../../../shared/window/window-state.ts';
import { formatNear, formatTime, formatWeekdayTime, formatWeekdayTimeIn } from '../../i18n/dates.ts';
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

/** The state, or what makes it unverified: a doubtful clock and a missing message ask for different things. */
function wordsFor(facts: WindowFacts, { state }: WindowNow): WindowKind | 'incomplete' {
  return state.kind === 'unverified' && !facts.complete ? 'incomplete' : state.kind;
}

export function chipText(t: Translate, facts: WindowFacts, now: WindowNow): string {
  const words = wordsFor(facts, now);
  return hasCountdown(words) ? shortLeft(t, now.left) : t(`window.chip.${words}`);
}

export function headerText(t: Translate, facts: WindowFacts, now: WindowNow, cutOff: CutOff | null): string {
  const { state, left, time } = now;
  const end = state.closesAt === null ? '' : formatNear(state.closesAt, time.nowMs);
  if (state.kind === 'closed' && cutOff !== null && time.nowMs - cutOff.since > doubtAfterMs) {
    return t('window.header.closed-known');
  }
  return t(`window.header.${wordsFor(facts, now)}`, { left: shortLeft(t, left), end });
}

/** "Reply window closes in 48 minutes" */
export function spokenLabel(t: Translate, facts: WindowFacts, now: WindowNow, offline: boolean): string {
  const words = wordsFor(facts, now);
  const { left } = now;
  const label =
    hasCountdown(words) && left !== null
      ? t('window.label.left', { duration: t(`window.duration.${left.unit}`, { ...left }).trim() })
      : t(`window.label.${hasCountdown(words) ? 'unverified' : words}`);
  return offline ? t('window.label.offline', { label: label.replace(/\.$/u, '') }) : label;
}

type Counting = 'open' | 'closing' | 'urgent' | 'last';
function hasCountdown(kind: WindowKind | 'incomplete'): kind is Counting {
  return kind === 'open' || kind === 'closing' || kind === 'urgent' || kind === 'last';
}

export interface ExplainParts {
  readonly t: Translate;
  readonly facts: WindowFacts;
  readonly now: WindowNow;
  readonly contactName: string;
  readonly phoneNumber: string | null;
  readonly cutOff: CutOff | null;
  /** There is more to read behind the chip. */
  readonly explained: boolean;
}

/** Sentences of the tooltip: what opened it, until when in both zones, what resets it, and how sure we are. */
export function explain(parts: ExplainParts): readonly string[] {
  const { t, facts, now, contactName, cutOff, explained } = parts;
  const { state, time } = now;
  if (state.kind === 'unlimited') return [t('window.tip.unlimited')];
  const lines: string[] = [opening(t, facts, contactName)];
  if (state.closesAt !== null) {
    const end = formatWeekdayTime(state.closesAt);
    lines.push(t(state.kind === 'closed' ? 'window.tip.closed' : 'window.tip.until', { end }));
    lines.push(...endThere(parts, state.closesAt));
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
  if (explained) lines.push(t('window.tip.why'));
  return lines;
}

/** The end on the customer's wall, where that is another one. */
function endThere({ t, contactName, phoneNumber }: ExplainParts, closesAt: number): readonly string[] {
  const zone = customerZone(phoneNumber);
  if (zone === null) return [];
  const end = formatWeekdayTimeIn(closesAt, zone);
  if (end === formatWeekdayTime(closesAt)) return [];
  return [t('window.tip.untilThere', { end, name: contactName, zone: zone.replaceAll('_', ' ') })];
}

function opening(t: Translate, facts: WindowFacts, name: string): string {
  if (facts.openedAt === null) return t('window.tip.never', { name });
  return t(`window.tip.opened-${facts.openedBy ?? 'server'}`, { name, at: formatWeekdayTime(facts.openedAt) });
}
