/** Finding customers and messages among what is on this device. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import { parseSearch } from '../../../shared/search/query.ts';
import type { HandlerParts } from './parts.ts';

type Name = 'contacts.search' | 'search.messages';

/** How often one search goes on while it has found nothing; other calls get their turn in between. */
const mostRounds = 50;

export function searchHandlers(parts: HandlerParts): Pick<Handlers, Name> {
  const { store } = parts;
  return {
    'contacts.search': async (query) => ({ contacts: await store.call('contact.search', query) }),
    'search.messages': async ({ text, before, limit }) => {
      const search = parseSearch(text);
      const query = {
        search,
        beforeMs: search.before === null ? null : startOfDay(search.before),
        meId: parts.workspace()?.me.id ?? 0,
        limit,
      };
      let found = await store.call('message.search', { ...query, before });
      for (let round = 1; round < mostRounds && found.hits.length === 0 && found.next !== null; round += 1) {
        found = await store.call('message.search', { ...query, before: found.next });
      }
      return found;
    },
  };
}

/** As the computer's own calendar has it: an agent means their own day. `YYYY-MM-DD`. */
function startOfDay(day: string): number {
  return new Date(`${day}T00:00:00`).getTime();
}
