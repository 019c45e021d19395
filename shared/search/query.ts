/**
 * What was typed into the search field, taken apart. Words, each meant as the beginning of a word; `"exact words"`; and the
 * operators `from:me`, `from:customer`, `note:`, `has:file`, `before:2026-09-01`, `in:Anna` or `in:"Anna B"`. What looks like
 * an operator and is none is a word like any other. Pure.
 */
import { isUnspaced, wordsOf } from './words.ts';

export interface ParsedSearch {
  /** Beginnings of words; one may hold several joined by punctuation, such as `ORD-123`. */
  readonly starts: readonly string[];
  /** Whole words that stand beside each other. */
  readonly phrases: readonly string[];
  /** To be looked for anywhere in the text: no words (`?!`), or a script that puts none apart. */
  readonly parts: readonly string[];
  readonly from: 'me' | 'customer' | null;
  readonly note: boolean;
  readonly file: boolean;
  /** `YYYY-MM-DD`: only messages from before that day. */
  readonly before: string | null;
  /** Of a customer or a channel. */
  readonly within: string | null;
}

type Draft = {
  -readonly [K in keyof ParsedSearch]: ParsedSearch[K] extends readonly string[] ? string[] : ParsedSearch[K];
};

const piecePattern = /(?<note>note):|(?:(?<name>from|has|before|in):)?(?:"(?<quoted>[^"]*)"?|(?<plain>[^\s"]+))/giu;

export function parseSearch(text: string): ParsedSearch {
  const found: Draft = {
    starts: [],
    phrases: [],
    parts: [],
    from: null,
    note: false,
    file: false,
    before: null,
    within: null,
  };
  for (const match of text.normalize('NFC').matchAll(piecePattern)) {
    const { name, quoted, plain, note } = match.groups ?? {};
    const value = quoted ?? plain ?? '';
    if (note !== undefined) found.note = true;
    else if (name === undefined) addWords(found, value, quoted !== undefined);
    else if (!takeOperator(found, name.toLowerCase(), value)) addWords(found, `${name}:${value}`, false);
  }
  return found;
}

/** Whether there is anything to look for. */
export function isEmptySearch(search: ParsedSearch): boolean {
  const { starts, phrases, parts, from, note, file, before, within } = search;
  if (starts.length + phrases.length + parts.length > 0) return false;
  return from === null && !note && !file && before === null && within === null;
}

/** False: it is none, so what was typed is text. */
function takeOperator(found: Draft, operator: string, value: string): boolean {
  const word = value.toLowerCase();
  if (operator === 'from' && (word === 'me' || word === 'customer')) {
    found.from = word;
  } else if (operator === 'has' && word === 'file') {
    found.file = true;
  } else if (operator === 'before' && isDay(word)) {
    found.before = word;
  } else if (operator === 'in' && wordsOf(value).length > 0) {
    found.within = value;
  } else {
    return false;
  }
  return true;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function addWords(found: Draft, value: string, exact: boolean): void {
  const words = wordsOf(value);
  if (value.trim() === '') return;
  if (words.length === 0 || isUnspaced(value)) found.parts.push(value.trim());
  else if (exact) found.phrases.push(value.trim());
  else found.starts.push(value);
}
