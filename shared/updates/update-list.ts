/**
 * The list of an update, as the release leaves it beside the packages (`latest*.yml` of electron-builder): which version, and the
 * hash of every file. The release signs it with a key of its own, so that whoever can write to the download place, or stand in
 * between, cannot make Latchkey run anything. Code signatures come on top where the system has them; Linux has none.
 */

export interface UpdateList {
  /** Semantic version without `v`. */
  readonly version: string;
  readonly files: readonly { readonly url: string; readonly sha512: string }[];
  /** Ed25519 over `signedText`, base64; missing: nobody signed it. */
  readonly signature?: string | undefined;
}

/** What the signature covers. Changing it makes every released version deaf to later ones. */
export function signedText({ version, files }: UpdateList): string {
  const rows = files.map(({ url, sha512 }) => `${sha512} ${url}`).toSorted();
  return ['latchkey update list 1', version, ...rows, ''].join('\n');
}

interface Version {
  readonly numbers: readonly number[];
  readonly before: readonly string[];
}

function parse(text: string): Version | null {
  const match = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/.exec(text);
  if (match === null) return null;
  return { numbers: match.slice(1, 4).map(Number), before: match[4]?.split('.') ?? [] };
}

/** By https://semver.org §11. What is not a version is never newer: an update list that makes no sense changes nothing. */
export function isNewer(candidate: string, current: string): boolean {
  const [a, b] = [parse(candidate), parse(current)];
  if (a === null || b === null) return false;
  for (const [index, number] of a.numbers.entries()) {
    const difference = number - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return comparePreRelease(a.before, b.before) > 0;
}

function comparePreRelease(a: readonly string[], b: readonly string[]): number {
  // A release comes after its own pre-releases.
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const [left, right] = [a[index], b[index]];
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    if (left === right) continue;
    const [isNumber, isOtherNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
    if (isNumber && isOtherNumber) return Number(left) - Number(right);
    if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return 0;
}
