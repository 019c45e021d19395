import { useActions, useApp } from '../../state/app-provider.tsx';
import { useUndoCommand } from '../outbox/use-undo.ts';
import { views } from '../rail/views.ts';
import { useCommand } from './use-command.ts';
import { viewCommands } from './view-commands.ts';

/** What the commands of the whole desk do: pages, views, undo. */
export function DeskCommands() {
  const { ui, list, sync } = useActions();
  const live = useApp((state) => state.sync.status?.state === 'live');
  useUndoCommand();
  useCommand('settings.open', () => ui.goTo('settings'));
  useCommand('outbox.open', () => ui.goTo('outbox'));
  useCommand('go.outbox', () => ui.goTo('outbox'));
  useCommand('search.open', () => ui.goTo('search'));
  useCommand('conversation.start', () => ui.goTo('start'));
  useCommand('intro.start', () => ui.goTo('intro'));
  useCommand('diagnostics.open', () => ui.goTo('diagnostics'));
  useCommand('sync.retry', () => sync.retry(), !live);
  useCommand('go.inbox', () => list.setView('open'));
  useCommand('go.mine', () => list.setView('mine'));
  useCommand('go.closing', () => list.setView('closing'));
  useCommand('go.unassigned', () => list.setView('unassigned'));
  useCommand('go.snoozed', () => list.setView('snoozed'));
  useCommand('go.drafts', () => list.setView('drafts'));
  return viewCommands.map((id, index) => <ViewCommand key={id} id={id} index={index} />);
}

function ViewCommand({ id, index }: { readonly id: (typeof viewCommands)[number]; readonly index: number }) {
  const { list } = useActions();
  const view = views[index];
  useCommand(id, () => (view === undefined ? false : list.setView(view)), view !== undefined);
  return null;
}
