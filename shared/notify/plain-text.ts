/**
 * Text of customers outside our own page, where others draw it: no control characters, nothing that turns the reading
 * direction of what stands around it, not longer than is ever shown; and for servers that read markup, none.
 */
const longest = { title: 100, body: 300 } as const;

export interface PlainOptions {
  readonly part: keyof typeof longest;
  /** Some notification servers of Linux draw `<b>` and `&amp;`, others show them; so neither may be in it. */
  readonly mayBeMarkup: boolean;
}

export function plainText(text: string, { part, mayBeMarkup }: PlainOptions): string {
  const clean = text
    .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
    // oxlint-disable-next-line no-control-regex -- they are what is taken out
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
    .replaceAll(/[\u202a-\u202e]/g, '');
  const plain = mayBeMarkup ? withoutMarkup(clean) : clean;
  const characters = Array.from(plain.trim());
  const most = longest[part];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}

/** Looks the same to a person, and is no markup to anybody. */
function withoutMarkup(text: string): string {
  return text
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll(/&(?=#|\w+;)/g, '& ');
}
