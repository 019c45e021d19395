/**
 * Addresses of files that open one file for some hours. A browser fetches a picture by its address alone and sends nothing
 * of ours along, so the right to read it has to stand in the address: made for this one file, with a key of this run.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock, Random } from '../ports.ts';

/** An address stays the same for this long, so that a picture which is drawn again is not fetched again. */
const stepMs = 6 * 3_600_000;

export interface FileKeys {
  /** The path with the right to read what is there, for 6 to 12 h of this run. */
  addressOf(path: string): string;
  /** Whether the query of an address that is asked for gives the right to its path now. */
  opens(path: string, query: URLSearchParams): boolean;
  /** All addresses given out so far end. */
  renew(): void;
}

export function createFileKeys({ clock, random }: { readonly clock: Clock; readonly random: Random }): FileKeys {
  const newKey = (): string => `${random.uuid()}${random.uuid()}`;
  let key = newKey();
  const rightTo = (path: string, until: string): string =>
    createHmac('sha256', key).update(`${until} ${path}`).digest('base64url');
  return {
    addressOf(path) {
      // The monotonic clock: setting the computer's clock prolongs nothing.
      const until = String((Math.floor(clock.monotonicNow() / stepMs) + 2) * stepMs);
      return `${path}?${new URLSearchParams({ until, key: rightTo(path, until) }).toString()}`;
    },
    opens(path, query) {
      const until = query.get('until') ?? '';
      const given = Buffer.from(query.get('key') ?? '');
      const expected = Buffer.from(rightTo(path, until));
      return (
        given.length === expected.length && timingSafeEqual(given, expected) && clock.monotonicNow() < Number(until)
      );
    },
    renew() {
      key = newKey();
    },
  };
}
