/**
 * What to tell an agent of what happened: filtered by their rules, silent where they look already, gathered so that many
 * things at once are one notification. Pure; the core gathers what happens within a moment and shows the answer.
 */
import { assertNever } from '../lang/assert.ts';
import type { WindowKind } from '../window/window-state.ts';
import { isTheirs, type AlertRules, type Ownership } from './alert-rules.ts';
import type { RadarWarning } from './radar.ts';
import { tally, words, type Words } from './words.ts';

interface InConversation {
  readonly conversationId: number;
  readonly name: string;
  readonly ownership: Ownership;
  readonly window: WindowKind;
}

export type Happening =
  | (InConversation & { readonly kind: 'message'; readonly text: string })
  | (InConversation & { readonly kind: 'mention'; readonly by: string; readonly text: string })
  | (InConversation & { readonly kind: 'assignment' })
  | (InConversation & { readonly kind: 'parked' })
  | (InConversation & { readonly kind: 'closing'; readonly warning: RadarWarning });

export interface Looking {
  /** The window has focus and this conversation is what it shows; null: none, or no focus. */
  readonly conversationId: number | null;
}

export type NotificationAction = 'reply' | 'note' | 'choose-template' | 'open' | 'start-sweep';

export interface Announcement {
  /** The same id replaces what is still shown. */
  readonly id: string;
  readonly kind: Happening['kind'] | 'burst' | 'digest';
  /** Null: it is about several. */
  readonly conversationId: number | null;
  readonly title: Words;
  /** Shown one after the other; empty: the title says it all. */
  readonly body: readonly Words[];
  /** First: what a click does. */
  readonly actions: readonly NotificationAction[];
  readonly sound: boolean;
  /** Stays until it is dealt with, where the system can do that. */
  readonly urgent: boolean;
}

/** More than so many notifications at once are one. */
const mostAtOnce = 3;
/** The last step of the radar, ms: the only warning that is urgent. */
const urgentStepMs = 15 * 60_000;

export function announce(
  happenings: readonly Happening[],
  rules: AlertRules,
  looking: Looking,
): readonly Announcement[] {
  const wanted = withoutEchoes(happenings).filter(
    (one) => isWanted(one, rules) && one.conversationId !== looking.conversationId,
  );
  if (rules.privacy === 'off' || wanted.length === 0) return [];
  const closing = wanted.filter((one) => one.kind === 'closing');
  const rest = [...byConversation(wanted.filter((one) => one.kind !== 'closing')).values()];
  const all = [
    ...(closing.length > 1 ? [closingBurst(closing, rules)] : closing.map((one) => single([one], rules))),
    ...rest.map((group) => single(group, rules)),
  ];
  if (rules.privacy === 'count') return [countOnly(wanted, rules)];
  return all.length > mostAtOnce ? [burst(wanted, rules)] : all;
}

/** Who hears that a customer wrote need not hear as well that the conversation is theirs now. */
function withoutEchoes(happenings: readonly Happening[]): readonly Happening[] {
  const told = new Set(happenings.flatMap((one) => (one.kind === 'message' ? [one.conversationId] : [])));
  return happenings.filter((one) => one.kind !== 'assignment' || !told.has(one.conversationId));
}

/** A mention or one's own parked message is always the agent's business, whoever has the conversation. */
function isWanted(one: Happening, rules: AlertRules): boolean {
  switch (one.kind) {
    case 'message':
      return rules.messages && isTheirs(one.ownership, rules.whose);
    case 'closing':
      return rules.closing && isTheirs(one.ownership, rules.whose);
    case 'mention':
      return rules.mentions;
    case 'assignment':
      return rules.assignments;
    case 'parked':
      return rules.parked;
    default:
      return assertNever(one, 'Every happening has its rule');
  }
}

function byConversation(happenings: readonly Happening[]): ReadonlyMap<string, readonly [Happening, ...Happening[]]> {
  const groups = new Map<string, [Happening, ...Happening[]]>();
  for (const one of happenings) {
    const key = idOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

function idOf(one: Happening): string {
  return `${one.kind}-${one.conversationId}`;
}

/** The newest of one kind in one conversation stands for all of them. */
function single(group: readonly [Happening, ...Happening[]], rules: AlertRules): Announcement {
  const newest = group.at(-1) ?? group[0];
  const urgent = isUrgent([newest]);
  return {
    id: idOf(newest),
    kind: newest.kind,
    conversationId: newest.conversationId,
    title: titleOf(newest),
    body: bodyOf(newest, group.length, rules),
    actions: actionsFor(newest),
    sound: rules.sound && (urgent || newest.kind === 'message'),
    urgent,
  };
}

function titleOf(one: Happening): Words {
  const { name } = one;
  switch (one.kind) {
    case 'message':
      return words('notify.message.title', { name });
    case 'mention':
      return words('notify.mention.title', { by: one.by });
    case 'assignment':
      return words('notify.assignment.title', { name });
    case 'parked':
      return words('notify.parked.title');
    case 'closing':
      return words('notify.closing.title', { name, minutes: one.warning.stepMs / 60_000 });
    default:
      return assertNever(one, 'Every happening has its title');
  }
}

function bodyOf(one: Happening, count: number, { privacy }: AlertRules): readonly Words[] {
  const { name } = one;
  const showText = privacy === 'text';
  switch (one.kind) {
    case 'message':
      if (count > 1) return [words('notify.message.several', { count })];
      return [showText ? words('notify.text', { text: one.text }) : words('notify.message.private')];
    case 'mention':
      return [
        showText ? words('notify.mention.body', { name, text: one.text }) : words('notify.mention.private', { name }),
      ];
    case 'assignment':
      return [];
    case 'parked':
      return [words('notify.parked.body', { name })];
    case 'closing':
      return [words('notify.closing.body', {}, { closesAt: one.warning.closesAt })];
    default:
      return assertNever(one, 'Every happening has its body');
  }
}

/** What the window allows: where it is closed nothing offers a text field to the customer. */
function actionsFor(one: Happening): readonly NotificationAction[] {
  if (one.kind === 'mention') return ['open', 'note'];
  if (one.kind === 'parked') return ['choose-template', 'note'];
  switch (one.window) {
    case 'open':
    case 'closing':
    case 'urgent':
    case 'last':
    case 'unlimited':
      return ['open', 'reply'];
    case 'none':
    case 'guard':
    case 'closed':
      return ['open', 'choose-template', 'note'];
    case 'unverified':
      return ['open', 'note'];
    default:
      return assertNever(one.window, 'Every window state says what is possible');
  }
}

type Closing = Extract<Happening, { kind: 'closing' }>;

/** Two or more windows; soonest first. */
function closingBurst(closing: readonly Closing[], rules: AlertRules): Announcement {
  const [first, ...others] = closing.toSorted((a, b) => a.warning.closesAt - b.warning.closesAt);
  const latest = others.at(-1) ?? first;
  if (first === undefined || latest === undefined) throw new Error('A burst is made of windows.');
  const urgent = isUrgent(closing);
  return {
    id: 'closing',
    kind: 'closing',
    conversationId: null,
    title: words('notify.closing.burst.title', { count: closing.length }, { before: latest.warning.closesAt }),
    body: [words('notify.closing.burst.body', { name: first.name }, { closesAt: first.warning.closesAt })],
    actions: ['start-sweep'],
    sound: rules.sound && urgent,
    urgent,
  };
}

function burst(wanted: readonly Happening[], rules: AlertRules): Announcement {
  const count = (kind: Happening['kind']): number => wanted.filter((one) => one.kind === kind).length;
  return {
    id: 'burst',
    kind: 'burst',
    conversationId: null,
    title: words('notify.burst.title', { count: wanted.length }),
    body: tally([
      ['notify.tally.messages', count('message')],
      ['notify.tally.mentions', count('mention')],
      ['notify.tally.assignments', count('assignment')],
      ['notify.tally.closing', count('closing')],
      ['notify.tally.parked', count('parked')],
    ]),
    actions: [count('closing') > 0 ? 'start-sweep' : 'open'],
    sound: rules.sound,
    urgent: isUrgent(wanted),
  };
}

/** Names nobody and says nothing of what it is about. */
function countOnly(wanted: readonly Happening[], rules: AlertRules): Announcement {
  const [first, ...others] = wanted;
  return {
    ...burst(wanted, rules),
    id: 'count',
    conversationId: first !== undefined && others.length === 0 ? first.conversationId : null,
    title: words('notify.count.title', { count: wanted.length }),
    body: [],
  };
}

function isUrgent(happenings: readonly Happening[]): boolean {
  return happenings.some((one) => one.kind === 'closing' && one.warning.stepMs <= urgentStepMs);
}

/** What happened while the computer slept, was offline or was not to disturb. Each number is a query, not a counter. */
export interface Away {
  readonly messages: number;
  readonly closed: number;
  readonly closing: number;
  readonly parked: number;
}

/** One notification instead of hundreds; null: nothing happened. */
export function digest(away: Away, rules: AlertRules): Announcement | null {
  if (rules.privacy === 'off') return null;
  if (away.messages + away.closed + away.closing + away.parked === 0) return null;
  return {
    id: 'digest',
    kind: 'digest',
    conversationId: null,
    title: words('notify.digest.title'),
    body: tally([
      ['notify.tally.messages', away.messages],
      ['notify.tally.closed', away.closed],
      ['notify.tally.closing', away.closing],
      ['notify.tally.parked', away.parked],
    ]),
    actions: [away.closing > 0 ? 'start-sweep' : 'open'],
    sound: false,
    urgent: false,
  };
}
