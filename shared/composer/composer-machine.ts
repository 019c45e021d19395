/**
 * The text side of the composer: which audience is written to, both texts with their files, the prefix menu. The page feeds it
 * what happened and draws what comes out; it holds no rule of its own.
 */
import type { LocalFile } from '../contract/files.ts';
import { maxFiles } from '../files/rules.ts';
import { assertNever } from '../lang/assert.ts';
import { allowsFreeText } from '../window/window-state.ts';
import { findCommand } from './commands.ts';
import {
  appendMention,
  chooseFromMenu,
  commandTypedOut,
  insertCommand,
  menuAfterTyping,
  menuChoices,
} from './composer-menu.ts';
import { answerQuestion, keepAsNote, settle, submit, useAsReply } from './composer-submit.ts';
import type {
  ComposerContext,
  ComposerEvent,
  ComposerMode,
  ComposerState,
  ComposerStep,
  FieldText,
  PrefixOrigin,
  StoredDraft,
  StoredDrafts,
} from './composer-types.ts';

const emptyField: FieldText = { text: '', caret: 0 };

const noDrafts: StoredDrafts = { reply: emptyField, note: emptyField };

function fieldOf({ text, caret }: StoredDraft): FieldText {
  return { text, caret };
}

/** A fresh composer for a conversation with its drafts. */
export function startComposer(conversationId: number, { reply, note }: StoredDrafts = noDrafts): ComposerState {
  return {
    conversationId,
    mode: 'reply',
    reply: fieldOf(reply),
    note: fieldOf(note),
    files: { reply: reply.files ?? [], note: note.files ?? [] },
    quotedId: reply.quotedId ?? null,
    menu: null,
    question: null,
    notice: null,
    inFlight: null,
    // How a stored draft got its prefix is not known: in a reply it is asked about, in a note it is still a command.
    prefix: { reply: 'text', note: note.text.startsWith('/') ? 'typed' : 'text' },
    composing: false,
  };
}

type Typed = Extract<ComposerEvent, { type: 'typed' }>;
type Pasted = Extract<ComposerEvent, { type: 'pasted' }>;
type Insert = Extract<ComposerEvent, { type: 'insert' }>;
type Restored = Extract<ComposerEvent, { type: 'restored' }>;
type Recalled = Extract<ComposerEvent, { type: 'recalled' }>;

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
  const state: ComposerState = { ...before, notice: null, question: null, composing: event.isComposing };
  const old = state[event.mode];
  const field: FieldText = { text: event.text, caret: event.caret };
  const origin = originAfterTyping(old, event, state.prefix[event.mode]);
  // A late event of the other field keeps its audience and changes nothing else.
  if (event.mode !== state.mode) return withField(state, event.mode, field, origin);
  const next = withField(state, event.mode, field, origin);
  const fromEmpty = old.text === '' && beginsWithPrefix(event.text);
  // A field that is taken away in the middle of a composition ends it, so the mode waits for its end.
  if (event.isComposing) return { ...next, menu: menuAfterTyping(next, context, fromEmpty) };
  const prefixComposed = before.composing && origin === 'typed' && event.text.length === 1;
  if ((fromEmpty || prefixComposed) && state.mode === 'reply' && !allowsFreeText(context.window)) {
    const emptied = withField(state, 'reply', emptyField, 'text');
    return typedWhileLocked(emptied, event, context);
  }
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

/** Never a command, whatever it begins with: the agent chose the words, not the slash. */
function inserted(state: ComposerState, { mode, text, from, to }: Insert): ComposerState {
  const old = state[mode];
  const start = Math.min(from, old.text.length);
  const joined = old.text.slice(0, start) + text + old.text.slice(Math.max(start, to));
  const origin = start > 0 ? state.prefix[mode] : 'text';
  const field: FieldText = { text: joined, caret: start + text.length };
  return { ...withField(state, mode, field, origin), menu: null, notice: null, question: null };
}

/** A changed set of files ends a question about what would go out. */
function withFiles(state: ComposerState, mode: ComposerMode, files: readonly LocalFile[]): ComposerState {
  return { ...state, files: { ...state.files, [mode]: files }, notice: null, question: null };
}

function addFiles(state: ComposerState, mode: ComposerMode, added: readonly LocalFile[]): ComposerState {
  const known = new Set(state.files[mode].map(({ id }) => id));
  return withFiles(state, mode, [...state.files[mode], ...added.filter(({ id }) => !known.has(id))].slice(0, maxFiles));
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

function restored(state: ComposerState, { mode, text, files = [], quotedId = null }: Restored): ComposerState {
  const old = state[mode];
  const gap = old.text === '' || text === '' ? '' : '\n';
  const joined = `${text}${gap}${old.text}`;
  // The mode stays: the agent may be in the middle of a word for the other audience.
  const next = withField(addFiles(state, mode, files), mode, { text: joined, caret: joined.length }, 'text');
  const quote = mode === 'reply' && quotedId !== null ? quotedId : state.quotedId;
  return { ...next, quotedId: quote, menu: null, question: null };
}

/** A person chose it, so the field it goes into comes into sight: a change of mode, never of audience. */
function recalled(state: ComposerState, { mode, text, files = [] }: Recalled): ComposerState {
  const old = state[mode].text;
  const gap = old === '' || text === '' ? '' : '\n';
  const joined = `${old}${gap}${text}`;
  const origin = old === '' ? 'text' : state.prefix[mode];
  const next = withField(addFiles(state, mode, files), mode, { text: joined, caret: joined.length }, origin);
  return { ...next, mode, menu: null, question: null, notice: null };
}

/** With an open menu Enter chooses, unless the note already holds the whole word of a command without argument. */
function enter(state: ComposerState, context: ComposerContext, andClose: boolean): ComposerStep {
  const choices = menuChoices(state, context);
  const whole = state.menu?.kind === 'command' ? findCommand(state.menu.query) : null;
  const complete = state.mode === 'note' && whole !== null && whole.argumentKey === null;
  if (choices.length > 0 && !complete && !andClose) return { state: choose(state, null, context), effect: null };
  return submit({ ...state, menu: null, notice: null }, context, andClose);
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
    case 'insert':
      return quiet(inserted(state, event));
    case 'files-added':
      return quiet(addFiles(state, event.mode, event.files));
    case 'file-removed':
      return quiet(
        withFiles(
          state,
          event.mode,
          state.files[event.mode].filter(({ id }) => id !== event.fileId),
        ),
      );
    case 'quote':
      return quiet({ ...state, quotedId: event.messageId, question: null });
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
      if (event.isComposing || state.composing || state.question !== null || state.inFlight !== null)
        return quiet(state);
      return enter(state, context, event.andClose === true);
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
      return quiet(restored(state, event));
    case 'recalled':
      return quiet(recalled(state, event));
    default:
      return assertNever(event, 'every composer event is handled');
  }
}
