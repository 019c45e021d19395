/** The few calls that wait for the network, because only the server knows or can do it. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import { parseSearch } from '../../../shared/search/query.ts';
import { ConnectorError } from '../connectors/connector.ts';
import type { CatchUpPorts } from '../sync/catch-up.ts';
import { searchServer } from '../sync/server-search.ts';
import { startConversation } from '../sync/start-conversation.ts';
import type { HandlerParts } from './parts.ts';

type Name =
  'contacts.searchServer' | 'contacts.channels' | 'conversations.start' | 'search.server' | 'presence.setAvailability';

export function serverHandlers(parts: HandlerParts): Pick<Handlers, Name> {
  const { store, connector, engine } = parts;
  const ask = <T>(step: (ports: CatchUpPorts) => Promise<T>): Promise<T> => answered(engine.ask(step));
  /** Two presses are one conversation. */
  const starting = new Map<string, Promise<number>>();
  return {
    'contacts.searchServer': ({ text }) =>
      ask(async (ports) => {
        const contacts = [...(await ports.connector.searchContacts(text))];
        ports.onApplied(await store.call('cache.apply', { contacts }));
        return { contacts };
      }),
    'contacts.channels': ({ contactId }) =>
      ask(async (ports) => {
        const channels = await ports.connector.contactChannels(contactId);
        return { channelIds: channels.map(({ channelId }) => channelId) };
      }),
    'conversations.start': async (wanted) => {
      const key = JSON.stringify(wanted);
      const meId = parts.workspace()?.me.id ?? null;
      const start = starting.get(key) ?? ask((ports) => startConversation(ports, connector, wanted, meId));
      starting.set(key, start);
      try {
        return { conversationId: await start };
      } finally {
        starting.delete(key);
      }
    },
    'search.server': async ({ text }) => {
      const found = await ask((ports) => searchServer(ports, text));
      return { hits: await store.call('message.hits', { found, search: parseSearch(text) }) };
    },
    'presence.setAvailability': async ({ availability }) => {
      parts.onProfile(await ask(() => connector.setAvailability(availability)));
      return {};
    },
  };
}

async function answered<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const saidNo = error.kind === 'forbidden' || error.kind === 'not-found' || error.kind === 'rejected';
    const code = error.kind === 'signed-out' ? 'signed-out' : saidNo ? 'refused' : 'unreachable';
    throw new CallError(code, error.message);
  }
}
