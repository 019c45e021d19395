/** Marks a switch as exhaustive: adding a case to the union makes this line stop compiling. `why` says what was expected. */
export function assertNever(value: never, why: string): never {
  throw new Error(`${why}: unexpected ${JSON.stringify(value)}`);
}

/** Unwraps a value that cannot be missing; `why` is the reasoning and becomes the error text if the reasoning was wrong. */
export function must<T>(value: T | null | undefined, why: string): T {
  if (value === null || value === undefined) throw new Error(why);
  return value;
}
