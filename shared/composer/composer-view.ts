/** What the composer looks like now. All words are i18n keys with params; times in params are epoch ms of server time. */
import type { ChannelKind } from '../contract/entities.ts';
import { allowsFreeText, type WindowState } from '../window/window-state.ts';
import { plainReason, type RefusalKey } from '../outbox/refusals.ts';
import type { ComposerMode } from './composer-types.ts';
import { textLimits } from './composer-submit.ts';

export interface ComposerViewInput {
  readonly window: WindowState;
  readonly mode: ComposerMode;
  readonly replyText: string;
  readonly noteText: string;
  /** How many files hang on each. */
  readonly files?: Readonly<Record<ComposerMode, number>>;
  /** A file of the text that is being written is not stored yet. */
  readonly uploading?: boolean;
  readonly connection: 'online' | 'offline';
  /** The channel has at least one sendable template. */
  readonly hasTemplates: boolean;
  readonly channelKind: ChannelKind;
  /** A template went out after the window closed and waits for an answer. */
  readonly templateSentAt: number | null;
  /** Code of the refusal that came back for the last reply (131047, 131050 …); null: none. */
  readonly lateRefusal: number | null;
  readonly customerName: string;
  /** The agent may not write to the customer here (permission); notes still work. */
  readonly readOnly: boolean;
  /** An SMS channel reaches this customer. */
  readonly hasSms?: boolean;
  /** The colleague who got this conversation while the agent was looking at it as their own; null: nobody. */
  readonly reassignedTo?: string | null;
  /** Wall − server time, for "your clock is 4 min fast"; 0 or absent: unknown. */
  readonly computerClockErrorMs?: number;
}

export type ExitKind =
  | 'template'
  | 'note'
  | 'sms'
  | 'tell-admin'
  | 'keep-as-note'
  | 'copy-text'
  | 'check-clock'
  | 'ask-colleague'
  | 'take-over';

export interface ComposerButton {
  /**
   * What a press does. On the send button every action is the machine's `submit`; elsewhere `note` is its prefix event,
   * `keep-as-note` its own event, `send` its `submit`, and the others open something.
   */
  readonly action: ExitKind | 'send' | 'add-note';
  readonly labelKey: ButtonKey;
  /** Shown beside it ("T"); null: none. */
  readonly keyHint: string | null;
  readonly enabled: boolean;
  /** Why it is off; null when enabled. */
  readonly disabledReasonKey: DisabledReasonKey | null;
}
export type ButtonKey =
  | 'composer.button.send'
  | 'composer.button.send-now'
  | 'composer.button.queue'
  | 'composer.button.add-note'
  | 'composer.button.choose-template'
  | 'composer.button.choose-template-with-text'
  | 'composer.button.keep-as-note'
  | 'composer.button.sms'
  | 'composer.button.tell-admin'
  | 'composer.button.copy-text'
  | 'composer.button.check-clock'
  | 'composer.button.ask-colleague'
  | 'composer.button.take-over';
export type DisabledReasonKey =
  | 'composer.disabled.empty'
  | 'composer.disabled.uploading'
  | 'composer.disabled.too-long'
  | 'composer.disabled.no-template'
  | 'composer.disabled.read-only';

export type BannerCase =
  | 'closed'
  | 'closed-no-template'
  | 'closed-other' // a channel that is not WhatsApp and has no templates: only the customer can open it
  | 'template-sent'
  | 'never-opened'
  | 'never-opened-no-template'
  | 'last'
  | 'guard'
  | 'refused-late'
  | 'refused-other'
  | 'unverified'
  | 'unverified-offline'
  | 'opted-out'
  | 'undeliverable'
  | 'reassigned'
  | 'read-only';

export interface Banner {
  readonly case: BannerCase;
  readonly tone: 'lock' | 'last' | 'unknown' | 'info';
  readonly textKey: `banner.${BannerCase}.text`;
  readonly params: Readonly<Record<string, string | number>>;
  /** For `refused-…` and the like: WhatsApp's reason in plain words; null: the banner's own text says it. */
  readonly reasonKey: RefusalKey | null;
  readonly actions: readonly ComposerButton[];
}

/** Why nothing typed here can go to the customer as free text. */
export type LockKey =
  | 'composer.lock.never-opened'
  | 'composer.lock.closed'
  | 'composer.lock.guard'
  | 'composer.lock.unverified'
  | 'composer.lock.read-only';

export interface ComposerView {
  readonly banner: Banner | null;
  readonly locked: boolean;
  /** The named reason; null exactly while not locked. */
  readonly lockKey: LockKey | null;
  readonly field: {
    readonly labelKey: 'composer.label.reply' | 'composer.label.note';
    readonly placeholderKey: 'composer.placeholder.reply' | 'composer.placeholder.note' | 'composer.placeholder.locked';
    readonly params: Readonly<Record<string, string | number>>;
    readonly tone: 'reply' | 'note';
    /** Spoken once when the mode changes. */
    readonly announceKey: 'composer.announce.reply' | 'composer.announce.note';
    /** Longest text that may go out, in characters, and how much is left. */
    readonly limit: number;
    readonly left: number;
  };
  readonly send: ComposerButton;
  readonly secondary: ComposerButton | null;
  readonly prefixRow: {
    /** Command, mention and note work while locked and are outlined then. */
    readonly highlighted: boolean;
    readonly hintKey: 'composer.prefix.works-while-locked' | null;
    readonly templateEnabled: boolean;
  };
  /** Every way out of a lock, best first. Never empty while `locked` (law 5). */
  readonly exits: readonly ComposerButton[];
}

const buttonLook: Readonly<Record<ExitKind, readonly [ButtonKey, string | null]>> = {
  template: ['composer.button.choose-template', 'T'],
  note: ['composer.button.add-note', 'N'],
  sms: ['composer.button.sms', null],
  'tell-admin': ['composer.button.tell-admin', null],
  'keep-as-note': ['composer.button.keep-as-note', null],
  'copy-text': ['composer.button.copy-text', null],
  'check-clock': ['composer.button.check-clock', null],
  'ask-colleague': ['composer.button.ask-colleague', '@'],
  'take-over': ['composer.button.take-over', null],
};

function exit(action: ExitKind): ComposerButton {
  const [labelKey, keyHint] = buttonLook[action];
  return { action, labelKey, keyHint, enabled: true, disabledReasonKey: null };
}

function lockKeyOf(input: ComposerViewInput): LockKey | null {
  if (input.readOnly) return 'composer.lock.read-only';
  switch (input.window.kind) {
    case 'none':
      return 'composer.lock.never-opened';
    case 'closed':
      return 'composer.lock.closed';
    case 'guard':
      return 'composer.lock.guard';
    case 'unverified':
      return 'composer.lock.unverified';
    case 'unlimited':
    case 'open':
    case 'closing':
    case 'urgent':
    case 'last':
      return null;
  }
}

/** A refusal is newer than the state of the window, so it is told first. 131047 is history once the customer wrote. */
function refusalCase(input: ComposerViewInput): BannerCase | null {
  if (input.lateRefusal === null) return null;
  const { reasonKey, closesWindow } = plainReason(input.lateRefusal);
  if (closesWindow) return allowsFreeText(input.window) ? null : 'refused-late';
  if (reasonKey === 'refusal.opted-out') return 'opted-out';
  return reasonKey === 'refusal.unreachable' ? 'undeliverable' : 'refused-other';
}

function closedCase(input: ComposerViewInput): BannerCase {
  const never = input.window.kind === 'none';
  if (input.templateSentAt !== null) return 'template-sent';
  if (input.hasTemplates) return never ? 'never-opened' : 'closed';
  if (input.channelKind !== 'whatsapp') return 'closed-other';
  return never ? 'never-opened-no-template' : 'closed-no-template';
}

function windowCase(input: ComposerViewInput): BannerCase | null {
  switch (input.window.kind) {
    case 'none':
    case 'closed':
      return closedCase(input);
    case 'unverified':
      return input.connection === 'offline' ? 'unverified-offline' : 'unverified';
    case 'guard':
    case 'last':
      return input.window.kind;
    case 'unlimited':
    case 'open':
    case 'closing':
    case 'urgent':
      return null;
  }
}

/** What forbids or threatens sending comes first; who has the conversation now is told when nothing else is. */
function bannerCase(input: ComposerViewInput): BannerCase | null {
  if (input.readOnly) return 'read-only';
  return refusalCase(input) ?? windowCase(input) ?? (isReassigned(input) ? 'reassigned' : null);
}

function isReassigned({ reassignedTo = null }: ComposerViewInput): boolean {
  return reassignedTo !== null;
}

/** What each banner offers, best first; those that are impossible here are dropped. */
const bannerActions: Readonly<Record<BannerCase, readonly (ExitKind | 'send')[]>> = {
  closed: ['template', 'note', 'sms'],
  'closed-no-template': ['note', 'tell-admin', 'sms'],
  'closed-other': ['note', 'sms'],
  'template-sent': ['note'],
  'never-opened': ['template', 'note'],
  'never-opened-no-template': ['note', 'tell-admin', 'sms'],
  last: ['send', 'template'],
  guard: ['template', 'note'],
  'refused-late': ['template', 'copy-text', 'note'],
  'refused-other': ['copy-text', 'note'],
  unverified: ['check-clock', 'template', 'note'],
  'unverified-offline': ['check-clock', 'template', 'note'],
  'opted-out': ['template', 'note'],
  undeliverable: ['note', 'sms'],
  reassigned: ['ask-colleague', 'take-over'],
  'read-only': ['note'],
};

const bannerTone: Readonly<Partial<Record<BannerCase, Banner['tone']>>> = {
  last: 'last',
  guard: 'last',
  unverified: 'unknown',
  'unverified-offline': 'unknown',
  'template-sent': 'info',
  reassigned: 'info',
};

function isPossible(action: ExitKind | 'send', input: ComposerViewInput): boolean {
  switch (action) {
    case 'template':
      return input.hasTemplates && !input.readOnly;
    case 'sms':
      return input.hasSms === true && !input.readOnly;
    case 'tell-admin':
      return !input.hasTemplates;
    case 'send':
      return input.mode === 'reply' && sendButton(input).enabled;
    case 'keep-as-note':
      return input.mode === 'reply' && (input.replyText.trim() !== '' || filesOf(input, 'reply') > 0);
    case 'copy-text':
      return input.replyText.trim() !== '';
    case 'check-clock':
      return input.window.kind === 'unverified';
    case 'ask-colleague':
    case 'take-over':
      return isReassigned(input);
    case 'note':
      return true;
  }
}

function banner(input: ComposerViewInput): Banner | null {
  const which = bannerCase(input);
  if (which === null) return null;
  const { closesAt, remainingMs } = input.window;
  return {
    case: which,
    tone: bannerTone[which] ?? 'lock',
    textKey: `banner.${which}.text`,
    params: {
      name: input.customerName,
      colleague: input.reassignedTo ?? '',
      ...(closesAt === null ? {} : { closesAt }),
      ...(remainingMs === null ? {} : { remainingMs }),
      ...(input.templateSentAt === null ? {} : { templateSentAt: input.templateSentAt }),
      clockErrorMs: input.computerClockErrorMs ?? 0,
    },
    reasonKey:
      input.lateRefusal !== null && refusalCase(input) === which ? plainReason(input.lateRefusal).reasonKey : null,
    actions: bannerActions[which]
      .filter((action) => isPossible(action, input))
      .map((action) => (action === 'send' ? sendButton(input) : exit(action))),
  };
}

function filesOf({ files }: ComposerViewInput, mode: ComposerMode): number {
  return files?.[mode] ?? 0;
}

/** Why the text of the current mode cannot go; null: it can. */
function notReady(input: ComposerViewInput, text: string, limit: number): DisabledReasonKey | null {
  const { length } = text.trim();
  if (input.uploading === true) return 'composer.disabled.uploading';
  if (length === 0 && filesOf(input, input.mode) === 0) return 'composer.disabled.empty';
  return length > limit ? 'composer.disabled.too-long' : null;
}

function button(
  action: ComposerButton['action'],
  labelKey: ButtonKey,
  disabledReasonKey: DisabledReasonKey | null,
): ComposerButton {
  return { action, labelKey, keyHint: null, enabled: disabledReasonKey === null, disabledReasonKey };
}

function sendLabel(input: ComposerViewInput): ButtonKey {
  if (input.connection === 'offline') return 'composer.button.queue';
  return input.window.kind === 'last' ? 'composer.button.send-now' : 'composer.button.send';
}

function sendButton(input: ComposerViewInput): ComposerButton {
  if (input.mode === 'note') {
    return button('add-note', 'composer.button.add-note', notReady(input, input.noteText, textLimits.note));
  }
  if (input.readOnly) return button('send', 'composer.button.send', 'composer.disabled.read-only');
  if (allowsFreeText(input.window)) {
    return button('send', sendLabel(input), notReady(input, input.replyText, textLimits.reply));
  }
  const carriesText = input.replyText.trim() !== '';
  return button(
    'template',
    carriesText ? 'composer.button.choose-template-with-text' : 'composer.button.choose-template',
    input.hasTemplates ? null : 'composer.disabled.no-template',
  );
}

function field(input: ComposerViewInput, locked: boolean): ComposerView['field'] {
  const params = { name: input.customerName };
  if (input.mode === 'note') {
    return {
      labelKey: 'composer.label.note',
      placeholderKey: 'composer.placeholder.note',
      params,
      tone: 'note',
      announceKey: 'composer.announce.note',
      limit: textLimits.note,
      left: textLimits.note - input.noteText.trim().length,
    };
  }
  return {
    labelKey: 'composer.label.reply',
    placeholderKey: locked ? 'composer.placeholder.locked' : 'composer.placeholder.reply',
    params,
    tone: 'reply',
    announceKey: 'composer.announce.reply',
    limit: textLimits.reply,
    left: textLimits.reply - input.replyText.trim().length,
  };
}

const exitOrder: readonly ExitKind[] = [
  'template',
  'keep-as-note',
  'note',
  'sms',
  'check-clock',
  'tell-admin',
  'copy-text',
];

/** The field is never disabled, whatever the window says: only sending to the customer is. */
export function composerView(input: ComposerViewInput): ComposerView {
  const lockKey = lockKeyOf(input);
  const locked = lockKey !== null;
  const keepsText = locked && isPossible('keep-as-note', input);
  return {
    banner: banner(input),
    locked,
    lockKey,
    field: field(input, locked),
    send: sendButton(input),
    secondary: keepsText ? exit('keep-as-note') : null,
    prefixRow: {
      highlighted: locked,
      hintKey: locked ? 'composer.prefix.works-while-locked' : null,
      templateEnabled: isPossible('template', input),
    },
    exits: locked ? exitOrder.filter((action) => isPossible(action, input)).map(exit) : [],
  };
}
