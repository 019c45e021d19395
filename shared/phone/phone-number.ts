/** A phone number as people type it → E.164, which is what servers and WhatsApp take. Pure. */

export type NumberProblem =
  | 'empty'
  /** Letters or signs that belong to no number. */
  | 'not-a-number'
  /** Without the country nobody can know whose it is: guessing would write to a stranger. */
  | 'no-country'
  | 'too-short'
  | 'too-long';

export type NumberReading =
  { readonly ok: true; readonly number: string } | { readonly ok: false; readonly why: NumberProblem };

/** ITU-T E.164: at most 15 digits behind the plus. Below 7 with the country no public number exists. */
const fewestDigits = 7;
const mostDigits = 15;

/** Spaces, brackets, dots, slashes, dashes, and the marks that right-to-left texts put around numbers. */
const separators = /[\s().\-/\u{200e}\u{200f}\u{202a}-\u{202e}\u{2010}-\u{2015}\u{2066}-\u{2069}]/gu;

export function readPhoneNumber(text: string): NumberReading {
  // "+49 (0)151 …": the zero in brackets is for calls from inside the country.
  const bare = text.normalize('NFKC').replaceAll(/\(0\)/gu, '').replaceAll(separators, '');
  if (bare === '') return { ok: false, why: 'empty' };
  const number = bare.startsWith('00') ? `+${bare.slice(2)}` : bare;
  if (!/^\+?\d+$/u.test(number)) return { ok: false, why: 'not-a-number' };
  if (!/^\+[1-9]/u.test(number)) return { ok: false, why: 'no-country' };
  const digits = number.length - 1;
  if (digits < fewestDigits) return { ok: false, why: 'too-short' };
  return digits > mostDigits ? { ok: false, why: 'too-long' } : { ok: true, number };
}

/** Whether somebody who typed this means a number and not a name. */
export function looksLikeNumber(text: string): boolean {
  const why = readPhoneNumber(text);
  return why.ok || (why.why !== 'empty' && why.why !== 'not-a-number');
}
