/** What the thread shows, in order: dividers, messages, gaps, and what has not reached the server yet. Pure. */
import type { Message, MessagePage } from '../../../shared/contract/entities.ts';
import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import { dayNumber } from '../../i18n/dates.ts';

export type ThreadItem =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'unread'; readonly key: string }
  /** The server may have messages between these two moments. */
  | { readonly kind: 'gap'; readonly key: string; readonly gap: Gap; readonly from: number; readonly to: number }
  /** One after the other, without anything said between them. */
  | { readonly kind: 'activity'; readonly key: string; readonly messages: readonly Message[] }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: Message;
      readonly follows: boolean;
      /** What is left to decide about it, if it went out from here. */
      readonly item: OutboxItem | null;
    }
  | { readonly kind: 'pending'; readonly key: string; readonly item: OutboxItem };

type Gap = MessagePage['gaps'][number];

export interface ThreadParts {
  readonly messages: readonly Message[];
  readonly gaps: MessagePage['gaps'];
  readonly unreadFrom: number | null;
  readonly outbox: readonly OutboxItem[];
}

/** Messages of one author closer together than this (ms) read as one turn. */
const sameTurnMs = 5 * 60_000;

export function threadItems({ messages, gaps, unreadFrom, outbox }: ThreadParts): readonly ThreadItem[] {
  const items: ThreadItem[] = [];
  const gapBefore = new Map(gaps.map((gap) => [gap.beforeId, gap]));
  const ours = new Map(outbox.map((item) => [item.clientId, item]));
  let previous: Message | null = null;
  for (const message of messages) {
    const length = items.length;
    const gap = gapBefore.get(message.id);
    if (gap !== undefined && previous !== null) {
      items.push({ kind: 'gap', key: `gap ${gap.beforeId}`, gap, from: previous.at, to: message.at });
    }
    if (previous === null || dayNumber(previous.at) !== dayNumber(message.at)) {
      items.push({ kind: 'day', key: `day ${dayNumber(message.at)} ${message.id}`, at: message.at });
    }
    if (message.id === unreadFrom) items.push({ kind: 'unread', key: 'unread' });
    const unbroken = items.length === length;
    if (message.kind === 'activity') addActivity(items, message);
    else {
      const follows = unbroken && previous !== null && sameTurn(previous, message);
      const item = message.clientId === null ? null : (ours.get(message.clientId) ?? null);
      if (item !== null) ours.delete(item.clientId);
      // The item's own key, so that a bubble that arrives stays the same element instead of being made anew.
      items.push({ kind: 'message', key: message.clientId ?? `message ${message.id}`, message, follows, item });
    }
    previous = message;
  }
  for (const item of ours.values()) {
    // A change of the conversation that needs a person has its place below the header.
    if (item.content.kind !== 'action') items.push({ kind: 'pending', key: item.clientId, item });
  }
  return items;
}

function addActivity(items: ThreadItem[], message: Message): void {
  const last = items.at(-1);
  if (last?.kind === 'activity') items[items.length - 1] = { ...last, messages: [...last.messages, message] };
  else items.push({ kind: 'activity', key: `activity ${message.id}`, messages: [message] });
}

function sameTurn(a: Message, b: Message): boolean {
  return (
    a.kind === b.kind && a.author.kind === b.author.kind && a.author.name === b.author.name && b.at - a.at < sameTurnMs
  );
}

/** Where a message stands among the items; −1: it is not there. */
export function indexOfMessage(items: readonly ThreadItem[], messageId: number): number {
  return items.findIndex((item) => {
    if (item.kind === 'activity') return item.messages.some(({ id }) => id === messageId);
    return item.kind === 'message' && item.message.id === messageId;
  });
}

/** Items that the keyboard stops at. */
export function isStop(item: ThreadItem | undefined): boolean {
  return item?.kind === 'message' || item?.kind === 'pending';
}
