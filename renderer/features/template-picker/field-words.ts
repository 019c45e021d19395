import type { TemplateField } from '../../../shared/templates/parse.ts';
import type { PreflightCheck } from '../../../shared/templates/preflight.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import { languageName } from './language-name.ts';
import { fieldId } from './picker-values.ts';

export function fieldLabel(t: Translate, field: TemplateField): string {
  switch (field.kind) {
    case 'media':
      return t(`picker.field.media.${field.format}`);
    case 'text':
      return t(field.part === 'header' ? 'picker.field.header' : 'picker.field.body', { name: `{{${field.key}}}` });
    case 'url-suffix':
      return t('picker.field.url', { label: field.label });
    case 'copy-code':
      return t('picker.field.code', { label: field.label });
  }
}

/** One sentence for a check, with the names that the agent sees. */
export function checkText(t: Translate, check: PreflightCheck, fields: readonly TemplateField[]): string {
  const { problem, params } = check;
  const field = fields.find((each) => problem !== null && fieldId(each) === `${problem.part}-${problem.field}`);
  const name = field === undefined ? {} : { name: fieldLabel(t, field) };
  const languages =
    check.id === 'language-other'
      ? { template: languageName(String(params['template'])), customer: languageName(String(params['customer'])) }
      : {};
  return t(check.key, { ...params, ...name, ...languages });
}
