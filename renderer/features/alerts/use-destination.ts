import { useEffect } from 'react';
import type { Destination } from '../../../shared/contract/alerts.ts';
import { useClient } from '../../api/client.tsx';
import { coalesce } from '../../state/coalesce.ts';
import type { AppActions } from '../../state/actions.ts';
import { useActions, useAppStore } from '../../state/app-provider.tsx';
import type { AppStore } from '../../state/store.ts';
import { useCommandRegistry } from '../shortcuts/use-command.ts';
import { useWorkspaces } from '../workspaces/workspaces.tsx';

/** Goes where a link, a notification or the tray pointed to: now, and where they did so before this page was there. */
export function useDestination(): void {
  const client = useClient();
  const actions = useActions();
  const store = useAppStore();
  const registry = useCommandRegistry();
  const workspaces = useWorkspaces();
  const currentId = workspaces?.current.id ?? null;
  const show = workspaces?.show;
  const ids = workspaces?.entries.map(({ id }) => id).join(' ') ?? '';

  useEffect(() => {
    const go = coalesce(async () => {
      const { to } = await client.call('navigation.take', { shown: currentId });
      if (to === null) return;
      const { workspaceId } = to;
      if (workspaceId === null || currentId === null || workspaceId === currentId) {
        await goTo(to, { actions, store, sweep: () => void registry.run('sweep.start'), draftOf });
      } else if (ids.split(' ').includes(workspaceId)) {
        // The page of that workspace asks again, and gets it.
        show?.(workspaceId);
      } else {
        await client.call('navigation.take', { shown: workspaceId });
        actions.ui.notice('alerts.noWorkspace');
      }
    });
    const draftOf = async (conversationId: number): Promise<string> => {
      const { draft } = await client.call('drafts.get', { conversationId, audience: 'customer' });
      return draft?.text ?? '';
    };
    const quietly = (): void => void go().catch(() => undefined);
    quietly();
    return client.on('navigation.changed', quietly);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `show` is a new function with every list; it always does the same
  }, [client, actions, store, registry, currentId, ids]);
}

interface Ways {
  readonly actions: AppActions;
  readonly store: AppStore;
  readonly sweep: () => void;
  readonly draftOf: (conversationId: number) => Promise<string>;
}

async function goTo(to: Destination, { actions, store, sweep, draftOf }: Ways): Promise<void> {
  switch (to.kind) {
    case 'conversation': {
      const { conversationId, intent } = to;
      actions.ui.select(conversationId);
      if (intent === 'reply' || intent === 'note') actions.ui.focusComposer(intent);
      if (intent !== 'choose-template') return;
      // A parked message goes into the template; without one, what was written to the customer.
      const parked = store
        .getState()
        .outbox.items.find((item) => item.conversationId === conversationId && item.state === 'needs-template');
      const wish =
        parked?.content.kind === 'reply'
          ? { text: parked.content.text, replaces: parked.clientId }
          : { text: await draftOf(conversationId), replaces: null };
      actions.ui.openTemplatePicker({ conversationId, ...wish });
      return;
    }
    case 'sweep':
      actions.ui.goTo('inbox');
      sweep();
      return;
    case 'closing':
      actions.list.setView('closing');
      return;
    case 'notifications':
      actions.ui.goTo('diagnostics');
      return;
    case 'inbox':
    case 'outbox':
    case 'settings':
      actions.ui.goTo(to.kind);
  }
}
