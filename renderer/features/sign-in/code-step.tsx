import { useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from './parts.tsx';

export interface CodeStepProps {
  readonly busy: boolean;
  /** Answers false if it was refused. */
  readonly onSubmit: (code: string) => Promise<boolean>;
  readonly onBack: () => void;
}

export function CodeStep({ busy, onSubmit, onBack }: CodeStepProps) {
  const t = useT();
  const [code, setCode] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = async (): Promise<void> => {
    const goesOn = code.trim().length >= 4 && (await onSubmit(code.trim()));
    // A refused code is replaced by the next one: selected, typing does that.
    if (!goesOn) field.current?.select();
  };
  return (
    <form
      className="sign-in-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="sign-in-text">{t('signIn.code.text')}</p>
      <TextField
        ref={field}
        label={t('signIn.code')}
        dir="ltr"
        autoComplete="one-time-code"
        maxLength={40}
        value={code}
        onType={setCode}
      />
      <div className="sign-in-buttons">
        <Button onClick={onBack}>{t('signIn.back')}</Button>
        <Button type="submit" variant="primary" size="large" aria-disabled={busy}>
          {t('signIn.code.submit')}
        </Button>
      </div>
    </form>
  );
}
