/** What the server finds, stored like everything else that it tells: a hit can then be opened and searched offline too. */
import { ConnectorError, type FoundMessage } from '../connectors/connector.ts';
import type { CatchUpPorts } from './catch-up.ts';
import { applyRows } from './page-walk.ts';

/** Answers what is stored of it afterwards. */
export async function searchServer(ports: CatchUpPorts, text: string): Promise<readonly FoundMessage[]> {
  const found = await ports.connector.searchMessages(text);
  const conversations = new Set(found.map(({ conversationId }) => conversationId));
  const read = await Promise.all(
    [...conversations].map((id) =>
      readHits(
        ports,
        id,
        found.filter((hit) => hit.conversationId === id),
      ),
    ),
  );
  return read.flat();
}

/** A conversation that is gone, or not for us, has no hits. */
async function readHits(
  ports: CatchUpPorts,
  conversationId: number,
  hits: readonly FoundMessage[],
): Promise<readonly FoundMessage[]> {
  try {
    if ((await ports.store.call('conversation.syncInfo', { id: conversationId })) === null) {
      await applyRows(ports, [await ports.connector.conversation(conversationId)]);
    }
    for (const { messageId } of hits) {
      if (await ports.store.call('message.has', { conversationId, id: messageId })) continue;
      // The search itself does not tell who wrote it, nor to whom: only the thread does.
      const { messages } = await ports.connector.messagesBetween(conversationId, messageId, messageId + 1);
      ports.check();
      ports.onApplied(await ports.store.call('cache.apply', { messages }));
    }
    return hits;
  } catch (error) {
    ports.check();
    if (error instanceof ConnectorError && (error.kind === 'forbidden' || error.kind === 'not-found')) return [];
    throw error;
  }
}
