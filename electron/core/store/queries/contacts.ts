/** Customers, apart from their conversations: found by the beginning of each word of the name, or by digits of the number. */
import type { Database } from 'better-sqlite3';
import type { Contact } from '../../../../shared/contract/entities.ts';
import { isUnspaced, wordsOf } from '../../../../shared/search/words.ts';
import type { ConversationPatch } from '../records.ts';
import { fromJson, sql, upsertText } from '../sql.ts';
import type { Files } from '../sql.ts';

/** More words than these narrow a search by name no further. */
const mostWords = 4;

/** For the alias `p`; its parameters are those of `contactPatterns`. */
export const contactMatches =
  '((p.words LIKE @word0 AND p.words LIKE @word1 AND p.words LIKE @word2 AND p.words LIKE @word3) OR p.digits LIKE @digits)';

export type ContactPatterns = Readonly<Record<'word0' | 'word1' | 'word2' | 'word3' | 'digits', string | null>>;

/** Words hold letters and digits only, so that nothing in a pattern needs an escape. NULL matches nothing. */
export function contactPatterns(text: string): ContactPatterns {
  const words = wordsOf(text)
    .slice(0, mostWords)
    .map(({ folded }) => (isUnspaced(folded) ? `%${folded}%` : `% ${folded}%`));
  const word = (position: number): string | null => (words.length === 0 ? null : (words[position] ?? '%'));
  const isNumber = /\d/u.test(text) && !/\p{L}/u.test(text);
  return {
    word0: word(0),
    word1: word(1),
    word2: word(2),
    word3: word(3),
    digits: isNumber ? `%${digitsOf(text)}%` : null,
  };
}

export const contactSearchText = `SELECT p.entity FROM contact AS p WHERE ${contactMatches} ORDER BY p.words, p.id LIMIT @limit`;
const firstContactsText = 'SELECT entity FROM contact ORDER BY words, id LIMIT @limit';

/** In the order of their names. An empty text finds everybody. */
export function searchContacts({ cache }: Files, args: { readonly text: string; readonly limit: number }): Contact[] {
  const text = args.text === '' ? firstContactsText : contactSearchText;
  const rows = sql<{ entity: string }>(cache, text).all({ ...contactPatterns(args.text), limit: args.limit });
  return rows.map(({ entity }) => fromJson(entity));
}

const contactUpsert = `${upsertText('contact', ['id', 'entity', 'words', 'digits', 'version'], ['id'])}
  WHERE excluded.version IS NULL OR contact.version IS NULL OR excluded.version >= contact.version`;

/** A customer has several conversations: the newest answer that tells of them wins (law 8). */
export function rememberContact(
  cache: Database,
  { contact, updatedAt }: Pick<ConversationPatch, 'contact' | 'updatedAt'>,
): void {
  if (contact === undefined) return;
  const words = wordsOf(contact.name).map(({ folded }) => ` ${folded}`);
  sql(cache, contactUpsert).run({
    id: contact.id,
    entity: JSON.stringify(contact),
    words: words.join(''),
    digits: digitsOf(contact.phoneNumber ?? ''),
    version: updatedAt ?? null,
  });
}

/** From what an older version of the app stored, oldest first. */
export function fillContacts(cache: Database): void {
  const text = 'SELECT contact, updated_at FROM conversation WHERE contact IS NOT NULL ORDER BY updated_at';
  type Row = { readonly contact: string; readonly updated_at: number | null };
  for (const row of sql<Row>(cache, text).all()) {
    const version = row.updated_at === null ? {} : { updatedAt: row.updated_at };
    rememberContact(cache, { contact: fromJson(row.contact), ...version });
  }
}

function digitsOf(number: string): string {
  return number.replaceAll(/\D/gu, '');
}
