/** The menu behind `/` and `@`: when it is open, what it lists, and what choosing an entry does to the texts. */
import type { CannedResponse } from '../contract/entities.ts';
import { findCommand, matchCommands, type Command } from './commands.ts';
import type { ComposerContext, ComposerMenu, ComposerMode, ComposerState, FieldText } from './composer-types.ts';
import { fuzzySort } from './fuzzy.ts';
import { matchMentions, mentionName, type Mention, type Mentionable } from './mentions.ts';
import { fillVariables } from './variables.ts';

export type MenuChoice =
  | { readonly kind: 'command'; readonly command: Command }
  /** `text`: with the known variables filled in. */
  | { readonly kind: 'canned'; readonly response: CannedResponse; readonly text: string }
  | { readonly kind: 'mention'; readonly mention: Mention };

type MenuContext = Pick<ComposerContext, 'agents' | 'teams' | 'canned' | 'variables' | 'onConversation'>;

/** So many ready texts at most below the commands; the Quick reply list has all of them. */
const cannedInMenu = 6;

/** Ready texts that fit: by short code first, then by a word of the text. */
export function matchCanned(all: readonly CannedResponse[], query: string): readonly CannedResponse[] {
  const byCode = fuzzySort(all, query, ({ shortCode }) => shortCode);
  const wanted = query.toLowerCase();
  const byText = all.filter((each) => !byCode.includes(each) && each.text.toLowerCase().includes(wanted));
  return [...byCode, ...byText];
}

function commandChoices(query: string, { canned, variables }: MenuContext): readonly MenuChoice[] {
  const found = matchCommands(query).map((command) => ({ kind: 'command' as const, command }));
  // One letter fits most texts somewhere; behind the commands only what was meant is shown.
  const texts = fuzzySort(canned, query, ({ shortCode }) => shortCode)
    .slice(0, cannedInMenu)
    .map((response) => ({ kind: 'canned' as const, response, text: fillVariables(response.text, variables) }));
  const exact = texts.filter(({ response }) => response.shortCode.toLowerCase() === query.toLowerCase());
  return [...exact, ...found, ...texts.filter((text) => !exact.includes(text))];
}

/** The entries of the open menu, in order; empty: no match, or no menu. */
export function menuChoices(state: ComposerState, context: MenuContext): readonly MenuChoice[] {
  if (state.menu === null) return [];
  if (state.menu.kind === 'command') return commandChoices(state.menu.query, context);
  return matchMentions(context, state.menu.query, context.onConversation).map((mention) => ({
    kind: 'mention',
    mention,
  }));
}

function commandMenu(field: FieldText): Omit<ComposerMenu, 'selected'> | null {
  const token = field.text.slice(0, field.caret);
  return /^\/[^\s/]*$/u.test(token) ? { kind: 'command', query: token.slice(1), start: 0 } : null;
}

/** Names have spaces, so a mention goes on while somebody's name still matches. */
function mentionMenu(field: FieldText, who: Mentionable, onlyAtStart: boolean): Omit<ComposerMenu, 'selected'> | null {
  const before = field.text.slice(0, field.caret);
  const start = before.lastIndexOf('@');
  if (start === -1 || (onlyAtStart && start > 0)) return null;
  const query = before.slice(start + 1);
  if (start > 0 && !/[\s(]$/u.test(before.slice(0, start))) return null;
  const names = [...who.agents, ...who.teams];
  if (/[\n\t]|^\s|\s$/u.test(query) && !names.some(({ name }) => isNameBeginning(name, query))) return null;
  if (query.includes('\n') || matchMentions(who, query).length === 0) return null;
  return { kind: 'mention', query, start };
}

function isNameBeginning(name: string, query: string): boolean {
  return query.trim() !== '' && name.length > query.length && name.toLowerCase().startsWith(query.toLowerCase());
}

/**
 * The menu after the text of the current mode changed. It opens when the prefix has just been typed (`wasEmpty`: with
 * more behind it, by dictation or completion) and stays while the caret is behind it: Esc is remembered by its absence.
 */
export function menuAfterTyping(
  state: ComposerState,
  context: ComposerContext,
  wasEmpty: boolean,
): ComposerMenu | null {
  const field = state[state.mode];
  const typed = state.prefix[state.mode] === 'typed';
  const mayMention = state.mode === 'note' || typed;
  const found =
    (typed ? commandMenu(field) : null) ?? (mayMention ? mentionMenu(field, context, state.mode === 'reply') : null);
  if (found === null) return null;
  const stays = state.menu !== null && state.menu.kind === found.kind && state.menu.start === found.start;
  const prefixJustTyped = field.caret - 1 === found.start;
  if (!stays && !prefixJustTyped && !wasEmpty) return null;
  const selected = stays && state.menu?.query === found.query ? state.menu.selected : 0;
  return { ...found, selected };
}

/** A command is a first line, so that a note which is being written stays below it. */
export function insertCommand(note: FieldText, line: string): FieldText {
  return { text: note.text === '' ? line : `${line}\n${note.text}`, caret: line.length };
}

/** A mention goes to the end of what is there. */
export function appendMention(note: FieldText, mention: string): FieldText {
  const gap = note.text === '' || /\s$/u.test(note.text) ? '' : ' ';
  const text = note.text + gap + mention;
  return { text, caret: text.length };
}

/** Cuts out what was typed of the prefix and its query. */
function withoutToken(field: FieldText, start: number, kind: ComposerMenu['kind']): FieldText {
  // The rest of the word belongs to the token as well: "/ass|ign".
  const rest = kind === 'command' ? field.text.slice(field.caret).replace(/^\S+/u, '') : field.text.slice(field.caret);
  return { text: field.text.slice(0, start) + rest.replace(/^ /u, ''), caret: start };
}

function chosenText(choice: Exclude<MenuChoice, { kind: 'canned' }>): string {
  if (choice.kind === 'mention') return `@${mentionName(choice.mention)} `;
  return choice.command.argumentKey === null ? `/${choice.command.name}` : `/${choice.command.name} `;
}

/** A ready text stays with the audience that is being written to: it takes the place of the prefix and its query. */
function insertCanned(state: ComposerState, menu: ComposerMenu, inserted: string): ComposerState {
  const left = withoutToken(state[state.mode], menu.start, menu.kind);
  const text = left.text.slice(0, menu.start) + inserted + left.text.slice(menu.start);
  return {
    ...state,
    menu: null,
    notice: null,
    [state.mode]: { text, caret: menu.start + inserted.length },
    // It is text even if it begins with a prefix: only a person's own key makes a command.
    prefix: { ...state.prefix, [state.mode]: 'text' },
  };
}

/** A command or a teammate is never something for the customer: choosing one always ends in note mode. */
export function chooseFromMenu(state: ComposerState, choice: MenuChoice): ComposerState {
  const { menu } = state;
  if (menu === null) return state;
  if (choice.kind === 'canned') return insertCanned(state, menu, choice.text);
  const inserted = chosenText(choice);
  const left = withoutToken(state[state.mode], menu.start, menu.kind);
  const base: ComposerState = { ...state, menu: null, notice: null, mode: 'note' };
  const origin = choice.kind === 'command' ? 'typed' : state.prefix.note;
  if (state.mode === 'note') {
    const text = left.text.slice(0, menu.start) + inserted + left.text.slice(menu.start);
    return { ...base, note: { text, caret: menu.start + inserted.length }, prefix: { ...state.prefix, note: origin } };
  }
  const note = choice.kind === 'command' ? insertCommand(state.note, inserted) : appendMention(state.note, inserted);
  return { ...base, reply: left, note, prefix: { reply: 'text', note: origin } };
}

/** "/assign " typed out in full is as good as choosing it. Null: it is not. */
export function commandTypedOut(state: ComposerState, mode: ComposerMode): MenuChoice | null {
  const field = state[mode];
  if (state.prefix[mode] !== 'typed') return null;
  const word = /^\/(\S+) $/u.exec(field.text.slice(0, field.caret))?.[1];
  const command = word === undefined ? null : findCommand(word);
  return command === null ? null : { kind: 'command', command };
}
