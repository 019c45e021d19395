/** Everything that is looked at before a template may leave, passed or not, each by its name. */
import type { Template, TemplateValues } from '../contract/templates.ts';
import { needsMarketingConsent } from './opt-out.ts';
import { isLanguage, type CustomerLanguage } from './language.ts';
import { mediaFit } from './media-address.ts';
import { placeholderNames, templateFields, unsendableReason, type UnsendableKey } from './parse.ts';
import { renderText } from './render.ts';
import { templateLimits, validate, type TemplateProblem, type TemplateProblemKey } from './validate.ts';

type CheckName =
  | 'approved'
  | 'filled'
  | 'blank'
  | 'one-line'
  | 'length'
  | 'media'
  | 'media-unknown'
  | 'buttons'
  | 'opted-out'
  | 'opted-out-utility'
  | 'marketing'
  | 'marketing-us'
  | 'language'
  | 'language-other'
  | 'language-unknown'
  | 'named-header'
  | 'offline';
export type CheckKey = `template.check.${CheckName}`;

export interface PreflightCheck {
  readonly id: CheckName | TemplateProblemKey | UnsendableKey;
  /** `wrong` blocks; `info` is for the agent to weigh. */
  readonly state: 'ok' | 'wrong' | 'info';
  readonly key: CheckKey | TemplateProblemKey | UnsendableKey;
  readonly params: Readonly<Record<string, string | number>>;
  /** The field it is about, for its label. */
  readonly problem: TemplateProblem | null;
}

export interface PreflightFacts {
  /** WhatsApp said 131050 about this customer: they stopped marketing messages. */
  readonly optedOut: boolean;
  readonly customer: CustomerLanguage;
  readonly phoneNumber: string | null;
  readonly offline: boolean;
}

/** With the name of the line that says that all of them are in order; null: that goes without saying. */
const groups: readonly (readonly [CheckName | null, readonly TemplateProblemKey[]])[] = [
  ['one-line', ['template.problem.newline', 'template.problem.tab', 'template.problem.spaces']],
  [
    'length',
    [
      'template.problem.value-too-long',
      'template.problem.body-too-long',
      'template.problem.header-too-long',
      'template.problem.url-too-long',
      'template.problem.code-too-long',
      'template.problem.media-url-too-long',
    ],
  ],
  [
    'media',
    [
      'template.problem.media-url',
      'template.problem.media-characters',
      'template.problem.media-type',
      'template.problem.media-private',
      'template.problem.media-forwards',
      'template.problem.media-sample',
    ],
  ],
  ['buttons', ['template.problem.url-characters', 'template.problem.code-characters']],
  [null, ['template.problem.liquid', 'template.problem.unknown-value']],
];

const plain = (
  id: CheckName,
  state: PreflightCheck['state'],
  params: PreflightCheck['params'] = {},
): PreflightCheck => ({
  id,
  state,
  key: `template.check.${id}`,
  params,
  problem: null,
});

function status(template: Template): PreflightCheck {
  const reason = unsendableReason(template);
  if (reason === null) return plain('approved', 'ok');
  return { id: reason, state: 'wrong', key: reason, params: { status: template.status }, problem: null };
}

function isBlank({ key }: TemplateProblem): boolean {
  return key === 'template.problem.blank' || key === 'template.problem.media-missing';
}

/** Which of the groups say something about this template even when nothing is wrong. */
function concerns(template: Template, group: CheckName): boolean {
  const fields = templateFields(template);
  if (group === 'one-line') return fields.some((field) => field.kind === 'text');
  if (group === 'media') return fields.some((field) => field.kind === 'media');
  if (group === 'buttons') return fields.some((field) => field.part === 'buttons');
  return group === 'length';
}

function valueChecks(template: Template, values: TemplateValues): readonly PreflightCheck[] {
  const problems = validate(template, values).filter(({ key }) => key !== 'template.problem.not-sendable');
  const blank = problems.filter(isBlank).length;
  const filled =
    templateFields(template).length === 0
      ? []
      : [blank === 0 ? plain('filled', 'ok') : plain('blank', 'wrong', { count: blank })];
  const length = Array.from(renderText(template, values)).length;
  return [
    ...filled,
    ...groups.flatMap(([id, keys]): PreflightCheck[] => {
      const wrong = problems.filter(({ key }) => keys.includes(key));
      if (wrong.length > 0) {
        return wrong.map((problem) => ({
          id: problem.key,
          state: 'wrong',
          key: problem.key,
          params: problem.params,
          problem,
        }));
      }
      // An empty field says nothing about its rules yet; the length of the whole is known at any time.
      if (id === null || !concerns(template, id) || (id === 'media' && values.mediaUrl === null)) return [];
      if (id === 'buttons' && blank > 0) return [];
      return [plain(id, 'ok', id === 'length' ? { length, limit: templateLimits.body } : {})];
    }),
    ...mediaDoubt(template, values),
  ];
}

function mediaDoubt({ header }: Template, { mediaUrl }: TemplateValues): readonly PreflightCheck[] {
  if (header === null || header.format === 'text' || header.format === 'location' || mediaUrl === null) return [];
  return mediaFit(mediaUrl, header.format) === 'unknown' ? [plain('media-unknown', 'info')] : [];
}

function customerChecks(template: Template, facts: PreflightFacts): readonly PreflightCheck[] {
  const checks: PreflightCheck[] = [];
  const isMarketing = template.category === 'marketing';
  if (facts.optedOut) {
    checks.push(needsMarketingConsent(template) ? plain('opted-out', 'wrong') : plain('opted-out-utility', 'ok'));
  } else if (isMarketing) {
    checks.push(plain('marketing', 'info'));
  }
  if (isMarketing && facts.phoneNumber?.startsWith('+1') === true) checks.push(plain('marketing-us', 'info'));
  const { language } = facts.customer;
  if (language === null) checks.push(plain('language-unknown', 'info'));
  else if (isLanguage(template.language, language)) checks.push(plain('language', 'ok'));
  else checks.push(plain('language-other', 'info', { template: template.language, customer: language }));
  return checks;
}

/** Nothing `wrong` in it: it may be sent. In the order in which an agent would put things right. */
export function preflight(
  template: Template,
  values: TemplateValues,
  facts: PreflightFacts,
): readonly PreflightCheck[] {
  const { header, parameterFormat } = template;
  const namedHeader =
    parameterFormat === 'named' && header?.format === 'text' && placeholderNames(header.text).length > 0;
  return [
    status(template),
    ...valueChecks(template, values),
    ...customerChecks(template, facts),
    ...(namedHeader ? [plain('named-header', 'info')] : []),
    ...(facts.offline ? [plain('offline', 'info')] : []),
  ];
}
