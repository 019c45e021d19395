import type { Handlers } from '../../../../shared/contract/contract.ts';
import type { Contact } from '../../../../shared/contract/entities.ts';
import { aConversation, windowWithLeft } from '../fixtures.ts';
import { needServer, nextRevision, type MemoryParts, type MemoryWorld } from './world.ts';

export function contactHandlers({ world, emit }: MemoryParts) {
  return {
    'contacts.search': async ({ text, limit }) => ({ contacts: fitting(known(world), text).slice(0, limit) }),
    'contacts.searchServer': async ({ text }) => {
      needServer(world);
      return { contacts: fitting([...known(world), ...world.contactsOnServer], text) };
    },
    'contacts.channels': async ({ contactId }) => {
      needServer(world);
      const number = everybody(world).find(({ id }) => id === contactId)?.phoneNumber ?? null;
      const usable = world.channels.filter(({ kind }) => kind !== 'whatsapp' || number !== null);
      return { channelIds: usable.map(({ id }) => id) };
    },
    'conversations.start': async ({ to, channelId }) => {
      needServer(world);
      const contact =
        'contactId' in to
          ? everybody(world).find(({ id }) => id === to.contactId)
          : everybody(world).find(({ phoneNumber }) => phoneNumber === to.phoneNumber);
      const open = world.conversations.find((row) => row.contact.id === contact?.id && row.channel.id === channelId);
      if (open !== undefined) return { conversationId: open.id };
      const id = Math.max(0, ...world.conversations.map((row) => row.id)) + 1;
      const made = contact ?? {
        id: 9_000 + id,
        avatarUrl: null,
        name: '',
        phoneNumber: null,
        ...('name' in to ? to : {}),
      };
      const channel = world.channels.find((each) => each.id === channelId);
      const fresh = aConversation({
        id,
        contact: made,
        ...(channel === undefined ? {} : { channel }),
        preview: null,
        window: windowWithLeft(0, { openedAt: null, openedBy: null, durationMs: channel?.windowMs ?? null }),
      });
      world.conversations = [...world.conversations, fresh];
      emit({ name: 'conversations.changed', data: { ids: [id], revision: nextRevision() } });
      return { conversationId: id };
    },
  } satisfies Partial<Handlers>;
}

function known({ contacts, conversations }: MemoryWorld): readonly Contact[] {
  const all = [...contacts, ...conversations.map(({ contact }) => contact)];
  return [...new Map(all.map((contact) => [contact.id, contact])).values()];
}

function everybody(world: MemoryWorld): readonly Contact[] {
  return [...known(world), ...world.contactsOnServer];
}

function fitting(contacts: readonly Contact[], text: string): Contact[] {
  const wanted = text.toLowerCase();
  return contacts.filter(({ name, phoneNumber }) => `${name} ${phoneNumber ?? ''}`.toLowerCase().includes(wanted));
}
