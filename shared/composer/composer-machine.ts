/**
 * The text side of the composer: which audience is written to, both texts, the prefix menu. The page feeds it what
 * happened and draws what comes out; it holds no rule of its own.
 */
import type { ConversationAction } from '../contract/entities.ts';
import { assertNever } from '../lang/assert.ts';
import { allowsFreeText } from '../window/window-state.ts';
import { findCommand, type CommandContext, type CommandProblem } from './commands.ts';
import {
  appendMention,
  chooseFromMenu,
  commandTypedOut,
  insertCommand,
  menuAfterTyping,
  menuChoices,
} from './composer-menu.ts';
import { answerQuestion, keepAsNote, settle, submit, useAsReply } from './composer-submit.ts';

export type ComposerMode = 'reply' | 'note';

export interface FieldText {
  readonly text: string;
  readonly caret: number;
}

export interface ComposerMenu {
  readonly kind: 'command' | 'mention';
  /** What was typed behind the prefix. */
  readonly query: string;
  /** Position in `menuChoices(…)`. */
  readonly selected: number;
  /** Where the prefix stands in the text of the current mode. */
  readonly start: number;
}

/** A question only a person may answer; the page shows its sheet while this is set. */
export interface ComposerQuestion {
  /** `leak`: a reply that looks like a note (default answer: as-note). `use-as-reply`: a note to be sent to the customer. */
  readonly kind: 'leak' | 'use-as-reply';
  /** Exactly what would go out. */
  readonly text: string;
}

/** One line under the field; i18n key and its params. */
export interface ComposerNotice {
  readonly key: CommandProblem['key'] | ComposerNoticeKey;
  readonly params: Readonly<Record<string, string | number>>;
}
export type ComposerNoticeKey =
  | 'composer.notice.locked' // a reply was submitted although it cannot go; the text stays
  | 'composer.notice.other-conversation' // the field belonged to another conversation; nothing was done
  | 'composer.notice.refused' // the core refused; the text stays
  | 'composer.notice.unanswered' // the wire broke first: done or not, nobody knows yet; the text stays
  | 'composer.notice.too-long'; // { limit, length }

export interface ComposerState {
  readonly conversationId: number;
  readonly mode: ComposerMode;
  readonly reply: FieldText;
  readonly note: FieldText;
  readonly menu: ComposerMenu | null;
  readonly question: ComposerQuestion | null;
  readonly notice: ComposerNotice | null;
  /** Handed to the core, no answer yet. The text stays in its field until the core has it (law 3). */
  readonly inFlight: { readonly mode: ComposerMode; readonly text: string } | null;
  /** How a text that begins with a prefix got there; decides whether it is read as a command. */
  readonly prefix: { readonly reply: PrefixOrigin; readonly note: PrefixOrigin };
}
/** typed: may be a command · text: pasted, or the menu was left with Esc · doubled: `//` or `@@`, sent with one. */
export type PrefixOrigin = 'typed' | 'text' | 'doubled';

export interface ComposerContext extends CommandContext {
  /** The conversation the page shows at this moment. */
  readonly conversationId: number;
  /** The agent may not write to the customer here; notes still work. */
  readonly readOnly?: boolean;
}

export type ComposerEvent =
  /** The field's whole new text after a key, a deletion, dictation … `mode` is the field it happened in. */
  | {
      readonly type: 'typed';
      readonly mode: ComposerMode;
      readonly text: string;
      readonly caret: number;
      readonly isComposing: boolean;
    }
  /** The same after a paste or drop. */
  | { readonly type: 'pasted'; readonly mode: ComposerMode; readonly text: string; readonly caret: number }
  | { readonly type: 'caret'; readonly caret: number }
  /** A button of the prefix row, or the keys `/`, `@`, `N` outside the field. */
  | { readonly type: 'prefix'; readonly prefix: 'command' | 'mention' | 'note' }
  | { readonly type: 'menu-move'; readonly by: 1 | -1 }
  /** Chooses the entry at `index`, or the selected one. */
  | { readonly type: 'menu-choose'; readonly index: number | null }
  | { readonly type: 'escape' }
  | { readonly type: 'switch-mode'; readonly mode: ComposerMode }
  /** Enter or the Send / Add note / Choose template… button. With an open menu: chooses its selected entry. */
  | { readonly type: 'submit'; readonly isComposing: boolean }
  /** The button "Keep as note" beside a locked reply. */
  | { readonly type: 'keep-as-note' }
  /** The menu entry "Use as reply…" of a note. */
  | { readonly type: 'use-as-reply' }
  | { readonly type: 'answer'; readonly answer: 'as-note' | 'to-customer' | 'keep-editing' }
  /** The core took what the last effect asked for, refused it, or its answer never came. */
  | { readonly type: 'accepted' }
  | { readonly type: 'refused' }
  | { readonly type: 'unanswered' }
  /** A text comes back to its own audience: late refusal, edit of a queued item. Goes before what is there. */
  | { readonly type: 'restored'; readonly mode: ComposerMode; readonly text: string }
  /** The agent took an earlier text out of the history. It goes behind what its own audience's draft has. */
  | { readonly type: 'recalled'; readonly mode: ComposerMode; readonly text: string }
  | {
      readonly type: 'conversation-changed';
      readonly conversationId: number;
      readonly reply: FieldText;
      readonly note: FieldText;
    };

/** What the page has to do. After send-reply and add-note it answers with `accepted` or `refused`. */
export type ComposerEffect =
  | { readonly type: 'send-reply'; readonly conversationId: number; readonly text: string }
  | { readonly type: 'add-note'; readonly conversationId: number; readonly text: string }
  | { readonly type: 'act'; readonly conversationId: number; readonly action: ConversationAction }
  /** `text`: the reply to carry into a variable ('' : none). `search`: what `/template` was given. */
  | {
      readonly type: 'open-template-picker';
      readonly conversationId: number;
      readonly text: string;
      readonly search: string;
    }
  | { readonly type: 'ask-leak-guard'; readonly text: string }
  | { readonly type: 'ask-use-as-reply'; readonly text: string }
  | { readonly type: 'open-help' };

export interface ComposerStep {
  readonly state: ComposerState;
  readonly effect: ComposerEffect | null;
}

const emptyField: FieldText = { text: '', caret: 0 };

/** A fresh composer for a conversation with its drafts. */
export function startComposer(
  conversationId: number,
  drafts: { readonly reply: FieldText; readonly note: FieldText } = { reply: emptyField, note: emptyField },
): ComposerState {
  return {
    conversationId,
    mode: 'reply',
    reply: drafts.reply,
    note: drafts.note,
    menu: null,
    question: null,
    notice: null,
    inFlight: null,
    // How a stored draft got its prefix is not known: in a reply it is asked about, in a note it is still a command.
    prefix: { reply: 'text', note: drafts.note.text.startsWith('/') ? 'typed' : 'text' },
  };
}

type Typed = Extract<ComposerEvent, { type: 'typed' }>;
type Pasted = Extract<ComposerEvent, { type: 'pasted' }>;

function beginsWithPrefix(text: string): boolean {
  return text.startsWith('/') || text.startsWith('@');
}

/** Rules 1, 5 and 7: where the prefix at the start of a text comes from. */
function originAfterTyping(before: FieldText, event: Typed, origin: PrefixOrigin): PrefixOrigin {
  const { text } = event;
  if (!beginsWithPrefix(text)) return 'text';
  if (before.text === '') return text[0] === text[1] ? 'doubled' : 'typed';
  if (beginsWithPrefix(before.text)) {
    const doubledNow = text[0] === text[1];
    if (origin === 'typed' && before.text.length === 1 && doubledNow) return 'doubled';
    return origin === 'doubled' && !doubledNow ? 'typed' : origin;
  }
  // A slash put in front of a note that is being written is a command line; in front of a reply it is asked about.
  return event.mode === 'note' && event.caret === 1 ? 'typed' : 'text';
}

function withField(state: ComposerState, mode: ComposerMode, field: FieldText, origin: PrefixOrigin): ComposerState {
  return { ...state, [mode]: field, prefix: { ...state.prefix, [mode]: origin } };
}

/** Rule 2: the glyph never appears in the reply field; it is the first one of the note. */
function typedWhileLocked(state: ComposerState, event: Typed, context: ComposerContext): ComposerState {
  const isCommand = event.text.startsWith('/');
  const note = isCommand ? insertCommand(state.note, event.text) : appendMention(state.note, event.text);
  const origin: PrefixOrigin = originAfterTyping(emptyField, event, 'text');
  const keepsOrigin = !isCommand && state.note.text !== '';
  const switched = withField({ ...state, mode: 'note' }, 'note', note, keepsOrigin ? state.prefix.note : origin);
  return { ...switched, menu: menuAfterTyping(switched, context, true) };
}

function typed(before: ComposerState, event: Typed, context: ComposerContext): ComposerState {
  const state: ComposerState = { ...before, notice: null, question: null };
  const old = state[event.mode];
  const field: FieldText = { text: event.text, caret: event.caret };
  const origin = originAfterTyping(old, event, state.prefix[event.mode]);
  // A late event of the other field keeps its audience and changes nothing else.
  if (event.mode !== state.mode) return withField(state, event.mode, field, origin);
  const fromEmpty = old.text === '' && beginsWithPrefix(event.text);
  if (event.isComposing) return { ...withField(state, event.mode, field, origin), menu: null };
  if (fromEmpty && state.mode === 'reply' && !allowsFreeText(context.window)) {
    return typedWhileLocked(state, event, context);
  }
  const next = withField(state, event.mode, field, origin);
  const choice = next.mode === 'reply' && state.menu?.kind === 'command' ? commandTypedOut(next, 'reply') : null;
  if (choice !== null) return chooseFromMenu(next, choice);
  return { ...next, menu: menuAfterTyping(next, context, fromEmpty) };
}

function pasted(state: ComposerState, event: Pasted): ComposerState {
  const old = state[event.mode];
  const keeps = beginsWithPrefix(old.text) && event.text.startsWith(old.text);
  const origin = keeps ? state.prefix[event.mode] : 'text';
  const field: FieldText = { text: event.text, caret: event.caret };
  return { ...withField(state, event.mode, field, origin), menu: null, notice: null, question: null };
}

/** The prefix row works in every window state and always ends in a note. */
function prefixPressed(
  before: ComposerState,
  prefix: 'command' | 'mention' | 'note',
  context: ComposerContext,
): ComposerState {
  const state: ComposerState = { ...before, mode: 'note', menu: null, notice: null, question: null };
  if (prefix === 'note') return state;
  if (prefix === 'mention') {
    const origin = state.note.text === '' ? 'typed' : state.prefix.note;
    const next = withField(state, 'note', appendMention(state.note, '@'), origin);
    return { ...next, menu: menuAfterTyping(next, context, false) };
  }
  const begun = state.prefix.note === 'typed' ? /^\/\S*/u.exec(state.note.text)?.[0] : undefined;
  const note = begun === undefined ? insertCommand(state.note, '/') : { text: state.note.text, caret: begun.length };
  const next = withField(state, 'note', note, 'typed');
  return { ...next, menu: menuAfterTyping(next, context, true) };
}

function moveInMenu(state: ComposerState, by: 1 | -1, context: ComposerContext): ComposerState {
  const count = menuChoices(state, context).length;
  if (state.menu === null || count === 0) return state;
  return { ...state, menu: { ...state.menu, selected: (state.menu.selected + by + count) % count } };
}

/** An open menu follows the caret or goes; moving never opens one. */
function caretMoved(state: ComposerState, caret: number, context: ComposerContext): ComposerState {
  const next: ComposerState = { ...state, [state.mode]: { ...state[state.mode], caret } };
  return { ...next, menu: state.menu === null ? null : menuAfterTyping(next, context, false) };
}

function choose(state: ComposerState, index: number | null, context: ComposerContext): ComposerState {
  const choice = menuChoices(state, context)[index ?? state.menu?.selected ?? 0];
  return choice === undefined ? state : chooseFromMenu(state, choice);
}

/** Rule 1: the literal character stays, and is text from now on. */
function escape(state: ComposerState): ComposerState {
  if (state.menu === null) return { ...state, question: null, notice: null };
  const atStart = state.menu.start === 0;
  return { ...state, menu: null, prefix: atStart ? { ...state.prefix, [state.mode]: 'text' } : state.prefix };
}

function restored(state: ComposerState, mode: ComposerMode, text: string): ComposerState {
  const old = state[mode];
  const joined = old.text === '' ? text : `${text}\n${old.text}`;
  // The mode stays: the agent may be in the middle of a word for the other audience.
  return { ...withField(state, mode, { text: joined, caret: joined.length }, 'text'), menu: null, question: null };
}

/** A person chose it, so the field it goes into comes into sight: a change of mode, never of audience. */
function recalled(state: ComposerState, mode: ComposerMode, text: string): ComposerState {
  const old = state[mode].text;
  const joined = old === '' ? text : `${old}\n${text}`;
  const origin = old === '' ? 'text' : state.prefix[mode];
  const next = withField(state, mode, { text: joined, caret: joined.length }, origin);
  return { ...next, mode, menu: null, question: null, notice: null };
}

/** With an open menu Enter chooses, unless the note already holds the whole word of a command without argument. */
function enter(state: ComposerState, context: ComposerContext): ComposerStep {
  const choices = menuChoices(state, context);
  const whole = state.menu?.kind === 'command' ? findCommand(state.menu.query) : null;
  const complete = state.mode === 'note' && whole !== null && whole.argumentKey === null;
  if (choices.length > 0 && !complete) return { state: choose(state, null, context), effect: null };
  return submit({ ...state, menu: null, notice: null }, context);
}

export function step(state: ComposerState, event: ComposerEvent, context: ComposerContext): ComposerStep {
  const quiet = (next: ComposerState): ComposerStep => ({ state: next, effect: null });
  if (event.type === 'conversation-changed') {
    return quiet(startComposer(event.conversationId, { reply: event.reply, note: event.note }));
  }
  // Rule 9: a key that was meant for another conversation does nothing here.
  if (context.conversationId !== state.conversationId) {
    return quiet({ ...state, notice: { key: 'composer.notice.other-conversation', params: {} } });
  }
  switch (event.type) {
    case 'typed':
      return quiet(typed(state, event, context));
    case 'pasted':
      return quiet(pasted(state, event));
    case 'caret':
      return quiet(caretMoved(state, event.caret, context));
    case 'prefix':
      return quiet(prefixPressed(state, event.prefix, context));
    case 'menu-move':
      return quiet(moveInMenu(state, event.by, context));
    case 'menu-choose':
      return quiet(choose(state, event.index, context));
    case 'escape':
      return quiet(escape(state));
    case 'switch-mode':
      return quiet({ ...state, mode: event.mode, menu: null, notice: null, question: null });
    case 'submit':
      // Rule 8: the Enter that ends an input-method composition is not ours.
      if (event.isComposing || state.question !== null || state.inFlight !== null) return quiet(state);
      return enter(state, context);
    case 'keep-as-note':
      return keepAsNote(state, context);
    case 'use-as-reply':
      return useAsReply(state, context);
    case 'answer':
      return answerQuestion(state, event.answer, context);
    case 'accepted':
    case 'refused':
    case 'unanswered':
      return quiet(settle(state, event.type));
    case 'restored':
      return quiet(restored(state, event.mode, event.text));
    case 'recalled':
      return quiet(recalled(state, event.mode, event.text));
    default:
      return assertNever(event, 'every composer event is handled');
  }
}
