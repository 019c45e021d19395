import { useId, useState, type Ref } from 'react';
import { parseServerAddress, type AddressProblem } from '../../../shared/accounts/server-address.ts';
import { useT } from '../../i18n/i18n.tsx';
import { hostOf } from '../workspaces/workspaces.tsx';
import { TextField } from './parts.tsx';

export interface AddressFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly address: string;
  readonly problem: AddressProblem | null;
  readonly onType: (address: string) => void;
}

/** Any server. The address of a page becomes that of its server, where the person can see it. */
export function AddressField({ ref, address, problem, onType }: AddressFieldProps) {
  const t = useT();
  const [leftAt, setLeftAt] = useState(address);
  const spelled = leftAt === address ? otherSpelling(address) : null;
  return (
    <TextField
      ref={ref}
      label={t('signIn.address')}
      help={spelled === null ? t('signIn.address.help') : t('signIn.address.spelled', { host: spelled })}
      problem={problem === null ? null : t(`signIn.address.${problem}`)}
      dir="ltr"
      inputMode="url"
      autoComplete="url"
      placeholder="chat.example.com"
      value={address}
      onType={onType}
      onBlur={() => {
        const parsed = parseServerAddress(address);
        if (!parsed.ok) return;
        onType(parsed.url);
        setLeftAt(parsed.url);
      }}
    />
  );
}

/** How the network spells a name with letters that look like others; null: as it is written. */
function otherSpelling(address: string): string | null {
  const parsed = parseServerAddress(address);
  if (!parsed.ok) return null;
  const { host } = new URL(parsed.url);
  return host === hostOf(parsed.url) ? null : host;
}

export interface ServerChoiceProps {
  readonly servers: readonly string[];
  readonly address: string;
  readonly onChoose: (address: string) => void;
}

/** One of those that the organisation names. */
export function ServerChoice({ servers, address, onChoose }: ServerChoiceProps) {
  const t = useT();
  const id = useId();
  return (
    <div className="sign-in-field">
      <label htmlFor={id} className="sign-in-label">
        {t('signIn.address')}
      </label>
      <select
        id={id}
        className="sign-in-input"
        dir="ltr"
        aria-describedby={`${id}-help`}
        value={address}
        onChange={({ target }) => onChoose(target.value)}
      >
        {servers.map((server) => (
          <option key={server} value={server}>
            {server}
          </option>
        ))}
      </select>
      <p id={`${id}-help`} className="sign-in-help">
        {t('policy.signIn.choose')}
      </p>
    </div>
  );
}
