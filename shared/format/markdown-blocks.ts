/** The block half of CommonMark, as far as people type it (spec.commonmark.org 0.31, §4–5). */
import { parseInline, type Inline } from './markdown-inline.ts';

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly inlines: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'html'; readonly text: string };

const fence = /^ {0,3}(`{3,}|~{3,})([^`]*)$/;
const heading = /^ {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const rule = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const quote = /^ {0,3}>[ \t]?/;
const item = /^( {0,3})([-*+]|(\d{1,9})[.)])(?:([ \t]+)|$)/;
const htmlBlock =
  /^ {0,3}<(?:!--|\/?(?:article|aside|blockquote|body|center|details|dialog|div|dl|fieldset|figure|footer|form|h[1-6]|head|header|hr|html|iframe|li|link|main|menu|nav|ol|p|pre|script|section|style|table|tbody|td|textarea|tfoot|th|thead|title|tr|ul)(?:[\s/>]|$))/i;
const setext = /^ {0,3}(?:=+|-+)[ \t]*$/;

/** Deeper than this nothing is nested any more: text of strangers must not exhaust the stack. */
const deepest = 20;

export function parseMarkdown(source: string): readonly Block[] {
  return parseLines(source.replaceAll(/\r\n?/g, '\n').split('\n'), 0);
}

function parseLines(lines: readonly string[], depth: number): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at += 1;
      continue;
    }
    const [block, next] = readBlock(lines, at, depth);
    const before = blocks.at(-1);
    if (block.kind === 'list' && before?.kind === 'list' && before.ordered === block.ordered) {
      blocks[blocks.length - 1] = { ...before, items: [...before.items, ...block.items] };
    } else blocks.push(block);
    at = next;
  }
  return blocks;
}

function readBlock(lines: readonly string[], at: number, depth: number): readonly [Block, number] {
  const line = lines[at] ?? '';
  if (/^(?: {4}|\t)/.test(line)) return readIndented(lines, at);
  if (fence.test(line)) return readFence(lines, at);
  const title = heading.exec(line);
  if (title !== null) return [{ kind: 'heading', inlines: parseInline((title[1] ?? '').trim()) }, at + 1];
  if (rule.test(line)) return [{ kind: 'rule' }, at + 1];
  if (depth < deepest && quote.test(line)) return readQuote(lines, at, depth);
  if (depth < deepest && item.test(line)) return readItem(lines, at, depth);
  if (htmlBlock.test(line)) return readHtml(lines, at);
  return readParagraph(lines, at);
}

function readIndented(lines: readonly string[], at: number): readonly [Block, number] {
  let end = at;
  while (end < lines.length && (/^(?: {4}|\t)/.test(lines[end] ?? '') || lines[end]?.trim() === '')) end += 1;
  const inside = lines.slice(at, end).map((line) => line.replace(/^(?: {4}|\t)/, ''));
  return [{ kind: 'code', text: inside.join('\n').trimEnd() }, end];
}

function readFence(lines: readonly string[], at: number): readonly [Block, number] {
  const marks = fence.exec(lines[at] ?? '')?.[1] ?? '```';
  const closing = new RegExp(`^ {0,3}${marks.charAt(0)}{${marks.length},}[ \\t]*$`);
  const found = lines.findIndex((line, index) => index > at && closing.test(line));
  const end = found === -1 ? lines.length : found;
  return [{ kind: 'code', text: lines.slice(at + 1, end).join('\n') }, end + 1];
}

function readQuote(lines: readonly string[], at: number, depth: number): readonly [Block, number] {
  let end = at;
  // A paragraph in it goes on without the mark.
  while (end < lines.length && (quote.test(lines[end] ?? '') || (end > at && goesOn(lines[end] ?? '')))) end += 1;
  const inside = lines.slice(at, end).map((line) => line.replace(quote, ''));
  return [{ kind: 'quote', blocks: parseLines(inside, depth + 1) }, end];
}

function readItem(lines: readonly string[], at: number, depth: number): readonly [Block, number] {
  const [whole = '', , mark = '', digits, spaces = ' '] = item.exec(lines[at] ?? '') ?? [];
  // Five spaces and more after the mark belong to the text (an indented code block in it).
  const offset =
    spaces.length > 4
      ? whole.length - spaces.length + 1
      : whole.length + (spaces === ' ' && !whole.endsWith(' ') ? 1 : 0);
  const inside = [(lines[at] ?? '').slice(Math.min(offset, (lines[at] ?? '').length))];
  let end = at + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    const indented = line.startsWith(' '.repeat(offset));
    const blank = line.trim() === '';
    if (blank && !lines[end + 1]?.startsWith(' '.repeat(offset))) break;
    if (!blank && !indented && (item.test(line) || inside.at(-1)?.trim() === '' || !goesOn(line))) break;
    inside.push(indented ? line.slice(offset) : line.trimStart());
  }
  const ordered = mark.length > 1;
  return [{ kind: 'list', ordered, start: Number(digits ?? 1), items: [parseLines(inside, depth + 1)] }, end];
}

function readHtml(lines: readonly string[], at: number): readonly [Block, number] {
  let end = at;
  while (end < lines.length && lines[end]?.trim() !== '') end += 1;
  return [{ kind: 'html', text: lines.slice(at, end).join('\n') }, end];
}

function readParagraph(lines: readonly string[], at: number): readonly [Block, number] {
  let end = at + 1;
  while (end < lines.length && goesOn(lines[end] ?? '') && !setext.test(lines[end] ?? '')) end += 1;
  const source = lines
    .slice(at, end)
    .map((line) => line.trim())
    .join('\n');
  const titled = end < lines.length && setext.test(lines[end] ?? '');
  const inlines = parseInline(source);
  return titled ? [{ kind: 'heading', inlines }, end + 1] : [{ kind: 'paragraph', inlines }, end];
}

/** Whether a line continues the paragraph before it instead of starting something new. */
function goesOn(line: string): boolean {
  if (line.trim() === '' || fence.test(line) || heading.test(line) || quote.test(line) || htmlBlock.test(line))
    return false;
  if (rule.test(line)) return false;
  const match = item.exec(line);
  if (match === null) return true;
  // An empty item, or a number other than 1, does not interrupt a paragraph.
  return match[4] === undefined || (match[3] !== undefined && Number(match[3]) !== 1);
}
