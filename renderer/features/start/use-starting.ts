import { useState } from 'react';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { allowsFreeText, windowState } from '../../../shared/window/window-state.ts';
import { troubleOf, type CallTrouble } from '../../api/call-trouble.ts';
import { useClient } from '../../api/client.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { usePageClock } from '../../state/clock.ts';
import { noStart } from '../../state/store.ts';

export interface Starting {
  readonly busy: boolean;
  readonly trouble: CallTrouble | null;
  start(wish: CallInput<'conversations.start'>): Promise<void>;
}

/** Opens the conversation and the place where its first message is made: the template picker, or the composer. */
export function useStarting(): Starting {
  const client = useClient();
  const { ui } = useActions();
  const clock = usePageClock();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<CallTrouble | null>(null);
  return {
    busy,
    trouble,
    async start(wish) {
      setBusy(true);
      setTrouble(null);
      try {
        const { conversationId } = await client.call('conversations.start', wish);
        const { conversation } = await client.call('conversations.get', { conversationId });
        ui.setStart(noStart);
        ui.select(conversationId);
        // The one that was found may be open, or its customer may have written this very moment.
        const free = allowsFreeText(windowState(conversation.window, clock.read()));
        if (!free && conversation.channel.capabilities.templates) {
          ui.openTemplatePicker({ conversationId, text: '', replaces: null });
        } else {
          ui.focusComposer('reply');
        }
      } catch (caught) {
        setTrouble(troubleOf(caught));
        setBusy(false);
      }
    },
  };
}
