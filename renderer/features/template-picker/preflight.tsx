import type { ReactElement } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { checkText } from './field-words.ts';
import type { TemplateFormState } from './use-template-form.ts';

interface PreflightProps {
  readonly form: TemplateFormState;
  /** What it costs, or why nobody knows: for the agent to weigh, like other notes. */
  readonly cost: string;
}

/** What was checked before anything leaves, passed or not. */
export function Preflight({ form, cost }: PreflightProps): ReactElement {
  const t = useT();
  return (
    <section className="picker-preflight">
      <h4 id="picker-checks" className="picker-field-label">
        {t('picker.checks')}
      </h4>
      <ul className="picker-checks" aria-labelledby="picker-checks">
        {form.checks.map((check) => (
          <li
            key={`${check.id} ${check.problem?.part ?? ''} ${check.problem?.field ?? ''}`}
            className="picker-check"
            data-state={check.state}
            data-check={check.id}
          >
            <Icon name={icons[check.state]} size={16} />
            <span className="visually-hidden">{t(`picker.check.${check.state}`)}</span>
            <span>{checkText(t, check, form.fields)}</span>
          </li>
        ))}
        <li className="picker-check" data-state="info" data-check="cost">
          <Icon name="info" size={16} />
          <span className="visually-hidden">{t('picker.check.info')}</span>
          <span>{cost}</span>
        </li>
      </ul>
    </section>
  );
}

const icons = { ok: 'check-circle', wrong: 'alert', info: 'info' } as const;
