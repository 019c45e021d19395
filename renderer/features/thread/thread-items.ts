/** What the thread shows, in order: day dividers, messages, and what has not reached the server yet. Pure. */
import type { Message, OutboxItem } from '../../../shared/contract/entities.ts';
import { dayNumber } from '../../i18n/dates.ts';

export type ThreadItem =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'message'; readonly key: string; readonly message: Message; readonly follows: boolean }
  | { readonly kind: 'pending'; readonly key: string; readonly item: OutboxItem };

/** Messages of one author closer together than this (ms) read as one turn. */
const sameTurnMs = 5 * 60_000;

export function threadItems(messages: readonly Message[], outbox: readonly OutboxItem[]): readonly ThreadItem[] {
  const items: ThreadItem[] = [];
  const arrived = new Set<string>();
  let previous: Message | null = null;
  for (const message of messages) {
    if (message.clientId !== null) arrived.add(message.clientId);
    const newDay = previous === null || dayNumber(previous.at) !== dayNumber(message.at);
    if (newDay) items.push({ kind: 'day', key: `day ${dayNumber(message.at)} ${message.id}`, at: message.at });
    const follows = !newDay && previous !== null && sameTurn(previous, message);
    // The item's own key, so that a bubble that arrives stays the same element instead of being made anew.
    items.push({ kind: 'message', key: message.clientId ?? `message ${message.id}`, message, follows });
    previous = message;
  }
  for (const item of outbox) {
    if (!arrived.has(item.clientId) && isShown(item)) items.push({ kind: 'pending', key: item.clientId, item });
  }
  return items;
}

/** Texts only: a change of the conversation that needs a person has its place below the header. */
function isShown({ content }: OutboxItem): boolean {
  return content.kind !== 'action';
}

function sameTurn(a: Message, b: Message): boolean {
  return (
    a.kind === b.kind && a.author.kind === b.author.kind && a.author.name === b.author.name && b.at - a.at < sameTurnMs
  );
}
