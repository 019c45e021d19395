import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { parseServerAddress, type AddressProblem } from '../../../shared/accounts/server-address.ts';
import type { SignInWith, VaultKind } from '../../../shared/contract/accounts.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { AddressField, ServerChoice } from './address-field.tsx';
import { SecretField, TextField } from './parts.tsx';

export interface Typed {
  readonly address: string;
  readonly method: 'password' | 'token';
  readonly email: string;
  readonly password: string;
  readonly token: string;
  readonly stay: boolean;
}

export interface StartStepProps {
  readonly typed: Typed;
  readonly onType: (change: Partial<Typed>) => void;
  readonly vault: VaultKind;
  /** Those that the organisation names; null: any. */
  readonly servers: readonly string[] | null;
  readonly intro: string;
  readonly busy: boolean;
  /** Answers false if it was refused: focus goes to what has to be typed again. */
  readonly onSubmit: (serverUrl: string, proof: SignInWith) => Promise<boolean>;
  readonly onCancel: (() => void) | null;
}

export function StartStep(props: StartStepProps) {
  const { typed, onType, busy, onCancel, servers } = props;
  const t = useT();
  const [problem, setProblem] = useState<AddressProblem | null>(null);
  const address = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => focusWhatIsMissing(form.current), []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const parsed = parseServerAddress(serverOf(typed, servers));
    if (!parsed.ok) {
      setProblem(parsed.why);
      address.current?.focus();
      return;
    }
    const proof = proofOf(typed);
    const goesOn = proof !== null && (await props.onSubmit(parsed.url, proof));
    if (!goesOn) focusWhatIsMissing(form.current);
  };
  if (servers?.length === 0) return <p className="sign-in-text">{t('policy.signIn.closed')}</p>;
  return (
    <form ref={form} className="sign-in-form" noValidate onSubmit={(event) => void submit(event)}>
      <p className="sign-in-text">{props.intro}</p>
      {servers === null ? (
        <AddressField
          ref={address}
          address={typed.address}
          problem={problem}
          onType={(text) => {
            setProblem(null);
            onType({ address: text });
          }}
        />
      ) : (
        <ServerChoice
          servers={servers}
          address={serverOf(typed, servers)}
          onChoose={(server) => onType({ address: server })}
        />
      )}
      <Segmented<Typed['method']>
        label={t('signIn.with')}
        value={typed.method}
        onChange={(method) => onType({ method })}
        options={[
          { value: 'password', label: t('signIn.with.password') },
          { value: 'token', label: t('signIn.with.token') },
        ]}
      />
      <Proof typed={typed} onType={onType} />
      <Stay {...props} />
      <div className="sign-in-buttons">
        {onCancel !== null && <Button onClick={onCancel}>{t('signIn.cancel')}</Button>}
        <Button type="submit" variant="primary" size="large" aria-disabled={busy}>
          {t('signIn.submit')}
        </Button>
      </div>
    </form>
  );
}

function Proof({ typed, onType }: Pick<StartStepProps, 'typed' | 'onType'>) {
  const t = useT();
  if (typed.method === 'token') {
    return (
      <SecretField
        label={t('signIn.token')}
        help={t('signIn.token.help')}
        autoComplete="off"
        value={typed.token}
        onType={(token) => onType({ token })}
      />
    );
  }
  return (
    <>
      <TextField
        label={t('signIn.email')}
        dir="ltr"
        type="email"
        autoComplete="username"
        value={typed.email}
        onType={(email) => onType({ email })}
      />
      <SecretField
        label={t('signIn.password')}
        help={t('signIn.password.help')}
        autoComplete="current-password"
        value={typed.password}
        onType={(password) => onType({ password })}
      />
    </>
  );
}

/** What staying means on this computer, said before it is chosen. */
function Stay({ typed, onType, vault }: Pick<StartStepProps, 'typed' | 'onType' | 'vault'>) {
  const t = useT();
  const helpId = useId();
  if (vault === 'memory') return <p className="sign-in-help">{t('signIn.stay.memory')}</p>;
  return (
    <label className="sign-in-stay">
      <input
        type="checkbox"
        checked={typed.stay}
        aria-describedby={helpId}
        onChange={(event) => onType({ stay: event.target.checked })}
      />
      <span>
        <span className="sign-in-label">{t('signIn.stay')}</span>
        <span id={helpId} className="sign-in-help">
          {t(`signIn.stay.${vault}`)}
        </span>
      </span>
    </label>
  );
}

/** What was typed counts only where the organisation leaves the choice. */
function serverOf({ address }: Typed, servers: readonly string[] | null): string {
  return servers === null || servers.includes(address) ? address : (servers[0] ?? '');
}

/** Null: something is still empty. */
function proofOf({ method, email, password, token }: Typed): SignInWith | null {
  if (method === 'token') return token.trim() === '' ? null : { kind: 'token', token: token.trim() };
  return email.trim() === '' || password === '' ? null : { kind: 'password', email: email.trim(), password };
}

function focusWhatIsMissing(form: HTMLFormElement | null): void {
  const fields = [...(form?.querySelectorAll<HTMLInputElement>('.sign-in-input') ?? [])];
  (fields.find((field) => field.value.trim() === '') ?? fields.at(-1))?.focus();
}
