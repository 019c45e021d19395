/** Puts an operator of the search (query.ts) where the caret is. Pure. */

export type SearchOperator = 'from-me' | 'from-customer' | 'note' | 'file' | 'before' | 'in' | 'phrase';

/** In the order in which they are offered. */
export const searchOperators: readonly SearchOperator[] = [
  'from-me',
  'from-customer',
  'note',
  'file',
  'before',
  'in',
  'phrase',
];

export interface InsertedOperator {
  readonly text: string;
  /** What is selected then, to be typed over; the caret where both are the same. */
  readonly from: number;
  readonly to: number;
}

/** As it is typed. `today`: `YYYY-MM-DD`, the day that `before:` begins with. */
export function operatorText(operator: SearchOperator, today: string): string {
  switch (operator) {
    case 'from-me':
      return 'from:me';
    case 'from-customer':
      return 'from:customer';
    case 'note':
      return 'note:';
    case 'file':
      return 'has:file';
    case 'before':
      return `before:${today}`;
    case 'in':
      return 'in:""';
    case 'phrase':
      return '""';
  }
}

export function insertOperator(text: string, caret: number, operator: SearchOperator, today: string): InsertedOperator {
  const before = text.slice(0, caret).replace(/\s+$/u, '');
  const after = text.slice(caret).replace(/^\s+/u, '');
  const word = operatorText(operator, today);
  const start = before === '' ? 0 : before.length + 1;
  const joined = `${before}${before === '' ? '' : ' '}${word} ${after}`;
  if (operator === 'before') return { text: joined, from: start + word.length - today.length, to: start + word.length };
  const quotes = word.endsWith('""');
  const at = quotes ? start + word.length - 1 : start + word.length + 1;
  return { text: joined, from: at, to: at };
}
