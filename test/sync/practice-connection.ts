/** The connector on a practice server of the same process, over real HTTP and WebSocket, and what its cable says. */
import { createChatwootConnector } from '../../electron/core/connectors/chatwoot/chatwoot-connector.ts';
import type { Connector, ConversationWithMessages, LiveHandlers } from '../../electron/core/connectors/connector.ts';
import type { Clock, WebSocketLike } from '../../electron/core/ports.ts';
import type { ConversationPatch, MessagePatch } from '../../electron/core/store/records.ts';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import type { ClockSample } from '../../shared/clock/server-clock.ts';
import type { Contact } from '../../shared/contract/entities.ts';
import { must } from '../../shared/lang/assert.ts';

export const realClock: Clock = {
  wallNow: () => Date.now(),
  monotonicNow: () => performance.now(),
  schedule(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return { cancel: () => clearTimeout(timer) };
  },
};

export function connectTo(practice: PracticeServer, token = practice.apiAccessToken): Connector {
  return createChatwootConnector({
    serverUrl: practice.url,
    token,
    fetch: (url, init) => fetch(url, init),
    // The standard's socket has wider event types than the port asks for.
    openWebSocket: (url, protocols) => new WebSocket(url, [...protocols]) as unknown as WebSocketLike,
    clock: realClock,
    log: { write: () => undefined },
  });
}

export async function signedInTo(practice: PracticeServer): Promise<Connector> {
  const connector = connectTo(practice);
  await connector.profile();
  return connector;
}

type Heard =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'reference' }
  | { readonly kind: 'message'; readonly message: MessagePatch }
  | { readonly kind: 'conversation'; readonly conversation: ConversationPatch }
  | { readonly kind: 'mentioned'; readonly conversationId: number }
  | { readonly kind: 'contact'; readonly contact: Contact }
  | { readonly kind: 'clock'; readonly sample: ClockSample }
  | { readonly kind: 'down'; readonly reason: string };

/** Records what the cable says and lets a test wait for the first thing that fits. */
export function listen(connector: Connector) {
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  const tell = (what: Heard): void => {
    heard.push(what);
    for (const wake of waiting) wake();
  };
  const handlers: LiveHandlers = {
    onConfirmed: () => tell({ kind: 'confirmed' }),
    onReferenceChanged: () => tell({ kind: 'reference' }),
    onMessage: (message) => tell({ kind: 'message', message }),
    onConversation: (conversation) => tell({ kind: 'conversation', conversation }),
    onMentioned: (conversationId) => tell({ kind: 'mentioned', conversationId }),
    onContact: (contact) => tell({ kind: 'contact', contact }),
    onPresence: () => undefined,
    onContactGone: () => undefined,
    onClockSample: (sample) => tell({ kind: 'clock', sample }),
    onDown: (reason) => tell({ kind: 'down', reason }),
  };
  const connection = connector.live(handlers);
  const first = <T>(pick: (what: Heard) => T | null): Promise<T> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = heard.map(pick).find((one) => one !== null);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { heard, connection, first, confirmed: () => first((what) => (what.kind === 'confirmed' ? what : null)) };
}

export async function allConversations(connector: Connector): Promise<readonly ConversationWithMessages[]> {
  const rows: ConversationWithMessages[] = [];
  for (let page = 1; ; page += 1) {
    const { rows: found } = await connector.conversationPage(page);
    if (found.length === 0) return rows;
    rows.push(...found);
  }
}

/** A WhatsApp conversation whose window is open or closed as the server sees it. */
export async function oneOf(connector: Connector, canReply: boolean): Promise<number> {
  const { channels = [] } = (await connector.reference(null)).data;
  const whatsapp = channels.filter((channel) => channel.kind === 'whatsapp');
  const found = (await allConversations(connector)).find(
    ({ conversation }) =>
      conversation.canReply === canReply && whatsapp.some((channel) => channel.id === conversation.channelId),
  );
  return must(found, 'the seed has windows in every state').conversation.id;
}
