import { useEffect, useRef, useState } from 'react';
import type { Client } from '../../../shared/contract/client.ts';
import type { Conversation, Message } from '../../../shared/contract/entities.ts';
import type { Rates } from '../../../shared/contract/pricing.ts';
import type { TemplateList } from '../../../shared/contract/templates.ts';
import { customerLanguage, type CustomerLanguage } from '../../../shared/templates/language.ts';
import { stoppedMarketingCode } from '../../../shared/templates/opt-out.ts';
import { isSendable } from '../../../shared/templates/parse.ts';
import { troubleOf, type CallTrouble } from '../../api/call-trouble.ts';
import { useClient } from '../../api/client.tsx';
import { useAppStore } from '../../state/app-provider.tsx';
import { coalesce } from '../../state/coalesce.ts';
import { keepSame } from '../../state/keep-same.ts';

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

/** Read by then, even if the page never comes to rest. */
const latestMs = 1_000;
/** Enough to find the last template and a refusal; all of it is on this device. */
const messagesRead = 200;
const otherConversationsRead = 4;

/** Oldest conversation first, so that the last text is the newest of this one. */
async function messagesToCustomer(client: Client, { id, channel, contact }: Conversation): Promise<readonly Message[]> {
  const newest = async (conversationId: number): Promise<readonly Message[]> =>
    (await client.call('messages.list', { conversationId, before: null, limit: messagesRead })).rows;
  // Who stopped marketing stopped it for one number of the business.
  const others = async (): Promise<readonly Message[]> => {
    const { conversations } = await client.call('conversations.ofContact', { contactId: contact.id });
    const theirs = conversations.filter((other) => other.id !== id && other.channel.id === channel.id);
    const pages = await Promise.all(theirs.slice(0, otherConversationsRead).map((other) => newest(other.id)));
    return pages.toReversed().flat();
  };
  const pages = await Promise.all([others(), newest(id)]);
  return pages.flat().filter(({ kind }) => kind === 'outgoing' || kind === 'automatic');
}

async function read(client: Client, conversation: Conversation): Promise<PickerFacts> {
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

/**
 * Everything the picker needs, from this device: it works without a connection. Until the picker opens it is read when the page has
 * time for it. `conversationId` is the same for the hook's life.
 */
export function usePickerData(conversationId: number, isOpen: boolean): PickerData {
  const client = useClient();
  const store = useAppStore();
  const [data, setData] = useState<PickerData>({ facts: null, error: null });
  const isFresh = useRef(false);
  useEffect(() => {
    let current = true;
    let idle = 0;
    let changes = 0;
    const load = coalesce(async () => {
      const seen = changes;
      try {
        const known = store.getState().conversations.byId[conversationId];
        const conversation = known ?? (await client.call('conversations.get', { conversationId })).conversation;
        const facts = await read(client, conversation);
        if (!current) return;
        isFresh.current = seen === changes;
        setData((before) => ({ facts: keepSame(before.facts, facts), error: null }));
      } catch (caught) {
        // What is on the screen is still true; it is only not the newest.
        if (current) setData(({ facts }) => ({ facts, error: troubleOf(caught) }));
      }
    });
    const changed = (): void => {
      changes += 1;
      isFresh.current = false;
      cancelIdleCallback(idle);
      if (isOpen) void load();
      else idle = requestIdleCallback(() => void load(), { timeout: latestMs });
    };
    if (!isFresh.current) changed();
    const stops = [
      client.on('templates.changed', changed),
      client.on('messages.changed', ({ ids }) => {
        if (ids === null || ids.includes(conversationId)) changed();
      }),
    ];
    return () => {
      current = false;
      cancelIdleCallback(idle);
      for (const stop of stops) stop();
    };
  }, [client, store, conversationId, isOpen]);
  return data;
}
