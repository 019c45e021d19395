import { useRef, useState } from 'react';
import type { WorkspaceEntry } from '../../../shared/contract/accounts.ts';
import { useT, type Translate } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';
import './workspace-switcher.css';
import { useWorkspaceName, useWorkspaces, type WorkspacesValue } from './workspaces.tsx';

/** In the rail's foot: which workspace this is, what waits in the others, and the way there. */
export function WorkspaceSwitcher() {
  const workspaces = useWorkspaces();
  return workspaces === null ? null : <Switcher workspaces={workspaces} />;
}

function Switcher({ workspaces }: { readonly workspaces: WorkspacesValue }) {
  const t = useT();
  const nameOf = useWorkspaceName();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState<{ readonly entry: WorkspaceEntry; readonly forget: boolean } | null>(null);
  const items = useItems(workspaces, (forget) => setLeaving({ entry: workspaces.current, forget }));
  const { current, entries } = workspaces;
  const name = nameOf(current);
  const elsewhere = entries.reduce((sum, entry) => (entry.id === current.id ? sum : sum + entry.unread), 0);
  const label =
    elsewhere === 0 ? t('workspaces.switch', { name }) : t('workspaces.elsewhere', { name, count: elsewhere });
  return (
    <div className="workspace-switcher">
      <button
        ref={button}
        type="button"
        className="rail-button workspace-button"
        data-signed-out={current.signedIn ? undefined : ''}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className="visually-hidden">{label}</span>
        <Avatar name={name} />
        {elsewhere > 0 && (
          <span className="rail-count tabular" aria-hidden="true">
            {elsewhere > 99 ? '99+' : elsewhere}
          </span>
        )}
      </button>
      {open && <Menu label={t('workspaces.menu')} items={items} anchor={button} onClose={() => setOpen(false)} />}
      {leaving !== null && <SignOutDialog {...leaving} client={workspaces.client} onClose={() => setLeaving(null)} />}
    </div>
  );
}

function useItems(workspaces: WorkspacesValue, leave: (forget: boolean) => void): readonly MenuItem[] {
  const t = useT();
  const nameOf = useWorkspaceName();
  const actions = useActions();
  const { current, entries, show, setSignInAddress } = workspaces;
  const signIn = (address: string): void => {
    setSignInAddress(address);
    actions.ui.goTo('sign-in');
  };
  const name = nameOf(current);
  const ofCurrent: MenuItem[] = [];
  if (current.kind === 'server' && current.signedIn) {
    const label = t('workspaces.signOut', { name });
    ofCurrent.push({ key: 'sign-out', icon: 'lock', label, onChoose: () => leave(false) });
  }
  if (current.kind === 'server' && !current.signedIn) {
    const again = t('workspaces.signInAgain', { name });
    const remove = t('workspaces.remove', { name });
    ofCurrent.push(
      { key: 'sign-in', icon: 'lock', label: again, onChoose: () => signIn(current.serverUrl) },
      { key: 'remove', icon: 'close', label: remove, onChoose: () => leave(true) },
    );
  }
  return [
    ...entries.map((entry) => ({
      key: entry.id,
      label: describe(t, nameOf(entry), entry),
      checked: entry.id === current.id,
      onChoose: () => {
        if (entry.id !== current.id) show(entry.id);
      },
    })),
    { key: 'add', icon: 'plus', label: t('workspaces.add'), onChoose: () => signIn('') },
    ...ofCurrent,
  ];
}

/** "Harbour & Pine · Sam Rivera · 3 unread · 1 not sent" */
function describe(t: Translate, name: string, entry: WorkspaceEntry): string {
  const { agentName, unread, unsent, signedIn, kind } = entry;
  const parts = [agentName === null ? name : t('workspaces.entry', { name, agent: agentName })];
  if (kind === 'practice') parts.push(t('workspaces.practiceMark'));
  if (!signedIn) parts.push(t('workspaces.signedOut'));
  if (unread > 0) parts.push(t('workspaces.unread', { count: unread }));
  if (unsent > 0) parts.push(t('workspaces.unsent', { count: unsent }));
  return parts.join(' · ');
}
