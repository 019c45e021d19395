/**
 * The part of ICU MessageFormat that our texts use: `{name}` and `{n, plural, =0 {…} one {…} other {… #}}`, nested.
 * Texts are written by us and checked by a test, so a malformed one throws; a missing argument stays visible as `{name}`.
 */
export type MessageArguments = Readonly<Record<string, string | number>>;

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'argument'; readonly name: string }
  | { readonly kind: 'count' }
  | { readonly kind: 'plural'; readonly name: string; readonly cases: ReadonlyMap<string, readonly Part[]> };

interface Cursor {
  readonly source: string;
  at: number;
}

/** Parsed texts: each is parsed once. Bounded by the number of our messages. */
const parsed = new Map<string, readonly Part[]>();
const pluralRules = new Map<string, Intl.PluralRules>();
const numberFormats = new Map<string, Intl.NumberFormat>();

export function formatMessage(message: string, args: MessageArguments, locale: string): string {
  let parts = parsed.get(message);
  if (parts === undefined) {
    parts = parseMessage(message);
    parsed.set(message, parts);
  }
  return parts.length === 1 && parts[0]?.kind === 'text' ? parts[0].text : render(parts, args, locale, null);
}

/** The names of all arguments a message asks for. */
export function messageArguments(message: string): ReadonlySet<string> {
  const names = new Set<string>();
  collectNames(parseMessage(message), names);
  return names;
}

function collectNames(parts: readonly Part[], names: Set<string>): void {
  for (const part of parts) {
    if (part.kind === 'argument' || part.kind === 'plural') names.add(part.name);
    if (part.kind === 'plural') for (const branch of part.cases.values()) collectNames(branch, names);
  }
}

function parseMessage(source: string): readonly Part[] {
  const cursor = { source, at: 0 };
  const parts = parseParts(cursor, false);
  if (cursor.at < source.length) throw new Error(`A "}" too many in: ${source}`);
  return parts;
}

/** Reads until the end or an unmatched `}`. `#` means the count only inside a plural. */
function parseParts(cursor: Cursor, inPlural: boolean): readonly Part[] {
  const parts: Part[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  while (cursor.at < cursor.source.length) {
    const character = cursor.source.charAt(cursor.at);
    if (character === '}') break;
    if (character === '{') {
      flush();
      parts.push(parseArgument(cursor));
    } else if (character === '#' && inPlural) {
      flush();
      parts.push({ kind: 'count' });
      cursor.at += 1;
    } else {
      text += character;
      cursor.at += 1;
    }
  }
  flush();
  return parts;
}

function parseArgument(cursor: Cursor): Part {
  const head = /\{\s*([A-Za-z_]\w*)\s*(\}|,\s*plural\s*,)/y;
  head.lastIndex = cursor.at;
  const match = head.exec(cursor.source);
  const name = match?.[1];
  if (match === null || name === undefined) throw new Error(`Not an argument at ${cursor.at} in: ${cursor.source}`);
  cursor.at = head.lastIndex;
  if (match[2] === '}') return { kind: 'argument', name };
  const cases = new Map<string, readonly Part[]>();
  const selector = /\s*(=\d+|zero|one|two|few|many|other)\s*\{/y;
  for (;;) {
    selector.lastIndex = cursor.at;
    const found = selector.exec(cursor.source);
    if (found?.[1] === undefined) break;
    cursor.at = selector.lastIndex;
    cases.set(found[1], parseParts(cursor, true));
    expectBrace(cursor);
  }
  if (!cases.has('other')) throw new Error(`A plural without "other" in: ${cursor.source}`);
  while (cursor.source.charAt(cursor.at) === ' ') cursor.at += 1;
  expectBrace(cursor);
  return { kind: 'plural', name, cases };
}

function expectBrace(cursor: Cursor): void {
  if (cursor.source.charAt(cursor.at) !== '}') throw new Error(`A "}" is missing in: ${cursor.source}`);
  cursor.at += 1;
}

function render(parts: readonly Part[], args: MessageArguments, locale: string, count: number | null): string {
  return parts.map((part) => renderPart(part, args, locale, count)).join('');
}

function renderPart(part: Part, args: MessageArguments, locale: string, count: number | null): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'count':
      return count === null ? '#' : formatNumber(count, locale);
    case 'argument': {
      const value = args[part.name];
      if (value === undefined) return `{${part.name}}`;
      return typeof value === 'number' ? formatNumber(value, locale) : isolate(value, locale);
    }
    case 'plural': {
      const value = Number(args[part.name] ?? 0);
      const branch =
        part.cases.get(`=${value}`) ?? part.cases.get(pluralOf(locale).select(value)) ?? part.cases.get('other') ?? [];
      return render(branch, args, locale, value);
    }
  }
}

/** A name in another script must not turn the words around it (UAX #9): FSI … PDI, as `<bdi>` does in markup. */
function isolate(value: string, locale: string): string {
  return /^(?:ar|he|fa|ur)\b/.test(locale) ? `\u2068${value}\u2069` : value;
}

function pluralOf(locale: string): Intl.PluralRules {
  let rules = pluralRules.get(locale);
  if (rules === undefined) pluralRules.set(locale, (rules = new Intl.PluralRules(locale)));
  return rules;
}

function formatNumber(value: number, locale: string): string {
  let format = numberFormats.get(locale);
  if (format === undefined) numberFormats.set(locale, (format = new Intl.NumberFormat(locale)));
  return format.format(value);
}
