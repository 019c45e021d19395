/** WhatsApp's own markup as the customer's phone shows it: `*bold*`, `_italic_`, `~strike~`, code, lists and quotes. */
import { addressAt, linkSpan } from './links.ts';
import type { Span, TextBlock } from './spans.ts';

const marks: Readonly<Record<string, 'bold' | 'italic' | 'strike'>> = { '*': 'bold', _: 'italic', '~': 'strike' };
const word = /[\p{L}\p{N}]/u;

export function whatsAppBlocks(source: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let from = 0;
  // Three backticks hold over several lines and before everything else.
  for (const match of source.matchAll(/```([^]+?)```/g)) {
    addLines(blocks, source.slice(from, match.index).replace(/\n$/, ''));
    blocks.push({
      kind: 'code',
      marker: '',
      spans: [{ kind: 'text', text: (match[1] ?? '').replace(/^\n|\n$/g, '') }],
    });
    from = match.index + match[0].length;
    if (source.charAt(from) === '\n') from += 1;
  }
  addLines(blocks, source.slice(from));
  return blocks;
}

function addLines(blocks: TextBlock[], source: string): void {
  if (source === '') return;
  for (const line of source.split('\n')) {
    const block = lineBlock(line);
    const last = blocks.at(-1);
    if (block.kind === 'text' && last?.kind === 'text') {
      blocks[blocks.length - 1] = {
        ...last,
        spans: joined([...last.spans, { kind: 'text', text: '\n' }, ...block.spans]),
      };
    } else blocks.push(block);
  }
}

function lineBlock(line: string): TextBlock {
  const listed = /^(?:[-*] |(\d{1,3}\.) |(> ?))(?=\S)/.exec(line);
  if (listed === null) return { kind: 'text', marker: '', spans: whatsAppSpans(line) };
  const spans = whatsAppSpans(line.slice(listed[0].length));
  if (listed[2] !== undefined) return { kind: 'quote', marker: '', spans };
  return listed[1] === undefined
    ? { kind: 'bullet', marker: '•', spans }
    : { kind: 'number', marker: listed[1], spans };
}

/** One line. A mark opens before a visible character and not inside a word; it closes the other way round. */
export function whatsAppSpans(line: string): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  let from = 0;
  const flush = (): void => {
    if (at > from) spans.push({ kind: 'text', text: line.slice(from, at) });
  };
  while (at < line.length) {
    const found = spanAt(line, at);
    if (found === null) {
      at += 1;
      continue;
    }
    flush();
    spans.push(found.span);
    at += found.length;
    from = at;
  }
  flush();
  return joined(spans);
}

function spanAt(line: string, at: number): { readonly span: Span; readonly length: number } | null {
  const character = line.charAt(at);
  const address = addressAt(line, at);
  if (address !== null) return { span: linkSpan(address), length: address.length };
  if (character === '`') {
    const end = line.indexOf('`', at + 1);
    return end <= at + 1 ? null : { span: { kind: 'code', text: line.slice(at + 1, end) }, length: end - at + 1 };
  }
  const kind = marks[character];
  if (kind === undefined || (at > 0 && word.test(line.charAt(at - 1)))) return null;
  const end = closingMark(line, at, character);
  if (end === null) return null;
  return { span: { kind, children: whatsAppSpans(line.slice(at + 1, end)) }, length: end - at + 1 };
}

function closingMark(line: string, at: number, mark: string): number | null {
  const first = line.charAt(at + 1);
  if (first === '' || first === mark || /\s/u.test(first)) return null;
  for (let end = line.indexOf(mark, at + 2); end !== -1; end = line.indexOf(mark, end + 1)) {
    if (!/\s/u.test(line.charAt(end - 1)) && !word.test(line.charAt(end + 1))) return end;
  }
  return null;
}

/** Neighbouring texts as one, so that a plain message is one span. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (span.kind === 'text' && last?.kind === 'text')
      result[result.length - 1] = { kind: 'text', text: last.text + span.text };
    else result.push(span);
  }
  return result;
}
