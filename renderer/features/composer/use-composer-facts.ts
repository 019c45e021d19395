import { useEffect, useState } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import { plainReason } from '../../../shared/outbox/refusals.ts';
import { isSendable } from '../../../shared/templates/parse.ts';
import { useClient } from '../../api/client.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { refusalOf } from '../outbox/outbox-words.ts';

/** True if this channel has a template that can be sent now. */
export function useHasTemplates({ channel }: Conversation): boolean {
  const client = useClient();
  const [sendable, setSendable] = useState(false);
  const { id } = channel;
  const { templates } = channel.capabilities;
  useEffect(() => {
    if (!templates) return undefined;
    let current = true;
    const load = (): void => {
      client.call('templates.list', { channelId: id }).then(
        (answer) => current && setSendable(answer.templates.some(isSendable)),
        () => undefined,
      );
    };
    load();
    const stop = client.on('templates.changed', load);
    return () => {
      current = false;
      stop();
    };
  }, [client, id, templates]);
  return templates && sendable;
}

/** A text for the customer that did not go out and that the agent has to decide about. */
export interface ReturnedText {
  readonly text: string;
  /** The outbox item it is in; null: WhatsApp refused the message after the server had taken it. */
  readonly item: OutboxItem | null;
}

export interface Trouble {
  /** Oldest first. */
  readonly returned: readonly ReturnedText[];
  /** WhatsApp's code for the newest message to the customer, if it was refused and its text does not come back. */
  readonly refusal: number | null;
}

export function useTrouble(conversationId: number): Trouble {
  const items = useApp((state) => state.outbox.items);
  const thread = useApp((state) => state.thread);
  const messages = thread?.conversationId === conversationId ? thread.messages : [];
  const returned: ReturnedText[] = [];
  for (const item of items) {
    if (item.conversationId !== conversationId || item.content.kind !== 'reply') continue;
    const refused = item.state === 'failed' && plainReason(refusalOf(item)?.code ?? null).reopensText;
    if (item.state === 'needs-template' || refused) returned.push({ text: item.content.text, item });
  }
  // Only the newest one: whatever was sent or written after a refusal has answered it.
  const newest = messages.findLast((message) => message.kind === 'outgoing' || message.kind === 'incoming');
  if (newest?.kind !== 'outgoing' || newest.delivery !== 'failed') return { returned, refusal: null };
  const code = newest.failure?.code ?? null;
  const reopens = plainReason(code).reopensText && !items.some((item) => item.clientId === newest.clientId);
  if (reopens) returned.push({ text: newest.text, item: null });
  return { returned, refusal: reopens ? null : code };
}
