/**
 * Between the driver and the app of the conformance suite: lines of JSON in a file. A channel would lose what is said last, in the
 * moment in which the app goes.
 */
export type Told =
  | { readonly kind: 'said'; readonly word: string }
  | { readonly kind: 'failed'; readonly why: string }
  /** Of the second start. */
  | { readonly kind: 'lock'; readonly isOurs: boolean };

export const environment = {
  rule: 'LATCHKEY_CONFORMANCE_RULE',
  folder: 'LATCHKEY_CONFORMANCE_FOLDER',
  /** Path of the file. */
  told: 'LATCHKEY_CONFORMANCE_TOLD',
  picture: 'LATCHKEY_CONFORMANCE_PICTURE',
  /** A second start, and what it brings as JSON. */
  again: 'LATCHKEY_CONFORMANCE_AGAIN',
} as const;

export function readTold(text: string): readonly Told[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Told);
}
