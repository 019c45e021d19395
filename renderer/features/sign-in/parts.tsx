import { useId, useState, type InputHTMLAttributes, type Ref } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import type { SignInTrouble } from './use-sign-in.ts';

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'id'> {
  readonly label: string;
  readonly help?: string;
  /** What is wrong with it; takes the place of the help. */
  readonly problem?: string | null;
  readonly onType: (text: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A field with its name above and its help or problem below, tied together for assistive technology. */
export function TextField({ label, help, problem = null, onType, ...rest }: TextFieldProps) {
  const id = useId();
  const helpId = `${id}-help`;
  const below = problem ?? help;
  return (
    <div className="sign-in-field">
      <label htmlFor={id} className="sign-in-label">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        className="sign-in-input"
        aria-describedby={below === undefined ? undefined : helpId}
        aria-invalid={problem !== null}
        spellCheck={false}
        autoCapitalize="none"
        onChange={(event) => onType(event.target.value)}
      />
      {below !== undefined && (
        <p id={helpId} className={problem === null ? 'sign-in-help' : 'sign-in-problem'}>
          {below}
        </p>
      )}
    </div>
  );
}

/** A field whose text is hidden until the person wants to see it. */
export function SecretField(props: TextFieldProps) {
  const t = useT();
  const [shown, setShown] = useState(false);
  return (
    <div className="sign-in-secret">
      <TextField {...props} type={shown ? 'text' : 'password'} />
      <button
        type="button"
        className="sign-in-reveal"
        aria-pressed={shown}
        aria-label={`${t(shown ? 'signIn.conceal' : 'signIn.reveal')}: ${props.label}`}
        onClick={() => setShown(!shown)}
      >
        {t(shown ? 'signIn.conceal' : 'signIn.reveal')}
      </button>
    </div>
  );
}

export function Trouble({ trouble, server }: { readonly trouble: SignInTrouble; readonly server: string }) {
  const t = useT();
  return (
    <div key={trouble.turn} className="sign-in-trouble" role="alert">
      <p>{t(trouble.key, { server })}</p>
      {trouble.detail !== null && (
        <p className="sign-in-detail">{t('signIn.error.detail', { detail: trouble.detail })}</p>
      )}
    </div>
  );
}
