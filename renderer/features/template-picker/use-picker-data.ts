import { useEffect, useState } from 'react';
import type { Client } from '../../../shared/contract/client.ts';
import type { Conversation, Message } from '../../../shared/contract/entities.ts';
import type { Rates } from '../../../shared/contract/pricing.ts';
import type { TemplateList } from '../../../shared/contract/templates.ts';
import { customerLanguage, type CustomerLanguage } from '../../../shared/templates/language.ts';
import { stoppedMarketingCode } from '../../../shared/templates/opt-out.ts';
import { isSendable } from '../../../shared/templates/parse.ts';
import { troubleOf, type CallTrouble } from '../../api/call-trouble.ts';
import { useClient } from '../../api/client.tsx';

/** What this device knows of the customer that matters to a template. */
export interface CustomerFacts {
  readonly language: CustomerLanguage;
  /** WhatsApp refused a message to them with 131050: they stopped marketing messages. */
  readonly optedOut: boolean;
}

export interface PickerFacts {
  readonly conversation: Conversation;
  readonly list: TemplateList;
  readonly customer: CustomerFacts;
  readonly rates: Rates;
}

export interface PickerData {
  readonly facts: PickerFacts | null;
  readonly error: CallTrouble | null;
}

/** Enough to find the last template and a refusal; all of it is on this device. */
const messagesRead = 200;
const otherConversationsRead = 4;

/** Oldest conversation first, so that the last text is the newest of this one. */
async function messagesToCustomer(client: Client, conversation: Conversation): Promise<readonly Message[]> {
  const { id, channel, contact } = conversation;
  const { conversations } = await client.call('conversations.ofContact', { contactId: contact.id });
  // Who stopped marketing stopped it for one number of the business.
  const others = conversations.filter((other) => other.id !== id && other.channel.id === channel.id);
  const ids = [id, ...others.slice(0, otherConversationsRead).map((other) => other.id)].toReversed();
  const pages = await Promise.all(
    ids.map((conversationId) => client.call('messages.list', { conversationId, before: null, limit: messagesRead })),
  );
  return pages.flatMap(({ rows }) => rows).filter(({ kind }) => kind === 'outgoing' || kind === 'automatic');
}

async function read(client: Client, conversationId: number): Promise<PickerFacts> {
  const { conversation } = await client.call('conversations.get', { conversationId });
  const [list, messages, rates] = await Promise.all([
    client.call('templates.list', { channelId: conversation.channel.id }),
    messagesToCustomer(client, conversation),
    client.call('pricing.get', {}),
  ]);
  const language = customerLanguage({
    templates: list.templates.filter(isSendable),
    sentTexts: messages.map(({ text }) => text),
    phoneNumber: conversation.contact.phoneNumber,
  });
  const optedOut = messages.some(({ failure }) => failure?.code === stoppedMarketingCode);
  return { conversation, list, customer: { language, optedOut }, rates };
}

/** Everything the picker needs, from this device: it works without a connection. */
export function usePickerData(conversationId: number): PickerData {
  const client = useClient();
  const [data, setData] = useState<PickerData>({ facts: null, error: null });
  useEffect(() => {
    let current = true;
    const load = (): void => {
      read(client, conversationId).then(
        (facts) => current && setData({ facts, error: null }),
        // What is on the screen is still true; it is only not the newest.
        (error: unknown) => current && setData((before) => ({ facts: before.facts, error: troubleOf(error) })),
      );
    };
    load();
    const stops = [
      client.on('templates.changed', load),
      client.on('messages.changed', ({ ids }) => {
        if (ids === null || ids.includes(conversationId)) load();
      }),
    ];
    return () => {
      current = false;
      for (const stop of stops) stop();
    };
  }, [client, conversationId]);
  return data;
}
