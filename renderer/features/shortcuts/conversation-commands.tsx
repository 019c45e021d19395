import type { Conversation } from '../../../shared/contract/entities.ts';
import { useActions, useAppStore } from '../../state/app-provider.tsx';
import type { AppState } from '../../state/store.ts';
import { useContextOpen } from '../context/use-context-open.ts';
import { useConversationActions } from '../thread/use-conversation-actions.ts';
import type { Enabled } from './command-registry.ts';
import { useCommand } from './use-command.ts';

/**
 * What the commands of one conversation do: for the one that has the focus in the list, otherwise for the open one. The list
 * registers its own on top of these for a selection of several.
 */
export function ConversationCommands() {
  const actions = useActions();
  const act = useConversationActions();
  const store = useAppStore();
  const contextOpen = useContextOpen();
  const possible = (): Enabled => (targetOf(store.getState()) === undefined ? 'palette.why.noConversation' : true);
  const withTarget = (run: (conversation: Conversation) => void) => (): boolean => {
    const conversation = targetOf(store.getState());
    if (conversation !== undefined) run(conversation);
    return conversation !== undefined;
  };
  const compose = (mode: 'reply' | 'note') =>
    withTarget(({ id }) => {
      actions.ui.select(id);
      actions.ui.focusComposer(mode);
    });
  useCommand('conversation.reply', compose('reply'), possible);
  useCommand('conversation.note', compose('note'), possible);
  useCommand(
    'conversation.template',
    withTarget(({ id }) => {
      actions.ui.select(id);
      actions.ui.openTemplatePicker({ conversationId: id, text: '', replaces: null });
    }),
    possible,
  );
  useCommand(
    'conversation.snooze',
    withTarget(({ id }) => {
      actions.ui.select(id);
      actions.ui.setPopover('snooze');
    }),
    possible,
  );
  const closeOrReopen = withTarget((conversation) => void act.closeOrReopen(conversation));
  const assignMe = withTarget((conversation) => void act.assignMe(conversation));
  const markUnread = withTarget(({ id }) => void actions.conversation.act(id, { kind: 'mark-unread' }));
  useCommand('conversation.close', closeOrReopen, possible);
  useCommand('conversation.assignMe', assignMe, possible);
  useCommand('conversation.unread', markUnread, possible);
  useCommand('context.toggle', () => actions.ui.setContextOpen(!contextOpen), possible);
  return null;
}

function targetOf({ conversations, ui }: AppState): Conversation | undefined {
  const active = document.activeElement;
  const row = active instanceof HTMLElement ? active.dataset['conversationId'] : undefined;
  const id = row === undefined ? ui.selectedId : Number(row);
  return id === null ? undefined : conversations.byId[id];
}
