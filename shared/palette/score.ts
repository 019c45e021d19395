/** How well a text answers what was typed. Words may come in any order; each has to be found. */

/** null: it does not. Otherwise the higher the better; only for comparing. */
export function score(query: string, text: string): number | null {
  return scoreFolded(wordsOf(query), fold(text));
}

function wordsOf(query: string): readonly string[] {
  return fold(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

function scoreFolded(words: readonly string[], target: string): number | null {
  const asAWhole = target === words.join(' ');
  let total = 0;
  for (const word of words) {
    const points = asAWhole ? 120 : scoreWord(word, target);
    if (points === null) return null;
    total += points;
  }
  // Of two that fit alike, the shorter one says less that was not asked for.
  return total - target.length / 100;
}

/** Small letters without accents, so that "jurgen" finds "Jürgen"; one space between words, as they are counted. */
export function fold(text: string): string {
  const plain = /^[ -~]*$/.test(text) ? text : text.normalize('NFD').replaceAll(/\p{Mn}/gu, '');
  return plain.toLowerCase().replaceAll(/\s+/gu, ' ');
}

/** Letters in order are for short names of actions, not for what customers write. */
const longestForLetters = 60;

function scoreWord(word: string, target: string): number | null {
  if (target.startsWith(word)) return 100;
  const inside = target.includes(word);
  if (!inside && (word.length < 2 || target.length > longestForLetters || !hasLetters(word, target))) return null;
  const starts = wordStarts(target);
  if (starts.some((start) => target.startsWith(word, start))) return 80;
  if (inside) return 50;
  return scoreLetters(word, target, starts);
}

/** All letters in order, anywhere: cheap, and rules most texts out. */
function hasLetters(word: string, target: string): boolean {
  let at = 0;
  for (const letter of word) {
    at = target.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}

function wordStarts(target: string): number[] {
  return [...target.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
}

/** The letters in order: "atm" finds "assign to me". Only from the start of a word, or everything would fit everything. */
function scoreLetters(word: string, target: string, starts: readonly number[]): number | null {
  let best: number | null = null;
  for (const start of starts) {
    const points = lettersFrom(word, target, start, starts);
    if (points !== null && (best === null || points > best)) best = points;
  }
  return best;
}

function lettersFrom(word: string, target: string, start: number, starts: readonly number[]): number | null {
  let at = start;
  let points = 30;
  for (const [index, letter] of Array.from(word).entries()) {
    const found = index === 0 ? (target.startsWith(letter, at) ? at : -1) : nextLetter(letter, target, at, starts);
    if (found === -1) return null;
    if (!starts.includes(found)) points -= 1 + Math.min(3, found - at);
    at = found + letter.length;
  }
  return points > 0 ? points : null;
}

/** The start of a word with this letter counts before the same letter in the middle of one, unless that one is right here. */
function nextLetter(letter: string, target: string, from: number, starts: readonly number[]): number {
  if (target.startsWith(letter, from)) return from;
  const atStart = starts.find((start) => start >= from && target.startsWith(letter, start));
  return atStart ?? target.indexOf(letter, from);
}

export interface Candidate {
  readonly label: string;
  /** Found as well, but counts less: a phone number, words for the same thing. */
  readonly alias: string;
}

/** The fitting ones, best first; equal ones stay in their order. */
export function rank<T extends Candidate>(query: string, candidates: readonly T[], limit: number): readonly T[] {
  const words = wordsOf(query);
  return candidates
    .map((candidate) => ({ candidate, points: pointsOf(words, candidate) }))
    .filter((each): each is { candidate: T; points: number } => each.points !== null)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Folding is the dear part, and the same candidates are asked for each letter that is typed. */
const folded = new WeakMap<Candidate, { readonly label: string; readonly whole: string }>();

function foldedOf(candidate: Candidate): { readonly label: string; readonly whole: string } {
  let found = folded.get(candidate);
  if (found === undefined) {
    const { label, alias } = candidate;
    found = { label: fold(label), whole: fold(`${label} ${alias}`) };
    folded.set(candidate, found);
  }
  return found;
}

function pointsOf(words: readonly string[], candidate: Candidate): number | null {
  const { label, whole } = foldedOf(candidate);
  const direct = scoreFolded(words, label);
  const indirect = candidate.alias === '' ? null : scoreFolded(words, whole);
  if (direct === null) return indirect === null ? null : indirect - 20;
  return indirect === null ? direct : Math.max(direct, indirect - 20);
}
