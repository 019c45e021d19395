import { useEffect, useRef } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';

export interface AccountStepProps {
  readonly accounts: readonly { readonly id: number; readonly name: string }[];
  readonly busy: boolean;
  readonly onChoose: (accountId: number) => void;
  readonly onBack: () => void;
}

export function AccountStep({ accounts, busy, onChoose, onBack }: AccountStepProps) {
  const t = useT();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div className="sign-in-form">
      <p className="sign-in-text">{t('signIn.account.text')}</p>
      <ul className="sign-in-accounts">
        {accounts.map(({ id, name }, index) => (
          <li key={id}>
            <Button
              {...(index === 0 ? { ref: first } : {})}
              size="large"
              className="sign-in-account"
              aria-disabled={busy}
              onClick={() => onChoose(id)}
            >
              {name}
            </Button>
          </li>
        ))}
      </ul>
      <div className="sign-in-buttons">
        <Button onClick={onBack}>{t('signIn.back')}</Button>
      </div>
    </div>
  );
}
