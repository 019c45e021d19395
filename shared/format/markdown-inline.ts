/** The inline half of CommonMark, as far as people type it (spec.commonmark.org 0.31, §6). */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'image'; readonly children: readonly Inline[] }
  | { readonly kind: 'html'; readonly text: string }
  | { readonly kind: 'break' };

/** `*` or `_`, once or more, that may still become emphasis. */
interface Run {
  readonly kind: 'run';
  readonly mark: string;
  readonly whole: number;
  left: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

type Token = Inline | Run;

const link =
  /!?\[((?:[^[\]\\`]|\\.)*)\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()<>]|\([^\s()]*\))*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/y;
const autoLink = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>/iy;
const html = /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?|!--[^]*?--|![a-z][^>]*|\?[^]*?\?)>/iy;
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|nbsp|copy|euro|hellip));/iy;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  copy: '©',
  euro: '€',
  hellip: '…',
};
const special = /[\\`*_![<&\n]/;
const punctuation = /[\p{P}\p{S}]/u;

export function parseInline(source: string): readonly Inline[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const [token, length] = readToken(source, at);
    const last = tokens.at(-1);
    if (token.kind === 'text' && last?.kind === 'text')
      tokens[tokens.length - 1] = { kind: 'text', text: last.text + token.text };
    else tokens.push(token);
    at += length;
  }
  pairRuns(tokens);
  return tokens.map(asInline).filter((inline) => inline.kind !== 'text' || inline.text !== '');
}

function readToken(source: string, at: number): readonly [Token, number] {
  const character = source.charAt(at);
  switch (character) {
    case '\\':
      return readEscape(source, at);
    case '\n':
      return [{ kind: 'break' }, 1];
    case '`':
      return readCode(source, at);
    case '*':
    case '_':
      return readRun(source, at);
    case '!':
    case '[':
      return readLink(source, at);
    case '<':
      return readAngle(source, at);
    case '&':
      return readEntity(source, at);
    default: {
      const rest = source.slice(at).search(special);
      const length = rest === -1 ? source.length - at : rest;
      return [{ kind: 'text', text: source.slice(at, at + length) }, length];
    }
  }
}

function text(value: string): Inline {
  return { kind: 'text', text: value };
}

function readEscape(source: string, at: number): readonly [Token, number] {
  const next = source.charAt(at + 1);
  if (next === '\n') return [{ kind: 'break' }, 2];
  return /[!-/:-@[-`{-~]/.test(next) ? [text(next), 2] : [text('\\'), 1];
}

function readCode(source: string, at: number): readonly [Token, number] {
  const fence = /`+/y;
  fence.lastIndex = at;
  const ticks = fence.exec(source)?.[0] ?? '`';
  for (const { 0: run, index } of source.slice(at + ticks.length).matchAll(/`+/g)) {
    if (run.length !== ticks.length) continue;
    const inside = source.slice(at + ticks.length, at + ticks.length + index).replaceAll('\n', ' ');
    const padded = /^ .*[^ ].* $/s.test(inside);
    return [{ kind: 'code', text: padded ? inside.slice(1, -1) : inside }, 2 * ticks.length + index];
  }
  return [text(ticks), ticks.length];
}

/** Left- and right-flanking runs, and the stricter rule for `_` (§6.2). */
function readRun(source: string, at: number): readonly [Token, number] {
  const mark = source.charAt(at);
  let end = at;
  while (source.charAt(end) === mark) end += 1;
  const before = at === 0 ? ' ' : source.charAt(at - 1);
  const after = end === source.length ? ' ' : source.charAt(end);
  const space = (one: string): boolean => /\s/u.test(one);
  const leftFlanking = !space(after) && (!punctuation.test(after) || space(before) || punctuation.test(before));
  const rightFlanking = !space(before) && (!punctuation.test(before) || space(after) || punctuation.test(after));
  const strict = mark === '_';
  const opens = leftFlanking && (!strict || !rightFlanking || punctuation.test(before));
  const closes = rightFlanking && (!strict || !leftFlanking || punctuation.test(after));
  return [{ kind: 'run', mark, whole: end - at, left: end - at, opens, closes }, end - at];
}

function readLink(source: string, at: number): readonly [Token, number] {
  link.lastIndex = at;
  const match = link.exec(source);
  if (match === null) return [text(source.charAt(at)), 1];
  const children = parseInline(match[1] ?? '');
  const token: Inline =
    match[0].charAt(0) === '!'
      ? { kind: 'image', children }
      : { kind: 'link', href: match[2] ?? match[3] ?? '', children };
  return [token, match[0].length];
}

function readAngle(source: string, at: number): readonly [Token, number] {
  autoLink.lastIndex = at;
  const auto = autoLink.exec(source);
  if (auto?.[1] !== undefined) {
    const [whole, address] = auto;
    const href = address.includes(':') ? address : `mailto:${address}`;
    return [{ kind: 'link', href, children: [text(address)] }, whole.length];
  }
  html.lastIndex = at;
  const tag = html.exec(source)?.[0];
  return tag === undefined ? [text('<'), 1] : [{ kind: 'html', text: tag }, tag.length];
}

function readEntity(source: string, at: number): readonly [Token, number] {
  entity.lastIndex = at;
  const match = entity.exec(source);
  if (match === null) return [text('&'), 1];
  const [whole, decimal, hex, name] = match;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const value = name === undefined ? fromCode(code) : (named[name.toLowerCase()] ?? whole);
  return [text(value), whole.length];
}

function fromCode(code: number): string {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\ufffd';
}

/** The "process emphasis" procedure of the spec's appendix, on a flat list. */
function pairRuns(tokens: Token[]): void {
  for (let at = 0; at < tokens.length; at += 1) {
    const closer = tokens[at];
    if (closer?.kind !== 'run' || !closer.closes || closer.left === 0) continue;
    const from = openerFor(tokens, at, closer);
    const opener = tokens[from];
    if (opener?.kind !== 'run') continue;
    const strong = opener.left >= 2 && closer.left >= 2;
    const used = strong ? 2 : 1;
    opener.left -= used;
    closer.left -= used;
    const children = tokens.slice(from + 1, at).map(asInline);
    tokens.splice(from + 1, at - from - 1, { kind: strong ? 'strong' : 'emphasis', children });
    // The same closer again: it may have marks left.
    at = from + 1;
  }
}

function openerFor(tokens: readonly Token[], at: number, closer: Run): number {
  return tokens.findLastIndex((token, index) => {
    if (index >= at || token.kind !== 'run' || token.mark !== closer.mark || !token.opens || token.left === 0)
      return false;
    const both = token.closes || closer.opens;
    return !(both && (token.whole + closer.whole) % 3 === 0 && (token.whole % 3 !== 0 || closer.whole % 3 !== 0));
  });
}

/** Marks that found no partner are what they are. */
function asInline(token: Token): Inline {
  return token.kind === 'run' ? text(token.mark.repeat(token.left)) : token;
}
