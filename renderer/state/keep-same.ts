/**
 * `before` if it says the same as `now`, which has just been read: whoever compares by identity then has nothing to draw. Both are
 * data as JSON has it.
 */
export function keepSame<T>(before: T | undefined, now: T): T {
  return before !== undefined && isSame(before, now) ? before : now;
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(at(a, key), at(b, key)))
  );
}

function at(object: object, key: string): unknown {
  return (object as Readonly<Record<string, unknown>>)[key];
}
