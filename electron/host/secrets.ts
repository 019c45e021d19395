/** The two secrets of a run: the page's own, and one made from it that only opens files for reading. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Pictures are fetched by the browser itself, which sends no header of ours: their key stands in the address. It says
 * nothing about the page's token, and dies with the process as that does.
 */
export function fileKeyOf(token: string): string {
  return createHmac('sha256', token).update('files').digest('base64url');
}

/** In constant time; the digests make the lengths equal. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
