/** The live channel of one session: applies what it tells, at once, and fetches what its events leave out. */
import type { Agent } from '../../../shared/contract/entities.ts';
import { ConnectorError, type Connector, type LiveHandlers } from '../connectors/connector.ts';
import type { Clock } from '../ports.ts';
import type { CacheBatch } from '../store/records.ts';
import { readReference, type CatchUpPorts } from './catch-up.ts';
import { applyRows, readAgain } from './page-walk.ts';
import type { Session } from './session.ts';

export interface LiveFeedPorts {
  readonly connector: Connector;
  readonly clock: Clock;
  /** Reads ahead of bulk work: an event must show even while the server is asking for mercy. */
  readonly reads: CatchUpPorts;
  /** Runs a step beside the main line and deals with its failure. */
  readonly guarded: (step: () => Promise<void>) => void;
}

/** Resolves when the server has confirmed that events flow; ends the session when they do not any more. */
export function openLiveFeed(session: Session, ports: LiveFeedPorts): Promise<void> {
  const { reads, guarded } = ports;
  const confirmed = Promise.withResolvers<void>();
  const take = (batch: CacheBatch): void => guarded(() => applyLive(reads, batch));
  const referenceChanged = oneAtATime(() => readReference(reads));
  const handlers: LiveHandlers = {
    onConfirmed: () => confirmed.resolve(),
    onConversation: (conversation, messages) => take({ conversations: [conversation], messages }),
    onMessage: (message) => take({ messages: [message] }),
    onMentioned: (conversationId) => {
      take({ mentioned: [{ conversationId, at: Math.round(reads.serverTime.now()) }] });
    },
    onContact: (contact) => take({ contacts: [contact] }),
    onPresence: (present) => guarded(() => notePresence(reads, present)),
    onContactGone: (contactId) => guarded(() => readContactsConversations(reads, contactId)),
    onReferenceChanged: () => guarded(referenceChanged),
    onClockSample: (sample) => {
      // Other samples come with answers to requests and prove nothing about the channel.
      if (sample.source === 'ping') session.heardAt = ports.clock.monotonicNow();
      reads.serverTime.add(sample);
    },
    onDown: (reason) => {
      reads.log.write('info', 'live channel down', { reason });
      const kind = reason === 'bad-token' ? 'signed-out' : reason === 'closed' ? 'offline' : 'server';
      session.end(new ConnectorError(kind, 'no', null, `live channel: ${reason}`));
    },
  };
  session.live = ports.connector.live(handlers);
  return confirmed.promise;
}

/** Told every 20 s, and mostly it is as it was. */
async function notePresence(
  { store, onReference }: CatchUpPorts,
  present: ReadonlyMap<number, Agent['availability']>,
): Promise<void> {
  if (await store.call('reference.presence', { present })) onReference();
}

async function applyLive(ports: CatchUpPorts, batch: CacheBatch): Promise<void> {
  ports.onApplied(await ports.store.call('cache.apply', batch));
  await fetchUnknown(ports, batch);
}

/** A message of a conversation we have never seen (it is new, or was out of reach): get the conversation too. */
async function fetchUnknown(ports: CatchUpPorts, batch: CacheBatch): Promise<void> {
  const ids = new Set((batch.messages ?? []).map((message) => message.conversationId));
  for (const conversation of batch.conversations ?? []) ids.delete(conversation.id);
  for (const id of ids) {
    if ((await ports.store.call('conversation.syncInfo', { id })) !== null) continue;
    ports.owed.add(id);
    const row = await ports.connector.conversation(id);
    ports.check();
    await applyRows(ports, [row]);
    ports.owed.delete(id);
  }
}

/** Gone with the contact, or another contact's by now: only the server can tell. */
async function readContactsConversations(ports: CatchUpPorts, contactId: number): Promise<void> {
  for (const id of await ports.store.call('conversation.ofContact', { contactId })) await readAgain(ports, id);
}

/** Such events come in bursts: one run at a time, and one more if something changed during it. */
function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let again: boolean | null = null;
  return async () => {
    if (again !== null) {
      again = true;
      return;
    }
    try {
      do {
        again = false;
        await run();
        // Set by another call during the run, which the compiler cannot see.
      } while (again as boolean);
    } finally {
      again = null;
    }
  };
}
