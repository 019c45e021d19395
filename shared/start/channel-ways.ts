/** By which channels the team can write to a person first, and why not by the others. Pure. */
import type { Channel } from '../contract/entities.ts';

export type NoWay =
  /** The person's number is not known. */
  | 'no-number'
  /** All that is known is a number, and this channel does not go by numbers. */
  | 'number-only'
  /** The server says that this channel does not reach the person. */
  | 'not-reachable'
  /** The first message has to be a template, and none can be sent. */
  | 'no-template'
  /** It has a window, which only the customer opens, and no templates. */
  | 'customer-first';

export interface ChannelWay {
  readonly channel: Channel;
  /** Null: it is possible. */
  readonly why: NoWay | null;
  /** What the first message is. */
  readonly first: 'template' | 'sms' | 'text';
}

export interface WaysInput {
  readonly channels: readonly Channel[];
  /** `new`: nothing is known but a number. */
  readonly person: 'new' | 'with-number' | 'without-number';
  /** What the server answered for this person; null: not asked, or no answer. */
  readonly reachable: readonly number[] | null;
  /** Channels that have a template which can be sent now; null: not known yet. */
  readonly withTemplates: readonly number[] | null;
}

/** The possible ones first, each in the team's order. */
export function channelWays(input: WaysInput): readonly ChannelWay[] {
  const ways = input.channels.map((channel) => ({
    channel,
    why: whyNot(channel, input),
    first: firstMessage(channel),
  }));
  return [...ways.filter(({ why }) => why === null), ...ways.filter(({ why }) => why !== null)];
}

function whyNot(channel: Channel, { person, reachable, withTemplates }: WaysInput): NoWay | null {
  const byNumber = channel.kind === 'whatsapp' || channel.kind === 'sms';
  if (byNumber && person === 'without-number') return 'no-number';
  if (!byNumber && person === 'new') return 'number-only';
  if (person !== 'new' && reachable !== null && !reachable.includes(channel.id)) return 'not-reachable';
  if (channel.windowMs === null) return null;
  if (!channel.capabilities.templates) return 'customer-first';
  return withTemplates !== null && !withTemplates.includes(channel.id) ? 'no-template' : null;
}

function firstMessage({ kind, windowMs }: Channel): ChannelWay['first'] {
  if (windowMs !== null) return 'template';
  return kind === 'sms' ? 'sms' : 'text';
}
