/** What was sent in one go becomes several items; calling twice with the same client id must make the same ones. */
import { createHash } from 'node:crypto';

/** The client id of item number `index`: the first has the one the page made. */
export function partId(clientId: string, index: number): string {
  if (index === 0) return clientId;
  const hash = createHash('sha256').update(`${clientId}/${index}`).digest('hex');
  // The shape of a name-based UUID (RFC 9562 §5.5).
  const variant = ((Number.parseInt(hash[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join('-');
}
