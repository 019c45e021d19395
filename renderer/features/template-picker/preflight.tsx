import type { ReactElement } from 'react';
import type { Template } from '../../../shared/contract/templates.ts';
import { renderText } from '../../../shared/templates/render.ts';
import { templateLimits, type TemplateProblem } from '../../../shared/templates/validate.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { TemplateFormState } from './use-template-form.ts';

interface PreflightProps {
  readonly form: TemplateFormState;
  readonly template: Template;
  readonly offline: boolean;
}

interface Check {
  readonly id: string;
  readonly state: 'ok' | 'wrong' | 'info';
  readonly text: string;
}

/** What was checked before anything leaves, passed or not. */
export function Preflight({ form, template, offline }: PreflightProps): ReactElement {
  const t = useT();
  const blank = form.problems.filter(isMissing).length;
  const whole = form.problems.filter((problem) => problem.field === null);
  const refused = form.problems.length - blank - whole.length;
  const length = Array.from(renderText(template, form.values)).length;
  const checks: Check[] = [
    {
      id: 'filled',
      state: blank === 0 ? 'ok' : 'wrong',
      text: blank === 0 ? t('picker.check.filled') : t('picker.check.blank', { count: blank }),
    },
    {
      id: 'values',
      state: refused === 0 ? 'ok' : 'wrong',
      text: refused === 0 ? t('picker.check.values') : t('picker.check.refused', { count: refused }),
    },
    ...(whole.length === 0
      ? [{ id: 'length', state: 'ok' as const, text: t('picker.check.length', { length, limit: templateLimits.body }) }]
      : whole.map((problem) => ({ id: problem.key, state: 'wrong' as const, text: t(problem.key, problem.params) }))),
    ...(template.category === 'marketing'
      ? [{ id: 'marketing', state: 'info' as const, text: t('picker.check.marketing') }]
      : []),
    ...(offline ? [{ id: 'offline', state: 'info' as const, text: t('picker.check.offline') }] : []),
  ];
  return (
    <ul className="picker-checks" aria-label={t('picker.checks')}>
      {checks.map((check) => (
        <li key={check.id} className="picker-check" data-state={check.state}>
          <Icon name={icons[check.state]} size={16} />
          <span className="visually-hidden">{t(`picker.check.${check.state}`)}</span>
          <span>{check.text}</span>
        </li>
      ))}
    </ul>
  );
}

const icons = { ok: 'check-circle', wrong: 'alert', info: 'info' } as const;

function isMissing(problem: TemplateProblem): boolean {
  return problem.key === 'template.problem.blank' || problem.key === 'template.problem.media-missing';
}
