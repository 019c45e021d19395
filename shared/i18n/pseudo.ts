/**
 * English that shows what is wrong with a screen: accents (is every text translated? does the font have them?), 40 % longer (does it
 * fit in German?), in brackets (is a text cut off, or put together from pieces?). Arguments and plurals stay as they are.
 */
import { en, type MessageKey } from './en.ts';
import type { Messages } from './messages.ts';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'áƀçđéƒğĥíĵķłɱñóƥɋŕšŧúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶŁḾÑÓƤɊŔŠŦÚṼŴẊÝŽ';
const accents = new Map(Array.from(plain).map((letter, index) => [letter, Array.from(accented)[index] ?? letter]));

export function pseudo(message: string): string {
  return `[${lengthen(message)}]`;
}

/** ICU syntax is copied; only the words in it change. */
function lengthen(message: string): string {
  let out = '';
  let words = '';
  let at = 0;
  const flush = (): void => {
    out += accentuate(words);
    words = '';
  };
  while (at < message.length) {
    const character = message.charAt(at);
    if (character === '{') {
      const end = endOfArgument(message, at);
      flush();
      out += argument(message.slice(at, end));
      at = end;
    } else {
      words += character;
      at += 1;
    }
  }
  flush();
  return out;
}

/** `{name}` as it is; in a plural the words of each case. */
function argument(source: string): string {
  const head = /^\{\s*\w+\s*,\s*plural\s*,/.exec(source)?.[0];
  if (head === undefined) return source;
  let out = head;
  let at = head.length;
  while (at < source.length - 1) {
    const open = source.indexOf('{', at);
    if (open === -1) break;
    const end = endOfArgument(source, open);
    out += `${source.slice(at, open)}{${lengthen(source.slice(open + 1, end - 1))}}`;
    at = end;
  }
  return out + source.slice(at);
}

function endOfArgument(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    if (source.charAt(at) === '{') depth += 1;
    if (source.charAt(at) === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return source.length;
}

function accentuate(words: string): string {
  if (words.trim() === '') return words;
  const letters = Array.from(words)
    .map((letter) => accents.get(letter) ?? letter)
    .join('');
  // In words of their own, because no language has words of forty letters.
  const more = '~'
    .repeat(Math.ceil(words.trim().length * 0.4))
    .replaceAll(/~{7}/gu, '$& ')
    .trimEnd();
  return `${letters.trimEnd()}${more}${letters.slice(letters.trimEnd().length)}`;
}

export const messages = Object.fromEntries(
  Object.entries(en).map(([key, message]) => [key as MessageKey, pseudo(message)]),
) as Messages;
