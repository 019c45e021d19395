/** A PIN as it is kept: enough to recognise it, not to read it. RFC 7914; cost as OWASP recommends for scrypt. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../../../shared/lang/json.ts';

const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };
const Kept = z.object({ salt: z.string(), hash: z.string(), N: z.number(), r: z.number(), p: z.number() });

/** `N`: scrypt's, how much work each guess is. */
export async function keepPin(pin: string, N: number = cost.N): Promise<string> {
  const { r, p } = cost;
  const salt = randomBytes(16);
  const hash = await hashOf(pin, salt, { ...cost, N });
  return JSON.stringify({ salt: salt.toString('base64'), hash: hash.toString('base64'), N, r, p });
}

/** False also for what is no kept PIN. */
export async function isPin(pin: string, kept: string): Promise<boolean> {
  const parsed = Kept.safeParse(parseJson(kept));
  if (!parsed.success) return false;
  const { salt, hash, ...costs } = parsed.data;
  const expected = Buffer.from(hash, 'base64');
  const given = await hashOf(pin, Buffer.from(salt, 'base64'), { ...costs, maxmem: cost.maxmem });
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function hashOf(pin: string, salt: Buffer, how: typeof cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The same letters can be typed as different code points.
    scrypt(pin.normalize('NFC'), salt, 32, how, (error, hash) => (error === null ? resolve(hash) : reject(error)));
  });
}
