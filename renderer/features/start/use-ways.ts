import { useEffect, useState } from 'react';
import type { Contact, Conversation } from '../../../shared/contract/entities.ts';
import { channelWays, type ChannelWay } from '../../../shared/start/channel-ways.ts';
import { isSendable } from '../../../shared/templates/parse.ts';
import { useClient } from '../../api/client.tsx';
import { useApp } from '../../state/app-provider.tsx';

export interface Ways {
  readonly ways: readonly ChannelWay[];
  /** What the server says about this person: asking, said, or no answer. A new number is not asked about. */
  readonly asked: 'no' | 'asking' | 'said' | 'unanswered';
}

/** `contact`: null for a new number. */
export function useWays(contact: Contact | null, online: boolean): Ways {
  const channels = useApp((state) => state.directory.channels);
  const withTemplates = useWithTemplates();
  const answer = useReachable(contact, online);
  const person = contact === null ? 'new' : contact.phoneNumber === null ? 'without-number' : 'with-number';
  const ways = channelWays({ channels, person, reachable: answer.ids, withTemplates });
  return { ways, asked: answer.asked };
}

interface Reachable {
  readonly contactId: number;
  readonly ids: readonly number[] | null;
}

function useReachable(contact: Contact | null, online: boolean): Pick<Reachable, 'ids'> & Pick<Ways, 'asked'> {
  const client = useClient();
  const [answer, setAnswer] = useState<Reachable | null>(null);
  const contactId = contact?.id ?? null;
  useEffect(() => {
    if (contactId === null || !online) return undefined;
    let wanted = true;
    const set = (ids: readonly number[] | null): void => {
      if (wanted) setAnswer({ contactId, ids });
    };
    client.call('contacts.channels', { contactId }).then(
      ({ channelIds }) => set(channelIds),
      () => set(null),
    );
    return () => {
      wanted = false;
    };
  }, [client, contactId, online]);
  if (contactId === null) return { ids: null, asked: 'no' };
  if (answer?.contactId !== contactId) return { ids: null, asked: online ? 'asking' : 'no' };
  return { ids: answer.ids, asked: answer.ids === null ? 'unanswered' : 'said' };
}

/** Channels with a template that can be sent now; null while reading. From this device. */
function useWithTemplates(): readonly number[] | null {
  const client = useClient();
  const channels = useApp((state) => state.directory.channels);
  const [found, setFound] = useState<readonly number[] | null>(null);
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      const ids: number[] = [];
      for (const { id, capabilities } of channels) {
        if (!capabilities.templates) continue;
        const { templates } = await client.call('templates.list', { channelId: id });
        if (templates.some(isSendable)) ids.push(id);
      }
      if (wanted) setFound(ids);
    };
    // Unread, nothing is ruled out: the template picker says why there are none.
    const again = (): void => void read().catch(() => undefined);
    again();
    const stop = client.on('templates.changed', again);
    return () => {
      wanted = false;
      stop();
    };
  }, [client, channels]);
  return found;
}

/** This person's conversations on this device, newest first. */
export function useExisting(contact: Contact | null): readonly Conversation[] {
  const client = useClient();
  const [found, setFound] = useState<{ readonly contactId: number; readonly conversations: readonly Conversation[] }>();
  const contactId = contact?.id ?? null;
  useEffect(() => {
    if (contactId === null) return undefined;
    let wanted = true;
    client.call('conversations.ofContact', { contactId }).then(
      ({ conversations }) => wanted && setFound({ contactId, conversations }),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [client, contactId]);
  return found?.contactId === contactId ? found.conversations : [];
}
