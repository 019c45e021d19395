/**
 * What leaves the composer. Two functions at the end of this file make the effects with text in them, one for each
 * audience, and everything else has to go through one of them: law 2 can be read off their callers.
 */
import { allowsFreeText } from '../window/window-state.ts';
import { parseCommand } from './commands.ts';
import type {
  ComposerContext,
  ComposerMode,
  ComposerNoticeKey,
  ComposerQuestion,
  ComposerState,
  ComposerStep,
  FieldText,
} from './composer-machine.ts';
import { linkMentions } from './mentions.ts';

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

export function submit(state: ComposerState, context: ComposerContext): ComposerStep {
  if (state[state.mode].text.trim() === '') return quiet(state);
  if (isCommandLine(state, state.mode)) return runCommand(state, context);
  return state.mode === 'note' ? submitNote(state, context) : submitReply(state, context);
}

function submitReply(state: ComposerState, context: ComposerContext): ComposerStep {
  const text = outgoingText(state, 'reply');
  if (context.readOnly === true) return withNotice(state, 'composer.notice.locked');
  if (!allowsFreeText(context.window)) {
    const { conversationId } = state;
    return {
      state: { ...state, notice: { key: 'composer.notice.locked', params: {} } },
      effect: { type: 'open-template-picker', conversationId, text, search: '' },
    };
  }
  const looksLikeNote = /^[/@]/u.test(text) && state.prefix.reply !== 'doubled';
  if (looksLikeNote) return ask(state, { kind: 'leak', text }, 'ask-leak-guard');
  return toCustomer(state, 'reply', text, context);
}

function submitNote(state: ComposerState, context: ComposerContext): ComposerStep {
  return toTeam(state, 'note', outgoingText(state, 'note'), context);
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
      return toTeam(state, mode, parsed.text, context);
    case 'help':
      return { state: done, effect: { type: 'open-help' } };
  }
}

/** A person's own act, by a button that says so. */
export function keepAsNote(state: ComposerState, context: ComposerContext): ComposerStep {
  const text = outgoingText(state, 'reply');
  if (state.mode !== 'reply' || text === '' || state.inFlight !== null) return quiet(state);
  return toTeam({ ...state, menu: null, question: null, notice: null }, 'reply', text, context);
}

/** Rule 3: only while the window is open, and only after the agent has seen exactly what would go out. */
export function useAsReply(state: ComposerState, context: ComposerContext): ComposerStep {
  const text = outgoingText(state, 'note');
  if (state.mode !== 'note' || text === '' || state.inFlight !== null) return quiet(state);
  if (!allowsFreeText(context.window)) return withNotice(state, 'composer.notice.locked');
  return ask({ ...state, notice: null }, { kind: 'use-as-reply', text }, 'ask-use-as-reply');
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
  switch (answer) {
    case 'keep-editing':
      return quiet(state);
    case 'as-note':
      return question.kind === 'leak' ? toTeam(state, from, question.text, context) : quiet(state);
    case 'to-customer':
      return toCustomer(state, from, question.text, context);
  }
}

/** The core took the text: it leaves its field. What was typed behind it meanwhile stays. */
export function settle(state: ComposerState, how: 'accepted' | 'refused' | 'unanswered'): ComposerState {
  const { inFlight } = state;
  if (inFlight === null) return state;
  if (how !== 'accepted') {
    return { ...state, inFlight: null, notice: { key: `composer.notice.${how}`, params: {} } };
  }
  const { text, caret } = state[inFlight.mode];
  if (!text.startsWith(inFlight.text)) return { ...state, inFlight: null };
  const rest = text.slice(inFlight.text.length);
  const field: FieldText = { text: rest, caret: Math.max(0, caret - inFlight.text.length) };
  return {
    ...state,
    inFlight: null,
    [inFlight.mode]: field,
    prefix: { ...state.prefix, [inFlight.mode]: 'text' },
  };
}

/** The only place that makes a send-reply (law 1 in the page: judged again at this moment). `from`: whose text it is. */
function toCustomer(state: ComposerState, from: ComposerMode, text: string, context: ComposerContext): ComposerStep {
  if (context.readOnly === true || !allowsFreeText(context.window)) return withNotice(state, 'composer.notice.locked');
  if (text.length > textLimits.reply) {
    return withNotice(state, 'composer.notice.too-long', { limit: textLimits.reply, length: text.length });
  }
  return {
    state: { ...state, inFlight: { mode: from, text: state[from].text } },
    effect: { type: 'send-reply', conversationId: state.conversationId, text },
  };
}

/** The only place that makes an add-note; never refused because of a window. */
function toTeam(state: ComposerState, from: ComposerMode, text: string, context: ComposerContext): ComposerStep {
  const linked = linkMentions(text, context.agents);
  if (linked.length > textLimits.note) {
    return withNotice(state, 'composer.notice.too-long', { limit: textLimits.note, length: linked.length });
  }
  return {
    state: { ...state, inFlight: { mode: from, text: state[from].text } },
    effect: { type: 'add-note', conversationId: state.conversationId, text: linked },
  };
}
