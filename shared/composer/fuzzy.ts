/** How well a short name fits what was typed. */

/** Lower is better; null: it does not fit. 0 exact · 1 begins · 2 a word of it begins · 3 contains · 4 letters in order. */
export function fuzzyRank(name: string, query: string): number | null {
  const text = name.toLowerCase();
  const wanted = query.toLowerCase();
  if (text === wanted) return 0;
  if (text.startsWith(wanted)) return 1;
  if (text.split(/[\s\-_]+/u).some((word) => word.startsWith(wanted))) return 2;
  if (text.includes(wanted)) return 3;
  let position = 0;
  for (const letter of wanted) {
    position = text.indexOf(letter, position) + 1;
    if (position === 0) return null;
  }
  // Scattered letters of a word are meant; a single letter somewhere is chance.
  return wanted.length > 1 ? 4 : null;
}

/** Those that fit, best first; equals keep their order. */
export function fuzzySort<T>(all: readonly T[], query: string, nameOf: (one: T) => string): readonly T[] {
  if (query === '') return all;
  return all
    .flatMap((one) => {
      const rank = fuzzyRank(nameOf(one), query);
      return rank === null ? [] : [{ one, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

/** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
