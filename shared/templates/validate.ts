/** WhatsApp's rules for the values of a template, checked before anything leaves (template components and 132000–132018). */
import type { Template, TemplateValues } from '../contract/templates.ts';
import { acceptedEndings, mediaFit, mediaReach, readAddress } from './media-address.ts';
import { isSendable, templateFields, type MediaFormat, type TemplateField } from './parse.ts';
import { renderText, segmentsOf, segmentsText, valueOf } from './render.ts';

export type TemplateProblemKey =
  | 'template.problem.not-sendable'
  | 'template.problem.blank'
  | 'template.problem.newline'
  | 'template.problem.tab'
  | 'template.problem.spaces'
  | 'template.problem.value-too-long'
  | 'template.problem.body-too-long'
  | 'template.problem.header-too-long'
  | 'template.problem.url-too-long'
  | 'template.problem.url-characters'
  | 'template.problem.code-too-long'
  | 'template.problem.code-characters'
  | 'template.problem.media-missing'
  | 'template.problem.liquid'
  | 'template.problem.media-url'
  | 'template.problem.media-characters'
  | 'template.problem.media-type'
  | 'template.problem.media-private'
  | 'template.problem.media-forwards'
  | 'template.problem.media-sample'
  | 'template.problem.media-url-too-long'
  | 'template.problem.unknown-value';

export interface TemplateProblem {
  /** i18n key. */
  readonly key: TemplateProblemKey;
  readonly part: 'template' | 'header' | 'body' | 'buttons';
  /** Key of the field in its part (`media` for the media header); null: about the whole part. */
  readonly field: string | null;
  /** For the text: `limit` and `length`, where the rule has them. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Characters, counted as Unicode code points (Meta does not say what it counts). */
export const templateLimits = {
  header: 60,
  body: 1024,
  url: 2000,
  copyCode: 15,
  /** 2000 by its own check, but the address goes through the same cut as a value before that. */
  mediaUrl: 1000,
  /** Chatwoot cuts longer values off without a word (populate_template_parameters_service.rb). */
  value: 1000,
  consecutiveSpaces: 4,
} as const;

type Report = (key: TemplateProblemKey, params?: TemplateProblem['params']) => TemplateProblem;

function tooLong(report: Report, key: TemplateProblemKey, text: string, limit: number): readonly TemplateProblem[] {
  const length = Array.from(text).length;
  return length > limit ? [report(key, { limit, length })] : [];
}

function textProblems(report: Report, value: string): readonly TemplateProblem[] {
  if (value.trim() === '') return [report('template.problem.blank')];
  const problems = [...tooLong(report, 'template.problem.value-too-long', value, templateLimits.value)];
  if (/[\n\r\u2028\u2029]/u.test(value)) problems.push(report('template.problem.newline'));
  if (value.includes('\t')) problems.push(report('template.problem.tab'));
  if (value.includes(' '.repeat(templateLimits.consecutiveSpaces + 1))) {
    problems.push(report('template.problem.spaces', { limit: templateLimits.consecutiveSpaces }));
  }
  // Chatwoot fills in what it takes for a variable of its own, and puts nothing where it knows none.
  const liquid = /\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%/su.exec(value);
  if (liquid !== null) problems.push(report('template.problem.liquid', { code: liquid[0] }));
  return problems;
}

function codeProblems(report: Report, value: string): readonly TemplateProblem[] {
  if (value.trim() === '') return [report('template.problem.blank')];
  if (!/^[A-Za-z0-9]+$/u.test(value)) return [report('template.problem.code-characters')];
  return tooLong(report, 'template.problem.code-too-long', value, templateLimits.copyCode);
}

function urlProblems(report: Report, value: string, url: string): readonly TemplateProblem[] {
  const problems = textProblems(report, value);
  if (problems.length > 0) return problems;
  // Anything else has to be percent-encoded (template components page, url button).
  if (!/^[!#-;=?-Z[\]_a-z~]+$/u.test(value)) return [report('template.problem.url-characters')];
  const whole = segmentsText(segmentsOf(url, () => value));
  return tooLong(report, 'template.problem.url-too-long', whole, templateLimits.url);
}

function mediaProblems(report: Report, url: string | null, format: MediaFormat): readonly TemplateProblem[] {
  if (url === null || url.trim() === '') return [report('template.problem.media-missing')];
  if (readAddress(url) === null) return [report('template.problem.media-url')];
  const problems = [...tooLong(report, 'template.problem.media-url-too-long', url, templateLimits.mediaUrl)];
  // Chatwoot drops them without a word, and the address leads nowhere.
  if (/[<>"'{}]/u.test(url)) problems.push(report('template.problem.media-characters'));
  if (mediaReach(url) === 'private') problems.push(report('template.problem.media-private'));
  if (mediaReach(url) === 'forwards') problems.push(report('template.problem.media-forwards'));
  if (mediaReach(url) === 'sample') problems.push(report('template.problem.media-sample'));
  if (mediaFit(url, format) === 'wrong') {
    problems.push(report('template.problem.media-type', { types: acceptedEndings(format).join(', ') }));
  }
  return problems;
}

function fieldProblems(field: TemplateField, values: TemplateValues): readonly TemplateProblem[] {
  const report: Report = (key, params = {}) => ({ key, part: field.part, field: field.key, params });
  switch (field.kind) {
    case 'media':
      return mediaProblems(report, values.mediaUrl, field.format);
    case 'text':
      return textProblems(report, valueOf(values[field.part], field.key));
    case 'url-suffix':
      return urlProblems(report, valueOf(values.buttons, field.key), field.url);
    case 'copy-code':
      return codeProblems(report, valueOf(values.buttons, field.key));
  }
}

/** A value the template does not ask for would change the count (132000). */
function strayValues(fields: readonly TemplateField[], values: TemplateValues): readonly TemplateProblem[] {
  const asked = new Set(fields.map((field) => `${field.part} ${field.key}`));
  const problems: TemplateProblem[] = [];
  for (const part of ['header', 'body', 'buttons'] as const) {
    for (const field of Object.keys(values[part])) {
      if (asked.has(`${part} ${field}`)) continue;
      problems.push({ key: 'template.problem.unknown-value', part, field, params: { name: field } });
    }
  }
  if (values.mediaUrl !== null && !fields.some((field) => field.kind === 'media')) {
    const params = { name: 'media' };
    problems.push({ key: 'template.problem.unknown-value', part: 'header', field: 'media', params });
  }
  return problems;
}

function lengthProblems(template: Template, values: TemplateValues): readonly TemplateProblem[] {
  const whole =
    (part: 'header' | 'body'): Report =>
    (key, params = {}) => ({ key, part, field: null, params });
  const body = renderText(template, values);
  const header =
    template.header?.format === 'text'
      ? segmentsText(segmentsOf(template.header.text, (name) => valueOf(values.header, name)))
      : '';
  return [
    ...tooLong(whole('header'), 'template.problem.header-too-long', header, templateLimits.header),
    ...tooLong(whole('body'), 'template.problem.body-too-long', body, templateLimits.body),
  ];
}

/** Everything that WhatsApp would refuse, in reading order. Empty: it may be sent. */
export function validate(template: Template, values: TemplateValues): readonly TemplateProblem[] {
  const fields = templateFields(template);
  const blocked: readonly TemplateProblem[] = isSendable(template)
    ? []
    : [{ key: 'template.problem.not-sendable', part: 'template', field: null, params: {} }];
  return [
    ...blocked,
    ...fields.flatMap((field) => fieldProblems(field, values)),
    ...lengthProblems(template, values),
    ...strayValues(fields, values),
  ];
}
