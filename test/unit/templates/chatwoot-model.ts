/**
 * What Chatwoot makes of `template_params` and what Meta says about that, as far as templates go. Written after
 * whatsapp/template_processor_service.rb and populate_template_parameters_service.rb (v4.10), and Meta's error list.
 */
export interface RawComponent {
  readonly type: string;
  readonly format?: string;
  readonly text?: string;
  readonly buttons?: readonly { readonly type: string; readonly text: string; readonly url?: string }[];
}

export interface RawTemplate {
  readonly name: string;
  readonly language: string;
  readonly status: string;
  readonly category: string;
  readonly parameter_format: 'NAMED' | 'POSITIONAL';
  readonly components: readonly RawComponent[];
}

type Json = Readonly<Record<string, unknown>>;
interface Sent {
  readonly type: 'header' | 'body' | 'button';
  readonly subType?: string;
  readonly index?: number;
  readonly parameters: readonly { readonly type: string; readonly name?: string; readonly value: string }[];
}

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const record = (value: unknown): Json => (isRecord(value) ? value : {});
const word = (value: unknown): string => (typeof value === 'string' ? value : '');
/** `sanitize_parameter`. */
const sanitized = (value: unknown): string =>
  word(value)
    .trim()
    .replaceAll(/[<>"']/gu, '')
    .slice(0, 1000);

/** Throws where Chatwoot's job raises, which leaves the message stuck in "sending" (chatwoot-api §3.6 e). */
export function whatChatwootSends(template: RawTemplate, params: Json): readonly Sent[] {
  // The wire: what JSON cannot carry does not arrive, and Rails drops nulls out of arrays.
  const processed = record(JSON.parse(JSON.stringify(params['processed_params'])));
  const named = template.parameter_format === 'NAMED';
  const body = Object.entries(record(processed['body'])).filter(([, value]) => word(value).trim() !== '');
  const bodySent: Sent = {
    type: 'body',
    parameters: body.map(([name, value]) => ({ type: 'text', ...(named ? { name } : {}), value: sanitized(value) })),
  };
  const given: unknown[] = Array.isArray(processed['buttons']) ? processed['buttons'] : [];
  const buttons = given.filter((each) => each !== null).map(record);
  return [
    ...headerSent(record(processed['header'])),
    ...(body.length === 0 ? [] : [bodySent]),
    ...buttons.flatMap((button, index): Sent[] => {
      const value = word(button['parameter']).trim();
      if (value === '') return [];
      const isCode = button['type'] === 'copy_code';
      if (isCode && value.length > 15) throw new Error('Coupon code cannot exceed 15 characters');
      const parameters = [{ type: isCode ? 'coupon_code' : 'text', value }];
      return [{ type: 'button', subType: word(button['type']), index, parameters }];
    }),
  ];
}

function headerSent(header: Json): readonly Sent[] {
  const parameters: { type: string; value: string }[] = [];
  for (const [key, value] of Object.entries(header)) {
    if (key === 'media_url' && word(header['media_type']) !== '') {
      const address = sanitized(value);
      if (!/^https?:\/\/[^\s/]/u.test(address)) throw new Error('Only http and https are allowed');
      parameters.push({ type: word(header['media_type']), value: address });
    } else if (key !== 'media_type' && key !== 'media_name') parameters.push({ type: 'text', value: sanitized(value) });
  }
  return parameters.length === 0 ? [] : [{ type: 'header', parameters }];
}

const placeholders = (text: string | undefined): readonly string[] => [
  ...new Set([...(text ?? '').matchAll(/\{\{\s*([^{}\s]+)\s*\}\}/gu)].map((match) => match[1] ?? '')),
];

/** Meta's refusals, as `code: where`. Empty: accepted. */
export function whatMetaRefuses(
  { components, parameter_format: format }: RawTemplate,
  sent: readonly Sent[],
): string[] {
  const refusals: string[] = [];
  const parametersOf = (type: Sent['type']) => sent.find((each) => each.type === type)?.parameters ?? [];
  for (const { type, format: headerFormat, text, buttons } of components) {
    if (type === 'HEADER' && headerFormat !== 'TEXT') {
      const kinds = parametersOf('header').map((parameter) => parameter.type.toUpperCase());
      if (kinds.join() !== headerFormat) refusals.push('132012: header');
    } else if (type === 'HEADER' || type === 'BODY') {
      const part = type === 'BODY' ? 'body' : 'header';
      const wanted = placeholders(text);
      const given = parametersOf(part);
      if (given.length !== wanted.length) refusals.push(`132000: ${part}`);
      if (given.some((parameter) => parameter.type !== 'text')) refusals.push(`132012: ${part}`);
      if (part === 'body' && format === 'NAMED' && !wanted.every((name) => given.some((one) => one.name === name)))
        refusals.push('132012: body names');
      if (given.some(({ value }) => /[\n\t]| {5}/u.test(value))) refusals.push(`132018: ${part}`);
      if (given.some(({ value }) => value.trim() === '')) refusals.push(`131008: ${part}`);
      if (rendered(text ?? '', wanted, given).length > (part === 'body' ? 1024 : 60)) refusals.push(`132005: ${part}`);
    } else if (type === 'BUTTONS') refusals.push(...buttonRefusals(buttons ?? [], sent));
  }
  return refusals;
}

function rendered(text: string, names: readonly string[], given: Sent['parameters']): readonly string[] {
  let whole = text;
  for (const [at, name] of names.entries()) whole = whole.replaceAll(`{{${name}}}`, () => given[at]?.value ?? '');
  return Array.from(whole);
}

function buttonRefusals(buttons: NonNullable<RawComponent['buttons']>, sent: readonly Sent[]): readonly string[] {
  const given = sent.filter(({ type }) => type === 'button');
  const wrongPlace = given.filter(({ index, subType }) => {
    const kind = buttons[index ?? -1]?.type.toLowerCase();
    return kind !== subType;
  });
  const missing = buttons.filter(({ type, url }, index) => {
    const needs = type === 'COPY_CODE' || placeholders(url).length > 0;
    return needs && !given.some((each) => each.index === index);
  });
  const values = given.flatMap(({ parameters }) => parameters);
  return [
    ...wrongPlace.map(({ index }) => `131009: button ${index}`),
    ...missing.map(({ text }) => `131008: ${text}`),
    ...(values.some(({ type, value }) => type === 'coupon_code' && !/^[A-Za-z\d]+$/u.test(value))
      ? ['131009: code']
      : []),
    ...(values.some(({ value }) => /\s/u.test(value)) ? ['131009: url'] : []),
  ];
}
