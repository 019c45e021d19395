import { createContext, Fragment, useContext, useMemo, useState, type ReactNode } from 'react';
import type { VaultKind, WorkspaceEntry } from '../../../shared/contract/accounts.ts';
import { createClient, type Client } from '../../../shared/contract/client.ts';
import type { Transport } from '../../../shared/contract/wire.ts';
import { must } from '../../../shared/lang/assert.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useKeptFresh } from '../../state/use-kept-fresh.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SignInForm } from '../sign-in/sign-in-form.tsx';
import './workspaces.css';

export interface WorkspacesValue {
  /** Speaks for the app: `workspaces.*` and `settings.*`. */
  readonly client: Client;
  readonly entries: readonly WorkspaceEntry[];
  readonly vault: VaultKind;
  /** The one that the page shows. */
  readonly current: WorkspaceEntry;
  /** Which server the sign-in page begins with; null: that of the current workspace if it is signed out. */
  readonly signInAddress: string | null;
  setSignInAddress(address: string | null): void;
  /** Draws the desk anew, over that workspace. */
  show(id: string): void;
}

const WorkspacesContext = createContext<WorkspacesValue | null>(null);

/** Null where the page was opened over one workspace only, as the state gallery is. */
export function useWorkspaces(): WorkspacesValue | null {
  return useContext(WorkspacesContext);
}

interface Listed {
  readonly entries: readonly WorkspaceEntry[];
  /** `lastId` when this page was opened: what another window shows from then on is its own affair. */
  readonly firstId: string | null;
  readonly lastId: string | null;
  readonly vault: VaultKind;
}

export interface WorkspacesProps {
  readonly transport: Transport;
  /** The desk of one workspace. Mounted anew for each: nothing of one is ever seen in another. */
  readonly children: (client: Client) => ReactNode;
}

export function Workspaces({ transport, children }: WorkspacesProps) {
  const client = useMemo(() => createClient(transport, null), [transport]);
  const { listed, failed, readAgain } = useList(client);
  const [chosen, setChosen] = useState<Chosen>({ id: null, turn: 0 });
  const [signInAddress, setSignInAddress] = useState<string | null>(null);
  const show = (id: string): void => {
    setSignInAddress(null);
    setChosen(({ turn }) => ({ id, turn: turn + 1 }));
    // Only for the next start: what is shown does not hang on it.
    void client.call('workspaces.show', { id }).catch(() => undefined);
    readAgain();
  };

  const current = listed === null ? undefined : shownOf(listed, chosen);

  if (listed === null) return failed ? <Failed onRetry={readAgain} /> : null;
  if (current === undefined) return <NoWorkspace client={client} vault={listed.vault} onDone={show} />;
  const value = { ...listed, client, current, signInAddress, setSignInAddress, show };
  return (
    <WorkspacesContext value={value}>
      <Fragment key={`${current.id} ${chosen.turn}`}>
        <OneWorkspace transport={transport} id={current.id}>
          {children}
        </OneWorkspace>
      </Fragment>
    </WorkspacesContext>
  );
}

interface Chosen {
  /** Null: the person has not chosen yet. */
  readonly id: string | null;
  /** Signing in again shows the same workspace, and the desk begins anew all the same. */
  readonly turn: number;
}

/**
 * The one that was shown last, until the person chooses. One that turns out to be signed out gives way: a token from the
 * environment may belong to somebody else than last time, who then has a workspace of their own.
 */
function shownOf({ entries, firstId, lastId }: Listed, { id }: Chosen): WorkspaceEntry | undefined {
  const byId = (wanted: string | null): WorkspaceEntry | undefined => entries.find((entry) => entry.id === wanted);
  const held = byId(id ?? firstId);
  if (held !== undefined && (id !== null || held.signedIn)) return held;
  return byId(lastId) ?? held ?? entries[0];
}

function OneWorkspace({ transport, id, children }: WorkspacesProps & { readonly id: string }) {
  const client = useMemo(() => createClient(transport, id), [transport, id]);
  return children(client);
}

const events = ['workspaces.changed'] as const;
const ask = (client: Client) => client.call('workspaces.list', {});

function useList(client: Client) {
  const { value, failed, readAgain } = useKeptFresh(client, events, ask);
  const [firstId, setFirstId] = useState<string | null | undefined>(undefined);
  if (value !== null && firstId === undefined) setFirstId(value.lastId);
  const listed: Listed | null =
    value === null || firstId === undefined
      ? null
      : { entries: value.workspaces, firstId, lastId: value.lastId, vault: value.vault };
  return { listed, failed, readAgain };
}

function Failed({ onRetry }: { readonly onRetry: () => void }) {
  const t = useT();
  return (
    <main className="workspaces-alone">
      <EmptyState icon="alert" heading="h1" title={t('workspaces.error.title')} text={t('copy.unreadable')}>
        <Button onClick={onRetry}>{t('app.retry')}</Button>
      </EmptyState>
    </main>
  );
}

interface NoWorkspaceProps {
  readonly client: Client;
  readonly vault: VaultKind;
  readonly onDone: (id: string) => void;
}

/** The last one was removed. */
function NoWorkspace({ client, vault, onDone }: NoWorkspaceProps) {
  const t = useT();
  return (
    <main className="workspaces-alone">
      <p className="workspaces-none">{t('workspaces.none.text')}</p>
      <SignInForm client={client} vault={vault} serverUrl="" onDone={onDone} onCancel={null} />
    </main>
  );
}

/** What a workspace is called: its account, or its server as long as the account is not known. */
export function useWorkspaceName(): (entry: WorkspaceEntry) => string {
  const t = useT();
  return ({ kind, accountName, serverUrl, id }) => {
    if (accountName !== null) return accountName;
    if (kind === 'practice') return t('workspaces.practice');
    return serverUrl === '' ? id : hostOf(serverUrl);
  };
}

export function hostOf(serverUrl: string): string {
  return must(serverUrl.replace(/^\w+:\/\//, '').split('/')[0], 'splitting gives at least one part');
}
