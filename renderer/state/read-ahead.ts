/**
 * The newest messages of the conversation that will probably be opened next, read before it is: then they are painted by the key
 * that opens it. Holds one page, and only until something changes.
 */
import type { MessagePage } from '../../shared/contract/entities.ts';

export interface ReadAhead {
  /** This conversation is under the cursor or the pointer. Of several wishes during one read only the last is granted. */
  want(conversationId: number): void;
  /** The page as the core would answer now; null: it is not here. */
  take(conversationId: number): MessagePage | null;
  /** Messages of these conversations have changed; null: perhaps of all. */
  drop(ids: readonly number[] | null): void;
}

export function createReadAhead(read: (conversationId: number) => Promise<MessagePage>): ReadAhead {
  let wanted: number | null = null;
  let held: { readonly conversationId: number; readonly page: MessagePage } | null = null;
  let reading = false;

  async function grant(): Promise<void> {
    if (reading) return;
    reading = true;
    while (wanted !== null) {
      const conversationId: number = wanted;
      // If it cannot be read, opening says so.
      const page = await read(conversationId).catch(() => null);
      if (wanted !== conversationId) continue;
      wanted = null;
      held = page === null ? null : { conversationId, page };
    }
    reading = false;
  }

  return {
    want(conversationId) {
      if (held?.conversationId === conversationId) return;
      wanted = conversationId;
      void grant();
    },
    take(conversationId) {
      const page = held?.conversationId === conversationId ? held.page : null;
      wanted = null;
      held = null;
      return page;
    },
    drop(ids) {
      if (held !== null && (ids === null || ids.includes(held.conversationId))) held = null;
      if (wanted !== null && (ids === null || ids.includes(wanted))) wanted = null;
    },
  };
}
