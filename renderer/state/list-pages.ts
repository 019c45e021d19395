/**
 * The loaded part of a list as a chain of pages, each read by keyset from where the one before it ended. A change makes all of
 * them old; only those in sight are read again, so that a list of 50,000 costs as little as one of 50.
 */
import type { ConversationCursor } from '../../shared/contract/entities.ts';

export interface ListPage {
  readonly ids: readonly number[];
  /** Where the page after this one starts; null: there is none. */
  readonly next: ConversationCursor | null;
  /** False: something has changed since it was read. */
  readonly fresh: boolean;
}

export type ListPages = readonly ListPage[];

export function idsOf(pages: ListPages): readonly number[] {
  return pages.flatMap(({ ids }) => ids);
}

export function allOld(pages: ListPages): ListPages {
  return pages.map((page) => (page.fresh ? { ...page, fresh: false } : page));
}

/** The page that holds this row; −1: it is not loaded. */
export function pageOf(pages: ListPages, id: number): number {
  return pages.findIndex(({ ids }) => ids.includes(id));
}

/** `after` of page `index`; null: the beginning of the list. */
export function startOf(pages: ListPages, index: number): ConversationCursor | null {
  return pages[index - 1]?.next ?? null;
}

/**
 * Puts a freshly read page in its place. Its rows leave all other pages: each row stands in the list once. Rows that were pushed
 * over its end go to the front of the next one, which is old anyway; the end of the list ends the chain.
 */
export function withPage(
  pages: ListPages,
  index: number,
  read: { readonly ids: readonly number[]; readonly next: ConversationCursor | null },
): ListPages {
  const here = new Set(read.ids);
  const before = pages[index]?.ids ?? [];
  const pushedOut = before.slice(before.findLastIndex((id) => here.has(id)) + 1);
  const without = (page: ListPage): ListPage =>
    page.ids.some((id) => here.has(id)) ? { ...page, ids: page.ids.filter((id) => !here.has(id)) } : page;
  const head = pages.slice(0, index).map(without);
  const page = { ids: read.ids, next: read.next, fresh: true };
  if (read.next === null) return [...head, page];
  const [following, ...rest] = pages.slice(index + 1).map(without);
  if (following === undefined) return [...head, page];
  const pushed = before.length > 0 && before.length === pushedOut.length ? [] : pushedOut;
  return [...head, page, { ...following, ids: [...pushed, ...following.ids], fresh: false }, ...rest];
}
