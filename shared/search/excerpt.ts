/** The passage of a text around what a search found in it, in parts: no markup, so nothing in a text can become any. Pure. */
import type { ParsedSearch } from './query.ts';
import { wordsOf } from './words.ts';

export interface ExcerptPart {
  readonly text: string;
  readonly hit: boolean;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Characters shown before the first hit, and in all. */
const before = 40;
const longest = 160;

/** A mention as Chatwoot writes it into a note: a link whose address says nothing to a person. */
const mentionLink = /\[(@[^\]]*)\]\(mention:\/\/[^)]*\)/gu;

/** Without a hit, the beginning of the text. */
export function excerpt(stored: string, search: ParsedSearch): ExcerptPart[] {
  const text = stored.replaceAll(mentionLink, '$1');
  const hits = hitsIn(text, search);
  const first = hits[0]?.start ?? 0;
  const start = first <= before ? 0 : wordStart(text, first - before);
  const end = start + longest >= text.length ? text.length : cut(text, start + longest);
  const parts: ExcerptPart[] = start > 0 ? [{ text: '…', hit: false }] : [];
  let at = start;
  for (const hit of hits) {
    if (hit.start >= end) break;
    if (hit.start > at) parts.push({ text: text.slice(at, hit.start), hit: false });
    parts.push({ text: text.slice(hit.start, Math.min(hit.end, end)), hit: true });
    at = Math.min(hit.end, end);
  }
  if (at < end) parts.push({ text: text.slice(at, end), hit: false });
  return end < text.length ? [...parts, { text: '…', hit: false }] : parts;
}

/** Whether anything of the search stands in this text. */
export function hasHit(text: string, search: ParsedSearch): boolean {
  return hitsIn(text, search).length > 0;
}

/** In order, none over another. */
function hitsIn(text: string, { starts, phrases, parts }: ParsedSearch): Range[] {
  const words = wordsOf(text);
  const found: Range[] = [
    ...starts.flatMap((start) => runsOf(words, start, true)),
    ...phrases.flatMap((phrase) => runsOf(words, phrase, false)),
    ...parts.flatMap((part) => placesOf(text, part)),
  ];
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const apart: Range[] = [];
  for (const range of sorted) {
    if (range.start >= (apart.at(-1)?.end ?? 0)) apart.push(range);
  }
  return apart;
}

/** Where these words stand beside each other; with `open`, the last one need only begin so. */
function runsOf(words: ReturnType<typeof wordsOf>, wanted: string, open: boolean): Range[] {
  const needles = wordsOf(wanted).map(({ folded }) => folded);
  const lastOne = needles.length - 1;
  // One letter is searched as a whole word.
  const matches = (folded: string | undefined, needle: string, position: number): boolean =>
    folded === needle || (open && position === lastOne && needle.length > 1 && folded?.startsWith(needle) === true);
  return words.flatMap((word, index) => {
    if (!needles.every((needle, position) => matches(words[index + position]?.folded, needle, position))) return [];
    return [{ start: word.start, end: words[index + lastOne]?.end ?? word.end }];
  });
}

function placesOf(text: string, part: string): Range[] {
  const places: Range[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) {
    places.push({ start: at, end: at + part.length });
  }
  return places;
}

/** The next beginning of a word, if one is near; otherwise right here. */
function wordStart(text: string, at: number): number {
  const space = text.slice(at, at + before).search(/\s/u);
  return space === -1 ? cut(text, at) : at + space + 1;
}

/** Never between the halves of one character. */
function cut(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
