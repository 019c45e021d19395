/**
 * A conversation that we begin. The server makes a new one for every request, so it is looked for before each: the
 * customer must not end up in two threads because an answer got lost or somebody pressed twice.
 */
import type { CallArgs } from '../../../shared/contract/contract.ts';
import type { Contact } from '../../../shared/contract/entities.ts';
import { ConnectorError, type Connector } from '../connectors/connector.ts';
import type { CatchUpPorts } from './catch-up.ts';
import { applyRows } from './page-walk.ts';

type Wanted = CallArgs<'conversations.start'>;
type Writes = Pick<Connector, 'createContact' | 'createConversation'>;

/** Answers its id; it is stored then. Rejects with a `ConnectorError`: `rejected` if this channel does not reach them. */
export async function startConversation(
  ports: CatchUpPorts,
  connector: Writes,
  { to, channelId }: Wanted,
  meId: number | null,
): Promise<number> {
  const contactId = 'contactId' in to ? to.contactId : (await contactFor(ports, connector, to)).id;
  const open = await newestOpen(ports, contactId, channelId);
  if (open !== null) return open;
  const channels = await ports.connector.contactChannels(contactId);
  const address = channels.find((one) => one.channelId === channelId)?.address;
  if (address === undefined)
    throw new ConnectorError('rejected', 'no', null, 'the contact has no address on this channel');
  try {
    const row = await connector.createConversation({ contactId, channelId, address, assigneeId: meId });
    await applyRows(ports, [row]);
    return row.conversation.id;
  } catch (error) {
    const made = wasPerhapsDone(error) ? await newestOpen(ports, contactId, channelId) : null;
    if (made === null) throw error;
    return made;
  }
}

/** The server takes every number once: a number that is taken, like an answer that got lost, means that they are there. */
async function contactFor(
  ports: CatchUpPorts,
  connector: Writes,
  { name, phoneNumber }: { readonly name: string; readonly phoneNumber: string },
): Promise<Contact> {
  try {
    return await connector.createContact(name, phoneNumber);
  } catch (error) {
    const isTaken = error instanceof ConnectorError && error.kind === 'rejected';
    if (!isTaken && !wasPerhapsDone(error)) throw error;
    const found = await ports.connector.searchContacts(phoneNumber);
    const same = found.find((contact) => contact.phoneNumber === phoneNumber);
    if (same === undefined) throw error;
    return same;
  }
}

async function newestOpen(ports: CatchUpPorts, contactId: number, channelId: number): Promise<number | null> {
  const rows = await ports.connector.conversationsOfContact(contactId);
  ports.check();
  await applyRows(ports, rows);
  const open = rows
    .map(({ conversation }) => conversation)
    .filter((one) => one.channelId === channelId && one.status !== 'resolved')
    .toSorted((a, b) => (b.lastActivityAt ?? 0) - (a.lastActivityAt ?? 0));
  return open[0]?.id ?? null;
}

function wasPerhapsDone(error: unknown): boolean {
  return error instanceof ConnectorError && error.committed === 'unknown';
}
