import { useState } from 'react';
import { readPhoneNumber } from '../../../shared/phone/phone-number.ts';
import { useT } from '../../i18n/i18n.tsx';
import type { StartForm } from '../../state/store.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../sign-in/parts.tsx';

type Person = NonNullable<StartForm['newcomer']>;

export interface NewcomerProps {
  readonly person: Person;
  /** Everything that is wrong is said; before that only what was left. */
  readonly checked: boolean;
  readonly onType: (person: Person) => void;
  readonly onChange: () => void;
}

/** Somebody the team has not written with: a name and a number with its country. */
export function Newcomer({ person, checked, onType, onChange }: NewcomerProps) {
  const t = useT();
  const [left, setLeft] = useState(false);
  const number = readPhoneNumber(person.number);
  const wrong = (checked || (left && person.number.trim() !== '')) && !number.ok ? number.why : null;
  const nameless = checked && person.name.trim() === '';
  return (
    <div className="start-newcomer">
      <TextField
        label={t('start.name')}
        dir="auto"
        maxLength={255}
        autoComplete="off"
        problem={nameless ? t('start.name.empty') : null}
        value={person.name}
        onType={(name) => onType({ ...person, name })}
      />
      <TextField
        label={t('start.number')}
        help={t('start.number.help')}
        problem={wrong === null ? null : t(`start.number.${wrong}`)}
        dir="ltr"
        type="tel"
        inputMode="tel"
        autoComplete="off"
        maxLength={40}
        placeholder="+31 6 1234 5678"
        value={person.number}
        onType={(text) => onType({ ...person, number: text })}
        onBlur={() => setLeft(true)}
      />
      <div className="start-ways">
        <Button icon="swap" onClick={onChange}>
          {t('start.change')}
        </Button>
      </div>
    </div>
  );
}
