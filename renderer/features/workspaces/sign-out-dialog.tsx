import { useState } from 'react';
import type { WorkspaceEntry } from '../../../shared/contract/accounts.ts';
import type { Client } from '../../../shared/contract/client.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { recentSearches } from '../search/recent-searches.ts';
import './sign-out-dialog.css';
import { useWorkspaceName } from './workspaces.tsx';

export interface SignOutDialogProps {
  readonly entry: WorkspaceEntry;
  /** What the check box says at first. */
  readonly forget: boolean;
  readonly client: Client;
  readonly onClose: () => void;
}

/** Says what stays, what waits and what would be lost, before anything happens. */
export function SignOutDialog({ entry, forget: asked, client, onClose }: SignOutDialogProps) {
  const t = useT();
  const name = useWorkspaceName()(entry);
  const [forget, setForget] = useState(asked);
  const [state, setState] = useState<'asking' | 'busy' | 'failed'>('asking');
  const act = async (): Promise<void> => {
    setState('busy');
    try {
      await client.call('workspaces.signOut', { id: entry.id, forget });
      recentSearches(entry.id).forget();
      onClose();
    } catch {
      setState('failed');
    }
  };
  const count = entry.unsent;
  return (
    <Dialog
      title={t('signOut.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('signIn.cancel')}</Button>
          <Button variant={forget ? 'danger' : 'primary'} disabled={state === 'busy'} onClick={() => void act()}>
            {t(forget ? 'signOut.doForget' : 'signOut.do')}
          </Button>
        </>
      }
    >
      <div className="sign-out">
        {entry.signedIn && !forget && <p>{t('signOut.keeps')}</p>}
        {count > 0 && !forget && <p className="sign-out-warning">{t('signOut.unsent', { count })}</p>}
        {entry.signedIn && <p>{t('signOut.server')}</p>}
        <label className="sign-out-forget">
          <input type="checkbox" checked={forget} onChange={(event) => setForget(event.target.checked)} />
          <span>{t('signOut.forget')}</span>
        </label>
        {forget && (
          <p className="sign-out-warning" role="status">
            {t('signOut.forget.text', { count })}
          </p>
        )}
        {state === 'failed' && (
          <p className="sign-out-warning" role="alert">
            {t('signOut.failed')}
          </p>
        )}
      </div>
    </Dialog>
  );
}
