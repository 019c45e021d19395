/** What is known about a window, line by line: for the panel and for copying into a ticket. */
import type { ClockInfo, Contact, WindowFacts } from '../../../shared/contract/entities.ts';
import { customerZone } from '../../../shared/phone/customer-zone.ts';
import { formatExact, formatFullIn } from '../../i18n/dates.ts';
import type { MessageKey, Translate } from '../../i18n/i18n.tsx';
import type { WindowNow } from './use-window.ts';
import { headerText, type CutOff } from './window-words.ts';

export interface WhyFact {
  readonly what: string;
  readonly value: string;
}

export interface WhyParts {
  readonly t: Translate;
  readonly facts: WindowFacts;
  readonly now: WindowNow;
  readonly contact: Contact;
  /** null: the core has not told yet. */
  readonly clock: ClockInfo | null;
  readonly cutOff: CutOff | null;
  /** IANA name of the agent's zone. */
  readonly ownZone: string;
  /** Text of the message that opened it, if it is on the screen. */
  readonly openingText: string | null;
}

export function whyFacts(parts: WhyParts): readonly WhyFact[] {
  const { t, facts, now, contact, cutOff, openingText } = parts;
  const { name } = contact;
  const fact = (what: MessageKey, value: string): WhyFact => ({ what: t(what), value });
  if (now.state.kind === 'unlimited') return [fact('window.why.now', t('window.why.unlimited'))];
  const lines = [
    fact('window.why.now', headerText(t, facts, now, cutOff)),
    fact('window.why.opened', openedWords(parts)),
    ...(openingText === null || openingText === '' ? [] : [fact('window.why.text', openingText)]),
    ...endFacts(parts),
  ];
  if (facts.refusedAt !== null && now.state.closesAt === facts.refusedAt) {
    lines.push(fact('window.why.refused', t('window.why.refused.at', { at: formatExact(facts.refusedAt) })));
  }
  if (!facts.complete) lines.push(fact('window.why.incomplete', t('window.why.incomplete.text', { name })));
  lines.push(...clockFacts(parts));
  if (cutOff !== null) {
    lines.push(fact('window.why.offline', t('window.why.offline.since', { at: formatExact(cutOff.since), name })));
  }
  lines.push(fact('window.why.resets', t('window.why.resets.text', { name })));
  return lines;
}

function openedWords({ t, facts, contact: { name } }: WhyParts): string {
  if (facts.openedAt === null) return t('window.why.opened.never', { name });
  return t(`window.why.opened.${facts.openedBy ?? 'server'}`, { name, at: formatExact(facts.openedAt) });
}

/** When it ends, on the agent's wall and on the customer's. */
function endFacts({ t, now: { state }, contact, ownZone }: WhyParts): readonly WhyFact[] {
  const { closesAt, kind } = state;
  if (closesAt === null) return [];
  const zone = customerZone(contact.phoneNumber);
  const there =
    zone === null
      ? t('window.why.there.unknown')
      : t('window.why.there.known', { at: formatFullIn(closesAt, zone), zone: zoneWords(zone) });
  return [
    {
      what: t(kind === 'closed' ? 'window.why.ended' : 'window.why.ends'),
      value: t('window.why.here', { at: formatExact(closesAt), zone: zoneWords(ownZone) }),
    },
    { what: t('window.why.there', { name: contact.name }), value: there },
  ];
}

/** How we know what time it is, and how far we trust it. */
function clockFacts({ t, clock, now }: WhyParts): readonly WhyFact[] {
  const confidence = clock?.confidence ?? 'unknown';
  const uncertainty = durationWords(t, clock?.uncertaintyMs ?? 0);
  const confirmed =
    confidence === 'unknown' || clock === null
      ? t('window.why.confirmed.never')
      : clock.confirmedAt === null
        ? t('window.why.confirmed.carried', { uncertainty })
        : t('window.why.confirmed.at', { at: formatExact(clock.confirmedAt), uncertainty });
  const seconds = Math.round(now.time.guardMs / 1000);
  return [
    { what: t('window.why.confirmed'), value: confirmed },
    { what: t('window.why.clock'), value: clockWords(t, clock) },
    { what: t('window.why.guard'), value: t('window.why.guard.seconds', { seconds }) },
  ];
}

/** Below a second nobody sets a clock. */
const rightMs = 1_000;

function clockWords(t: Translate, clock: ClockInfo | null): string {
  if (clock === null || clock.confidence === 'unknown') return t('window.why.clock.unknown');
  const { computerClockErrorMs } = clock;
  if (Math.abs(computerClockErrorMs) < rightMs) return t('window.why.clock.right');
  const duration = durationWords(t, Math.abs(computerClockErrorMs));
  return t(computerClockErrorMs > 0 ? 'window.why.clock.fast' : 'window.why.clock.slow', { duration });
}

function durationWords(t: Translate, ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (ms < 1000) return t('window.why.ms', { count: Math.ceil(ms) });
  if (minutes === 0) return t('window.why.s', { count: seconds });
  if (minutes < 60) return t('window.why.min', { minutes, seconds: seconds % 60 });
  return t('window.why.h', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** IANA names are read by people here: "America/New_York" → "America/New York". */
function zoneWords(zone: string): string {
  return zone.replaceAll('_', ' ');
}

export function whyText(title: string, facts: readonly WhyFact[], t: Translate): string {
  return [title, ...facts.map(({ what, value }) => t('window.why.line', { what, value }))].join('\n');
}
