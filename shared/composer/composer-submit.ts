/**
 * What leaves the composer. Two functions at the end of this file make the effects with text in them, one for each
 * audience, and everything else has to go through one of them: law 2 can be read off their callers.
 */
import type { ConversationAction } from '../contract/outbox.ts';
import { allowsFreeText } from '../window/window-state.ts';
import type {
  ComposerContext,
  ComposerMode,
  ComposerNoticeKey,
  ComposerQuestion,
  ComposerState,
  ComposerStep,
  FieldText,
  InFlight,
} from './composer-types.ts';
import { looksInternal } from './leak-guard.ts';
import { linkMentions } from './mentions.ts';
import { parseCommand } from './parse-command.ts';

/** The contract's limits (WhatsApp text 4096; Chatwoot note 10 000), in UTF-16 units as zod counts them. */
export const textLimits = { reply: 4096, note: 10_000 } as const;

function quiet(state: ComposerState): ComposerStep {
  return { state, effect: null };
}

function withNotice(
  state: ComposerState,
  key: ComposerNoticeKey,
  params: Readonly<Record<string, string | number>> = {},
): ComposerStep {
  return quiet({ ...state, notice: { key, params } });
}

/** What goes out of a text: `//` and `@@` at the start stand for one. */
function outgoingText(state: ComposerState, mode: ComposerMode): string {
  const text = state[mode].text.trim();
  return state.prefix[mode] === 'doubled' ? text.slice(1) : text;
}

function isCommandLine(state: ComposerState, mode: ComposerMode): boolean {
  return state.prefix[mode] === 'typed' && state[mode].text.startsWith('/');
}

/** What "send and close" adds to a text. */
const close: ConversationAction = { kind: 'set-status', status: 'resolved', snoozedUntil: null };

function hasContent(state: ComposerState, mode: ComposerMode): boolean {
  return state[mode].text.trim() !== '' || state.files[mode].length > 0;
}

export function submit(state: ComposerState, context: ComposerContext, andClose: boolean): ComposerStep {
  const { mode } = state;
  if (isCommandLine(state, mode) && state[mode].text.trim() !== '') return runCommand(state, context);
  if (context.uploading[mode]) return withNotice(state, 'composer.notice.uploading');
  if (!hasContent(state, mode)) return quiet(state);
  if (mode === 'note') return toTeam(state, { from: 'note', text: outgoingText(state, 'note') }, context, andClose);
  return submitReply(state, context, andClose);
}

function submitReply(state: ComposerState, context: ComposerContext, andClose: boolean): ComposerStep {
  const text = outgoingText(state, 'reply');
  if (context.readOnly === true) return withNotice(state, 'composer.notice.locked');
  if (!allowsFreeText(context.window)) {
    const { conversationId } = state;
    const key = state.files.reply.length > 0 ? 'composer.notice.files-no-template' : 'composer.notice.locked';
    return {
      state: { ...state, notice: { key, params: {} } },
      effect: { type: 'open-template-picker', conversationId, text, search: '' },
    };
  }
  const about = state.prefix.reply === 'doubled' ? null : looksInternal(text, context.agents);
  if (about !== null) return ask(state, { kind: 'leak', text, about, andClose }, 'ask-leak-guard');
  return toCustomer(state, { from: 'reply', text }, context, andClose);
}

function ask(
  state: ComposerState,
  question: ComposerQuestion,
  type: 'ask-leak-guard' | 'ask-use-as-reply',
): ComposerStep {
  return { state: { ...state, question, menu: null }, effect: { type, text: question.text } };
}

/** The first line is done; what stands below it stays. */
function withoutFirstLine(state: ComposerState, mode: ComposerMode): ComposerState {
  const { text } = state[mode];
  const lineEnd = text.indexOf('\n');
  const field: FieldText = { text: lineEnd === -1 ? '' : text.slice(lineEnd + 1), caret: 0 };
  return { ...state, [mode]: field, prefix: { ...state.prefix, [mode]: 'text' }, menu: null };
}

function runCommand(state: ComposerState, context: ComposerContext): ComposerStep {
  const { mode, conversationId } = state;
  const parsed = parseCommand(state[mode].text, context);
  const done = withoutFirstLine(state, mode);
  switch (parsed.type) {
    case 'problem': // rule 6: nothing else happens, and the text stays
      return quiet({ ...state, notice: { key: parsed.problem.key, params: parsed.problem.params } });
    case 'act':
      return { state: done, effect: { type: 'act', conversationId, action: parsed.action } };
    case 'template': {
      const text = done.reply.text.trim();
      return { state: done, effect: { type: 'open-template-picker', conversationId, text, search: parsed.search } };
    }
    case 'note':
      return toTeam(state, { from: mode, text: parsed.text }, context, false);
    case 'hand-over':
      return toTeam(state, { from: mode, text: parsed.text }, context, parsed.action);
    case 'sms':
      return { state: done, effect: { type: 'open-sms' } };
    case 'explain-window':
      return { state: done, effect: { type: 'explain-window' } };
    case 'help':
      return { state: done, effect: { type: 'open-help' } };
  }
}

/** A person's own act, by a button that says so. */
export function keepAsNote(state: ComposerState, context: ComposerContext): ComposerStep {
  const text = outgoingText(state, 'reply');
  if (state.mode !== 'reply' || !hasContent(state, 'reply') || state.inFlight !== null) return quiet(state);
  if (context.uploading.reply) return withNotice(state, 'composer.notice.uploading');
  const next: ComposerState = { ...state, menu: null, question: null, notice: null };
  return toTeam(next, { from: 'reply', text }, context, false);
}

/** Rule 3: only while the window is open, and only after the agent has seen exactly what would go out. */
export function useAsReply(state: ComposerState, context: ComposerContext): ComposerStep {
  const text = outgoingText(state, 'note');
  if (state.mode !== 'note' || !hasContent(state, 'note') || state.inFlight !== null) return quiet(state);
  if (!allowsFreeText(context.window)) return withNotice(state, 'composer.notice.locked');
  if (context.uploading.note) return withNotice(state, 'composer.notice.uploading');
  const question = { kind: 'use-as-reply', text, about: null, andClose: false } as const;
  return ask({ ...state, notice: null }, question, 'ask-use-as-reply');
}

export function answerQuestion(
  before: ComposerState,
  answer: 'as-note' | 'to-customer' | 'keep-editing',
  context: ComposerContext,
): ComposerStep {
  const { question } = before;
  const state: ComposerState = { ...before, question: null };
  if (question === null || state.inFlight !== null) return quiet(state);
  const from: ComposerMode = question.kind === 'leak' ? 'reply' : 'note';
  const own: OwnText = { from, text: question.text };
  switch (answer) {
    case 'keep-editing':
      return quiet(state);
    case 'as-note':
      return question.kind === 'leak' ? toTeam(state, own, context, question.andClose) : quiet(state);
    case 'to-customer':
      return toCustomer(state, own, context, question.andClose);
  }
}

/** The core took it: text, files and quote leave their places. What was added behind them meanwhile stays. */
export function settle(state: ComposerState, how: 'accepted' | 'refused' | 'unanswered'): ComposerState {
  const { inFlight } = state;
  if (inFlight === null) return state;
  if (how !== 'accepted') {
    return { ...state, inFlight: null, notice: { key: `composer.notice.${how}`, params: {} } };
  }
  const { mode } = inFlight;
  const files = { ...state.files, [mode]: state.files[mode].filter(({ id }) => !inFlight.fileIds.includes(id)) };
  const answered = mode === 'reply' && state.quotedId === inFlight.quotedId;
  const next: ComposerState = { ...state, inFlight: null, files, quotedId: answered ? null : state.quotedId };
  const { text, caret } = state[mode];
  if (!text.startsWith(inFlight.text)) return next;
  const field: FieldText = {
    text: text.slice(inFlight.text.length),
    caret: Math.max(0, caret - inFlight.text.length),
  };
  return { ...next, [mode]: field, prefix: { ...state.prefix, [mode]: 'text' } };
}

/** A text on its way out, and the field it was typed in. */
interface OwnText {
  readonly from: ComposerMode;
  readonly text: string;
}

function leaving(state: ComposerState, from: ComposerMode): InFlight {
  const fileIds = state.files[from].map(({ id }) => id);
  return { mode: from, text: state[from].text, fileIds, quotedId: from === 'reply' ? state.quotedId : null };
}

/** The only place that makes a send-reply (law 1 in the page: judged again at this moment). */
function toCustomer(
  state: ComposerState,
  { from, text }: OwnText,
  context: ComposerContext,
  andClose: boolean,
): ComposerStep {
  if (context.readOnly === true || !allowsFreeText(context.window)) return withNotice(state, 'composer.notice.locked');
  if (text.length > textLimits.reply) {
    return withNotice(state, 'composer.notice.too-long', { limit: textLimits.reply, length: text.length });
  }
  const { conversationId } = state;
  const inFlight = leaving(state, from);
  const { fileIds: files, quotedId } = inFlight;
  return {
    state: { ...state, inFlight },
    effect: { type: 'send-reply', conversationId, text, files, quotedId, afterwards: andClose ? close : null },
  };
}

/** The only place that makes an add-note; never refused because of a window. `afterwards`: true closes the conversation. */
function toTeam(
  state: ComposerState,
  { from, text }: OwnText,
  context: ComposerContext,
  afterwards: boolean | ConversationAction,
): ComposerStep {
  const linked = linkMentions(text, context);
  if (linked.length > textLimits.note) {
    return withNotice(state, 'composer.notice.too-long', { limit: textLimits.note, length: linked.length });
  }
  const { conversationId } = state;
  const inFlight = leaving(state, from);
  const after = typeof afterwards === 'boolean' ? (afterwards ? close : null) : afterwards;
  return {
    state: { ...state, inFlight },
    effect: { type: 'add-note', conversationId, text: linked, files: inFlight.fileIds, afterwards: after },
  };
}
