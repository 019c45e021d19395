/**
 * Words as search sees them: the same rule cuts what is typed, what names hold and what an excerpt marks. It follows
 * SQLite's tokenizer `unicode61 remove_diacritics 2`, which cuts the texts of messages: letters and digits belong to words,
 * everything else separates them, and case and diacritics do not count.
 */

export interface Word {
  /** Without case and diacritics. */
  readonly folded: string;
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const wordPattern = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map((match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Case and the marks of Latin, Greek and Cyrillic letters go; those of Indic and Thai scripts are letters of their own kind. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u{300}-\u{36f}]/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** Scripts without spaces between words: a word of theirs is a whole sentence, so that only a look inside it finds anything. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}
