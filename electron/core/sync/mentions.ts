/** Where this agent, or one of their teams, was named: the live channel tells it as it happens, this what came before. */
import { ConnectorError } from '../connectors/connector.ts';
import type { CatchUpPorts } from './catch-up.ts';
import { applyRows } from './page-walk.ts';

/** Of 25 conversations; older mentions are found when the note itself is read. */
const mostPages = 8;
const overlapMs = 60_000;

/** Reads down to where it left the last time: a mention is a note, and a note moves its conversation to the top. */
export async function readMentions(ports: CatchUpPorts): Promise<void> {
  const { mentionsReadAt } = await ports.store.call('sync.get', { keys: ['mentionsReadAt'] });
  const since = Number(mentionsReadAt ?? 0) - overlapMs;
  const startedAt = ports.serverTime.trustedNow();
  try {
    for (let page = 1; page <= mostPages; page += 1) {
      if (await readPage(ports, page, since)) break;
    }
  } catch (error) {
    ports.check();
    if (!(error instanceof ConnectorError) || !isNotForUs(error)) throw error;
    ports.log.write('info', 'mentions cannot be read', { kind: error.kind });
  }
  if (startedAt !== null) await ports.store.call('sync.set', { values: { mentionsReadAt: String(startedAt) } });
}

/** Answers whether it was the last one. */
async function readPage(ports: CatchUpPorts, page: number, since: number): Promise<boolean> {
  const rows = await ports.connector.mentions(page);
  ports.check();
  const news = rows.filter(({ conversation }) => (conversation.lastActivityAt ?? 0) >= since);
  await applyRows(ports, news);
  // When it was, the list does not say: not before the conversation began.
  const mentioned = news.map(({ conversation }) => ({
    conversationId: conversation.id,
    at: conversation.createdAt ?? 0,
  }));
  ports.onApplied(await ports.store.call('cache.apply', { mentioned }));
  return rows.length === 0 || news.length < rows.length;
}

function isNotForUs({ kind }: ConnectorError): boolean {
  return kind === 'forbidden' || kind === 'not-found' || kind === 'rejected';
}
