import { useState } from 'react';
import type { VaultKind } from '../../../shared/contract/accounts.ts';
import type { Client } from '../../../shared/contract/client.ts';
import { useT } from '../../i18n/i18n.tsx';
import { hostOf } from '../workspaces/workspaces.tsx';
import { AccountStep } from './account-step.tsx';
import { CodeStep } from './code-step.tsx';
import { Trouble } from './parts.tsx';
import './sign-in.css';
import { StartStep, type Typed } from './start-step.tsx';
import { useServers } from './use-servers.ts';
import { useSignIn } from './use-sign-in.ts';

export interface SignInFormProps {
  readonly client: Client;
  readonly vault: VaultKind;
  /** The address to begin with; may be empty. */
  readonly serverUrl: string;
  /** The person was signed in there before. */
  readonly again?: boolean;
  readonly onDone: (workspaceId: string) => void;
  /** Null: there is nowhere to go back to. */
  readonly onCancel: (() => void) | null;
}

/** Address and proof first; a code and the choice of an account where the server asks for them. */
export function SignInForm({ client, vault, serverUrl, again = false, onDone, onCancel }: SignInFormProps) {
  const t = useT();
  const [typed, setTyped] = useState<Typed>({
    address: serverUrl,
    method: 'password',
    email: '',
    password: '',
    token: '',
    stay: vault === 'system',
  });
  const { step, busy, trouble, submit, back } = useSignIn(client, onDone);
  const servers = useServers(client);
  const server = hostOf(typed.address.trim());
  return (
    <section className="sign-in" aria-labelledby="sign-in-title" aria-busy={busy}>
      <h1 id="sign-in-title" className="sign-in-title">
        {t(titleOf(step.kind, again))}
      </h1>
      {trouble !== null && <Trouble trouble={trouble} server={server} />}
      {step.kind === 'start' && (
        <StartStep
          typed={typed}
          onType={(change) => setTyped((before) => ({ ...before, ...change }))}
          vault={vault}
          servers={servers}
          intro={again ? t('signIn.again.text', { server: hostOf(serverUrl) }) : t('signIn.intro')}
          busy={busy}
          onSubmit={(url, proof) => {
            // What was typed is not needed for the next steps, and the password for nothing any more.
            setTyped((before) => ({
              ...before,
              address: url,
              password: proof.kind === 'password' ? '' : before.password,
            }));
            return submit(url, proof, typed.stay);
          }}
          onCancel={onCancel}
        />
      )}
      {step.kind === 'needs-code' && (
        <CodeStep
          busy={busy}
          onSubmit={(code) => submit(typed.address, { kind: 'code', challenge: step.challenge, code }, typed.stay)}
          onBack={back}
        />
      )}
      {step.kind === 'choose-account' && (
        <AccountStep
          accounts={step.accounts}
          busy={busy}
          onChoose={(accountId) =>
            void submit(typed.address, { kind: 'account', challenge: step.challenge, accountId }, typed.stay)
          }
          onBack={back}
        />
      )}
      <p className="sign-in-busy" role="status">
        {busy ? t('signIn.busy') : ''}
      </p>
    </section>
  );
}

function titleOf(step: 'start' | 'needs-code' | 'choose-account', again: boolean) {
  if (step === 'needs-code') return 'signIn.code.title' as const;
  if (step === 'choose-account') return 'signIn.account.title' as const;
  return again ? ('signIn.again' as const) : ('signIn.title' as const);
}
