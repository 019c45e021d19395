import { useEffect, useState } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import type { TemplateList } from '../../../shared/contract/templates.ts';
import { troubleOf, type CallTrouble } from '../../api/call-trouble.ts';
import { useClient } from '../../api/client.tsx';

export interface PickerData {
  readonly conversation: Conversation | null;
  readonly list: TemplateList | null;
  readonly error: CallTrouble | null;
}

const nothing: PickerData = { conversation: null, list: null, error: null };

/** Everything the picker needs, from this device: it works without a connection. */
export function usePickerData(conversationId: number): PickerData {
  const client = useClient();
  const [data, setData] = useState(nothing);
  useEffect(() => {
    let current = true;
    const load = async (): Promise<void> => {
      try {
        const { conversation } = await client.call('conversations.get', { conversationId });
        const list = await client.call('templates.list', { channelId: conversation.channel.id });
        if (current) setData({ conversation, list, error: null });
      } catch (error) {
        if (current) setData({ ...nothing, error: troubleOf(error) });
      }
    };
    void load();
    const stop = client.on('templates.changed', () => void load());
    return () => {
      current = false;
      stop();
    };
  }, [client, conversationId]);
  return data;
}
