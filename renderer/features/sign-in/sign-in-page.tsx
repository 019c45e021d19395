import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { useWorkspaces } from '../workspaces/workspaces.tsx';
import { SignInForm } from './sign-in-form.tsx';
import './sign-in.css';

/** Adds a workspace, or signs in to this one again. */
export function SignInPage() {
  const workspaces = useWorkspaces();
  const actions = useActions();
  const t = useT();
  if (workspaces === null) return null;
  const { client, vault, current, signInAddress, setSignInAddress, show } = workspaces;
  const again = signInAddress === null ? !current.signedIn : signInAddress !== '';
  return (
    <main className="sign-in-page">
      <SignInForm
        client={client}
        vault={vault}
        serverUrl={signInAddress ?? (current.signedIn ? '' : current.serverUrl)}
        again={again}
        onDone={show}
        onCancel={() => {
          setSignInAddress(null);
          actions.ui.goTo('inbox');
        }}
      />
      <Button onClick={() => actions.ui.goTo('settings')}>{t('network.signIn')}</Button>
    </main>
  );
}
