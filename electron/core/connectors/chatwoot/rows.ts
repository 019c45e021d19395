/**
 * Reads a list row by row: one row that this version cannot read (a new message type, a broken import) costs that row and
 * nothing else. When no row can be read it is not the rows: that answer is none of Chatwoot's.
 */
import type { z } from 'zod';
import type { Log } from '../../ports.ts';
import { badResponse } from './rest-errors.ts';

/** Fewer unreadable rows than this prove nothing about the server; they may be all that a short list holds. */
const ROWS_THAT_PROVE = 3;

/** `what` names the list in the log and in the error. Throws a `ConnectorError`, kind `bad-response`. */
export function readRows<T>(rows: readonly unknown[], shape: z.ZodType<T>, what: string, log: Log): readonly T[] {
  const read: T[] = [];
  let field = '';
  for (const row of rows) {
    const parsed = shape.safeParse(row);
    if (parsed.success) read.push(parsed.data);
    else field = parsed.error.issues[0]?.path.join('.') ?? '';
  }
  const skipped = rows.length - read.length;
  if (read.length === 0 && skipped >= ROWS_THAT_PROVE) {
    throw badResponse('read', 200, `unexpected shape of all ${skipped} rows of ${what} at "${field}"`);
  }
  // The field's name only: what it holds may be a customer's words.
  if (skipped > 0) log.write('warn', 'rows of unexpected shape left out', { what, skipped, of: rows.length, field });
  return read;
}
