import { useEffect, useState } from 'react';
import type { Channel, Conversation } from '../../../shared/contract/entities.ts';
import { troubleOf, type CallTrouble } from '../../api/call-trouble.ts';
import { useClient } from '../../api/client.tsx';
import { useApp } from '../../state/app-provider.tsx';

/** Where an SMS to this customer could go out from. */
export type SmsWay =
  | { readonly state: 'looking' | 'no-channel' | 'not-reachable' | 'unanswered' }
  | { readonly state: 'ready'; readonly channel: Channel };

/** Asks only if the team has an SMS number and somebody wants to know: the answer waits for the network. */
export function useSmsWay({ contact, channel }: Conversation, wanted: boolean): SmsWay {
  const client = useClient();
  const channels = useApp((app) => app.directory.channels);
  const offline = useApp((app) => app.sync.status?.offlineSince ?? null) !== null;
  const [answer, setAnswer] = useState<{ readonly contactId: number; readonly ids: readonly number[] | null } | null>(
    null,
  );
  const sms = channels.filter((each) => each.kind === 'sms' && each.id !== channel.id);
  const ask = wanted && !offline && sms.length > 0 && contact.phoneNumber !== null;
  useEffect(() => {
    if (!ask) return undefined;
    let current = true;
    const set = (ids: readonly number[] | null): void => {
      if (current) setAnswer({ contactId: contact.id, ids });
    };
    client.call('contacts.channels', { contactId: contact.id }).then(
      ({ channelIds }) => set(channelIds),
      () => set(null),
    );
    return () => {
      current = false;
    };
  }, [ask, client, contact.id]);
  if (sms.length === 0) return { state: 'no-channel' };
  if (contact.phoneNumber === null) return { state: 'not-reachable' };
  if (offline) return { state: 'unanswered' };
  if (answer === null || answer.contactId !== contact.id) return { state: 'looking' };
  if (answer.ids === null) return { state: 'unanswered' };
  const way = sms.find(({ id }) => answer.ids?.includes(id) === true);
  return way === undefined ? { state: 'not-reachable' } : { state: 'ready', channel: way };
}

export interface SmsSending {
  readonly busy: boolean;
  readonly error: CallTrouble | null;
  /** Resolves to the conversation it is in; null: not sent, the text is still where it was. */
  send(channelId: number, text: string): Promise<number | null>;
}

/** Opens the customer's SMS conversation and queues the text there (chatwoot-api §5.4). */
export function useSmsSending({ contact }: Conversation): SmsSending {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallTrouble | null>(null);
  // Asking again with the same id is the same message (law 4).
  const [attempt, setAttempt] = useState({ text: '', clientId: '' });
  return {
    busy,
    error,
    async send(channelId, text) {
      const { clientId } = attempt.text === text ? attempt : { clientId: crypto.randomUUID() };
      setAttempt({ text, clientId });
      setBusy(true);
      setError(null);
      try {
        const to = { contactId: contact.id };
        const { conversationId } = await client.call('conversations.start', { to, channelId });
        await client.call('replies.send', { conversationId, clientId, body: { audience: 'customer', text } });
        return conversationId;
      } catch (caught) {
        setError(troubleOf(caught));
        return null;
      } finally {
        setBusy(false);
      }
    },
  };
}
