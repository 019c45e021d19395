/** What the handlers work with, and what several of them need. */
import type { Conversation } from '../../../shared/contract/entities.ts';
import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import type { WorkspaceInfo } from '../../../shared/contract/entities.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import { must } from '../../../shared/lang/assert.ts';
import type { WorkspaceAlerts } from '../alerts/alert-desk.ts';
import type { Connector, Profile } from '../connectors/connector.ts';
import type { Events } from '../events.ts';
import type { FileRoom } from '../files/file-room.ts';
import type { WorkspaceFiles } from '../files/file-routes.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { leavesAt } from '../outbox/undo.ts';
import type { About, Random, SettingsStore } from '../ports.ts';
import type { ServerTime } from '../server-time.ts';
import type { StoreArgs, Store } from '../store/store-client.ts';
import type { SyncEngine } from '../sync/engine.ts';

export interface HandlerParts {
  readonly about: About;
  readonly dataFolder: string;
  readonly store: Store;
  /** Only for the calls that say they wait for the network. */
  readonly connector: Connector;
  readonly engine: SyncEngine;
  readonly outbox: Outbox;
  readonly files: FileRoom;
  readonly addressOf: WorkspaceFiles['addressOf'];
  readonly serverTime: ServerTime;
  readonly events: Events;
  readonly settings: SettingsStore;
  readonly random: Random;
  /** Left out where nobody is told of anything. */
  readonly alerts?: Pick<WorkspaceAlerts, 'look'>;
  readonly workspace: () => WorkspaceInfo | null;
  /** The server told anew who we are. */
  readonly onProfile: (profile: Profile) => void;
}

/** Error: not-found. */
export async function needConversation(store: Store, id: number): Promise<Conversation> {
  const conversation = await store.call('conversation.get', { id });
  if (conversation === null) throw new CallError('not-found', `Conversation ${id} is not on this device.`);
  return conversation;
}

/** Tells the page and the outbox that something of this conversation waits to leave, or no longer does. */
export function outboxChanged(
  { events, outbox }: Pick<HandlerParts, 'events' | 'outbox'>,
  conversationId: number,
): void {
  events.changedIn('outbox.changed', [conversationId]);
  events.changedIn('conversations.changed', [conversationId]);
  outbox.wake();
}

/** Server time before which it can be taken back; null: it may leave at once. */
export function undoUntil(
  { serverTime, settings }: HandlerParts,
  conversation: Conversation,
  mustLeaveBy: number | null,
): number | null {
  return leavesAt(conversation.window, serverTime.judging(), settings.read().undoSeconds, mustLeaveBy);
}

export type Queued = Pick<OutboxItem, 'clientId' | 'content'> & Partial<Pick<OutboxItem, 'mustLeaveBy' | 'leavesAt'>>;

type Along = Pick<StoreArgs<'outbox.addSend'>, 'discard' | 'clearDraft'>;

/** Stores an item; from here on it survives everything. */
export async function queueItem(
  parts: HandlerParts,
  conversation: Conversation,
  item: Queued,
  along: Along,
): Promise<OutboxItem> {
  return must((await queueSend(parts, conversation, [item], along))[0], 'one item was queued');
}

/** The same for what was sent in one go: all of it, or nothing. */
export async function queueSend(
  { store, outbox, serverTime, ...parts }: HandlerParts,
  conversation: Conversation,
  items: readonly Queued[],
  along: Along,
): Promise<OutboxItem[]> {
  const known = await store.call('conversation.syncInfo', { id: conversation.id });
  for (const { clientId } of items) outbox.wrote(clientId);
  const added = await store.call('outbox.addSend', {
    items: items.map((item) => ({
      mustLeaveBy: null,
      leavesAt: null,
      ...item,
      conversationId: conversation.id,
      createdAt: Math.round(serverTime.now()),
      baseMessageId: known?.newestMessageId ?? null,
      state: 'queued' as const,
    })),
    ...along,
  });
  outboxChanged({ outbox, events: parts.events }, conversation.id);
  return added;
}
