import type { Message, MessagePage } from '../../shared/contract/entities.ts';

/** Messages in a row, and where the server may have others between two of them. */
export interface MessageRun {
  readonly messages: readonly Message[];
  readonly gaps: MessagePage['gaps'];
}
type Page = Pick<MessagePage, 'rows' | 'gaps'>;

/** A fresh page of the newest messages over what is shown: older ones stay if the two overlap, otherwise there is a hole. */
export function withNewest(shown: MessageRun, page: Page): MessageRun {
  const oldest = page.rows[0];
  const newestShown = shown.messages.at(-1);
  if (oldest === undefined || newestShown === undefined || newestShown.id < oldest.id) {
    return { messages: page.rows, gaps: page.gaps };
  }
  return {
    messages: [...shown.messages.filter((message) => message.id < oldest.id), ...page.rows],
    gaps: [...shown.gaps.filter((gap) => gap.beforeId < oldest.id), ...page.gaps],
  };
}

/** A page of older messages before what is shown; rows that are there already are left out. */
export function withOlder(shown: MessageRun, page: Page): MessageRun {
  const oldest = shown.messages[0];
  if (oldest === undefined) return { messages: page.rows, gaps: page.gaps };
  return {
    messages: [...page.rows.filter((message) => message.id < oldest.id), ...shown.messages],
    gaps: [...page.gaps.filter((gap) => gap.beforeId < oldest.id), ...shown.gaps],
  };
}

/** A page around one of the messages shown: those it has are replaced, newer ones come after. */
export function withAround(shown: MessageRun, page: Page): MessageRun {
  const first = page.rows[0];
  const last = page.rows.at(-1);
  if (first === undefined || last === undefined) return shown;
  const outside = (id: number): boolean => id < first.id || id > last.id;
  const before = shown.messages.filter((message) => message.id < first.id);
  const after = shown.messages.filter((message) => message.id > last.id);
  const joins = shown.messages.some(({ id }) => !outside(id));
  const gaps = [...shown.gaps.filter((gap) => outside(gap.beforeId)), ...page.gaps];
  return joins ? { messages: [...before, ...page.rows, ...after], gaps } : { messages: page.rows, gaps: page.gaps };
}

/** The first of the last `unread` messages of the customer; null: none of them is here. */
export function firstUnread(messages: readonly Message[], unread: number): number | null {
  if (unread === 0) return null;
  const theirs = messages.filter(({ kind }) => kind === 'incoming');
  return theirs.at(-Math.min(unread, theirs.length))?.id ?? null;
}
