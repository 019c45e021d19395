/**
 * Full-text search in the messages of this device, newest first. Words, kinds, files, authors and conversations are all in
 * the index (migration 0040), so that a rare combination costs no more than a common one; only what the index cannot know
 * (a date, a script without spaces, a channel's name) is looked at message by message, a bounded number of them each time.
 */
import type { Message } from '../../../../shared/contract/entities.ts';
import type { SearchHit, SearchResult } from '../../../../shared/contract/search.ts';
import { excerpt, hasHit } from '../../../../shared/search/excerpt.ts';
import { isEmptySearch, type ParsedSearch } from '../../../../shared/search/query.ts';
import { wordsOf } from '../../../../shared/search/words.ts';
import type { SearchArgs } from '../call-types.ts';
import type { MessageRow } from '../row-types.ts';
import { fromJson, sql } from '../sql.ts';
import type { Files } from '../sql.ts';
import { contactMatches, contactPatterns } from './contacts.ts';
import { withQuoted } from './messages.ts';

/** Looked at in one call, so that nobody waits long for the store: some 30 ms. The answer says where to go on. */
const mostLookedAt = 2_000;
const chunkSize = 500;

export const matchText = `SELECT rowid AS id, conversation_id FROM message_words
  WHERE message_words MATCH @match AND rowid < @before ORDER BY rowid DESC LIMIT @limit`;
/** Everything, for what no word can say. */
export const everythingText = `SELECT rowid AS id, conversation_id FROM message_words
  WHERE rowid < @before ORDER BY rowid DESC LIMIT @limit`;

const rowText = `SELECT m.*, c.contact, ch.name AS channel_name FROM message AS m
  JOIN conversation AS c ON c.id = m.conversation_id LEFT JOIN channel AS ch ON ch.id = c.channel_id
  WHERE m.conversation_id = ? AND m.id = ?`;

type FoundRow = MessageRow & { readonly contact: string | null; readonly channel_name: string | null };

interface Plan {
  /** FTS5 expression; null: everything. */
  readonly match: string | null;
  /** What no word in the index can say; null: nothing more. */
  readonly accepts: ((id: number, conversationId: number) => boolean) | null;
}

export function searchMessages(files: Files, args: SearchArgs): SearchResult {
  const found = isEmptySearch(args.search) ? { rows: [], next: null } : find(files, args, planOf(files, args));
  const hits = found.rows.flatMap((row) =>
    withQuoted(files.cache, [row]).map((message) => hitOf(row, message, args.search)),
  );
  return { hits, next: found.next, searched: searched(files) };
}

/** Messages that were found elsewhere, as hits; those that are not stored are left out. Newest first. */
export function hitsOf(
  { cache }: Files,
  args: { readonly found: readonly { conversationId: number; messageId: number }[]; readonly search: ParsedSearch },
): SearchHit[] {
  const rows = args.found.flatMap(({ conversationId, messageId }) => {
    const row = sql<FoundRow>(cache, rowText).get(conversationId, messageId);
    return row === undefined ? [] : [row];
  });
  return rows
    .toSorted((a, b) => b.id - a.id)
    .flatMap((row) => withQuoted(cache, [row]).map((message) => hitOf(row, message, args.search)));
}

function hitOf(row: FoundRow, message: Message, search: ParsedSearch): SearchHit {
  return {
    conversationId: row.conversation_id,
    contactName: row.contact === null ? '' : fromJson<{ name: string }>(row.contact).name,
    channelName: row.channel_name ?? '',
    message,
    excerpt: excerpt(passageOf(row, search), search),
  };
}

function find({ cache }: Files, args: SearchArgs, { match, accepts }: Plan): { rows: FoundRow[]; next: number | null } {
  const rows: FoundRow[] = [];
  let before = args.before ?? Number.MAX_SAFE_INTEGER;
  const limit = accepts === null ? args.limit + 1 : chunkSize;
  for (let looked = 0; looked < mostLookedAt; looked += limit) {
    const chunk = sql<{ id: number; conversation_id: number }>(cache, match === null ? everythingText : matchText).all({
      match,
      before,
      limit,
    });
    for (const { id, conversation_id: conversationId } of chunk) {
      // Without its conversation, which has not arrived yet, it could not be shown.
      const row =
        accepts?.(id, conversationId) === false ? undefined : sql<FoundRow>(cache, rowText).get(conversationId, id);
      if (row !== undefined) {
        // One more than asked for: it proves that there is a next page.
        if (rows.length === args.limit) return { rows, next: before };
        rows.push(row);
      }
      before = id;
    }
    if (chunk.length < limit) return { rows, next: null };
  }
  return { rows, next: before };
}

function planOf(files: Files, { search, beforeMs, meId }: SearchArgs): Plan {
  const within = search.within === null ? null : placesOf(files, search.within);
  const inIndex = within !== null && within.channels.size === 0;
  const conditions = [
    ...search.starts.map((start) => `{text files} : ${startExpression(start)}`),
    ...search.phrases.map((phrase) => `{text files} : ${quoted(phrase)}`),
    ...marksOf(search, meId),
    ...(inIndex ? [`marks : (${conversationMarks(within.conversations)})`] : []),
  ];
  const { parts } = search;
  const places = inIndex ? null : within;
  const looks = beforeMs !== null || parts.length > 0 || places !== null;
  return {
    match: conditions.length === 0 ? null : conditions.map((one) => `(${one})`).join(' AND '),
    accepts: looks ? (id, conversationId) => fits(files, id, conversationId, { beforeMs, parts, places }) : null,
  };
}

const looksText = `SELECT m.text, m.at, m.attachments, c.channel_id FROM message AS m
  JOIN conversation AS c ON c.id = m.conversation_id WHERE m.conversation_id = ? AND m.id = ?`;

interface Looks {
  readonly beforeMs: number | null;
  readonly parts: readonly string[];
  readonly places: Places | null;
}

function fits({ cache }: Files, id: number, conversationId: number, { beforeMs, parts, places }: Looks): boolean {
  type Row = Pick<MessageRow, 'text' | 'at' | 'attachments'> & { readonly channel_id: number };
  const row = sql<Row>(cache, looksText).get(conversationId, id);
  if (row === undefined || (beforeMs !== null && row.at >= beforeMs)) return false;
  if (places !== null && !places.channels.has(row.channel_id) && !places.conversations.has(conversationId))
    return false;
  return parts.every((part) => row.text.includes(part) || fileNames(row).includes(part));
}

function marksOf({ from, note, file }: ParsedSearch, meId: number): string[] {
  const marks = [
    from === 'me' ? `by${meId} NOT incoming` : null,
    from === 'customer' ? 'incoming' : null,
    note ? 'note' : null,
    file ? 'file' : null,
  ];
  return marks.flatMap((mark) => (mark === null ? [] : [`marks : (${mark})`]));
}

/** A prefix of one letter would find half of everything: one letter is a word. */
function startExpression(start: string): string {
  const last = wordsOf(start).at(-1)?.folded ?? '';
  return last.length > 1 ? `${quoted(start)} *` : quoted(start);
}

/** An FTS5 string, cut into words by its own tokenizer. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', ' ')}"`;
}

/** Nobody of that name: a mark that nothing has. */
function conversationMarks(ids: ReadonlySet<number>): string {
  return ids.size === 0 ? 'nowhere' : [...ids].map((id) => `c${id}`).join(' OR ');
}

/** Of customers by that name the most recently active ones. */
const conversationsOfNameText = `SELECT c.id FROM contact AS p
  CROSS JOIN conversation AS c INDEXED BY conversation_contact ON c.contact_id = p.id
  WHERE ${contactMatches} ORDER BY c.last_activity_at DESC LIMIT 50`;

interface Places {
  readonly conversations: ReadonlySet<number>;
  readonly channels: ReadonlySet<number>;
}

function placesOf({ cache }: Files, name: string): Places {
  const ids = sql<{ id: number }>(cache, conversationsOfNameText).all({ ...contactPatterns(name) });
  const wanted = wordsOf(name).map(({ folded }) => folded);
  const channels = sql<{ id: number; name: string }>(cache, 'SELECT id, name FROM channel')
    .all()
    .filter((channel) => {
      const words = wordsOf(channel.name).map(({ folded }) => folded);
      return wanted.every((one) => words.some((word) => word.startsWith(one)));
    });
  return { conversations: new Set(ids.map(({ id }) => id)), channels: new Set(channels.map(({ id }) => id)) };
}

/** The text, unless it was found in the name of a file. */
function passageOf(row: FoundRow, search: ParsedSearch): string {
  const names = fileNames(row);
  return names !== '' && !hasHit(row.text, search) && (row.text === '' || hasHit(names, search)) ? names : row.text;
}

function fileNames({ attachments }: Pick<MessageRow, 'attachments'>): string {
  const list = attachments === null ? [] : fromJson<{ name: string | null }[]>(attachments);
  return list.flatMap(({ name }) => (name === null ? [] : [name])).join(' ');
}

/** SQLite counts a whole table page by page, not row by row. */
const searchedCountText = 'SELECT count(*) AS many FROM message_words_content';

function searched({ cache }: Files): SearchResult['searched'] {
  const messages = sql<{ many: number }>(cache, searchedCountText).get()?.many ?? 0;
  const since = sql<{ at: number }>(
    cache,
    `SELECT m.at FROM (SELECT rowid AS id, conversation_id FROM message_words ORDER BY rowid LIMIT 1) AS w
     JOIN message AS m ON m.conversation_id = w.conversation_id AND m.id = w.id`,
  ).get();
  return { messages, since: since?.at ?? null };
}
