/** Template JSON in, the payload out: exactly what Chatwoot takes, and nothing that Meta would refuse gets that far. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templateParams } from '../../../electron/core/connectors/chatwoot/template-params.ts';
import { templateFromMeta } from '../../../electron/core/connectors/chatwoot/templates.ts';
import type { Template, TemplateValues } from '../../../shared/contract/templates.ts';
import { must } from '../../../shared/lang/assert.ts';
import { arrivingValues } from '../../../shared/templates/arriving.ts';
import { templateFields } from '../../../shared/templates/parse.ts';
import { preflight } from '../../../shared/templates/preflight.ts';
import { emptyValues, setValue } from '../../../shared/templates/render.ts';
import { whatChatwootSends, whatMetaRefuses, type RawComponent, type RawTemplate } from './chatwoot-model.ts';

const raw = (components: readonly RawComponent[], change: Partial<RawTemplate> = {}): RawTemplate => ({
  name: 'a_template',
  language: 'en_US',
  status: 'APPROVED',
  category: 'UTILITY',
  parameter_format: 'POSITIONAL',
  components,
  ...change,
});
const parsed = (json: RawTemplate): Template => must(templateFromMeta(1, json), 'a readable template');
const values = (change: Partial<TemplateValues>): TemplateValues => ({ ...emptyValues, ...change });
const facts = {
  optedOut: false,
  customer: { language: null, source: null, available: false },
  phoneNumber: null,
  offline: false,
} as const;
const blockedBy = (template: Template, given: TemplateValues): readonly string[] =>
  preflight(template, given, facts).flatMap(({ id, state }) => (state === 'wrong' ? [id] : []));
const refusals = (json: RawTemplate, processed: unknown): readonly string[] =>
  whatMetaRefuses(json, whatChatwootSends(json, { processed_params: processed }));

const photo = 'https://files.example/women.png';
const quickReplies: RawComponent = {
  type: 'BUTTONS',
  buttons: [
    { type: 'QUICK_REPLY', text: 'Yes' },
    { type: 'QUICK_REPLY', text: 'No' },
  ],
};

interface Golden {
  readonly json: RawTemplate;
  readonly values: TemplateValues;
  /** `processed_params`, to the letter. */
  readonly sent: unknown;
  /** What the other program sent for the same template, and how Meta answered. */
  readonly failing: unknown;
  readonly answer: readonly string[];
  /** What the checks say while the value is missing. */
  readonly blocked: readonly string[];
}

const golden: Readonly<Record<string, Golden>> = {
  'chatwoot#13159: an image header went out as a text': {
    json: raw([
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Our new collection is here.' },
    ]),
    values: values({ mediaUrl: photo }),
    sent: { header: { media_url: photo, media_type: 'image' } },
    failing: { header: { media_url: photo } },
    answer: ['132012: header'],
    blocked: ['blank'],
  },
  'chatwoot#15622: an image header with quick replies lost its header': {
    json: raw(
      [
        { type: 'HEADER', format: 'IMAGE' },
        { type: 'BODY', text: 'Faltan 20 días.' },
        { type: 'FOOTER', text: 'Bodega' },
        quickReplies,
      ],
      { category: 'MARKETING', language: 'es' },
    ),
    values: values({ mediaUrl: photo }),
    sent: { header: { media_url: photo, media_type: 'image' } },
    failing: { buttons: [{ type: 'quick_reply' }, { type: 'quick_reply' }] },
    answer: ['132012: header'],
    blocked: ['blank'],
  },
  'chatwoot#4995: a variable in a text header was never asked for': {
    json: raw([
      { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
      { type: 'BODY', text: 'Hello {{1}}, it is ready.' },
    ]),
    values: values({ header: { '1': '#5' }, body: { '1': 'Asha' } }),
    sent: { body: { '1': 'Asha' }, header: { '1': '#5' } },
    failing: { body: { '1': 'Asha' } },
    answer: ['132000: header'],
    blocked: ['blank'],
  },
  'chatwoot#12393: the only variable is in the second button': {
    json: raw([
      { type: 'BODY', text: 'Your parcel is on its way.' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'URL', text: 'Home', url: 'https://x.example/' },
          { type: 'URL', text: 'Track', url: 'https://x.example/{{1}}' },
        ],
      },
    ]),
    values: values({ buttons: { '1': 'abc123' } }),
    sent: { buttons: [{ type: 'quick_reply' }, { type: 'url', parameter: 'abc123' }] },
    // The web page leaves a hole in the array; Rails closes it, and the value moves to the first button.
    failing: { buttons: [null, { type: 'url', parameter: 'abc123' }] },
    answer: ['131008: Track'],
    blocked: ['blank'],
  },
  'whatomate#223: an image header beside a fixed link': {
    json: raw(
      [
        { type: 'HEADER', format: 'IMAGE' },
        { type: 'BODY', text: 'Olá {{1}}, feliz dia.' },
        { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Instagram', url: 'https://instagram.com/instagram' }] },
      ],
      { category: 'MARKETING', language: 'pt_BR' },
    ),
    values: values({ body: { '1': 'Ana' }, mediaUrl: photo }),
    sent: { body: { '1': 'Ana' }, header: { media_url: photo, media_type: 'image' } },
    failing: { body: { '1': 'Ana' }, header: { media_url: '', media_type: '' } },
    answer: ['132012: header'],
    blocked: ['blank'],
  },
};

describe.each(Object.entries(golden))('%s', (_issue, { json, values: given, sent, failing, answer, blocked }) => {
  it('the payload is what Chatwoot accepts, and Meta has nothing to refuse', () => {
    const params = templateParams(parsed(json), given);
    expect(params).toEqual({
      name: json.name,
      language: json.language,
      category: json.category,
      processed_params: sent,
    });
    expect(refusals(json, params.processed_params)).toEqual([]);
    expect(blockedBy(parsed(json), given)).toEqual([]);
  });

  it('the failing shape is refused by Meta; here the checks stop it and the connector sends nothing', () => {
    expect(refusals(json, failing)).toContain(answer[0]);
    expect(blockedBy(parsed(json), emptyValues)).toEqual(blocked);
    expect(() => templateParams(parsed(json), emptyValues)).toThrow();
  });
});

const headers: readonly (RawComponent | null)[] = [
  null,
  { type: 'HEADER', format: 'TEXT', text: 'News' },
  { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
  { type: 'HEADER', format: 'IMAGE' },
  { type: 'HEADER', format: 'VIDEO' },
  { type: 'HEADER', format: 'DOCUMENT' },
];
const bodies = [
  'Hello.',
  'Hello {{1}}.',
  'Hello {{2}}, {{1}} and {{1}} again.',
  'One {{1}} two {{2}} three {{3}} end.',
];
const link = (text: string, url: string) => ({ type: 'URL', text, url });
const buttonRows: readonly RawComponent['buttons'][] = [
  undefined,
  quickReplies.buttons,
  [link('Home', 'https://x.example/')],
  [link('Go', 'https://x.example/{{1}}')],
  [{ type: 'QUICK_REPLY', text: 'Yes' }, { type: 'PHONE_NUMBER', text: 'Call' }, link('Go', 'https://x.example/{{1}}')],
  [{ type: 'COPY_CODE', text: 'Copy' }, link('Go', 'https://x.example/?q={{1}}'), link('Home', 'https://x.example/')],
];

/** Every kind of header, body and row of buttons with every other, in both ways of naming variables. */
const all: readonly RawTemplate[] = (['POSITIONAL', 'NAMED'] as const).flatMap((format) =>
  headers.flatMap((header) =>
    bodies.flatMap((text) =>
      buttonRows.map((buttons) => {
        const named = (words: string): string => (format === 'NAMED' ? words.replaceAll(/\{\{(\d)/gu, '{{v$1') : words);
        const head = header?.text === undefined ? header : { ...header, text: named(header.text) };
        return raw(
          [
            ...(head === null ? [] : [head]),
            { type: 'BODY', text: named(text) },
            ...(buttons === undefined ? [] : [{ type: 'BUTTONS', buttons }]),
          ],
          { parameter_format: format },
        );
      }),
    ),
  ),
);

const good = (template: Template): TemplateValues =>
  templateFields(template).reduce((set, field, at) => {
    const media = { image: 'jpg', video: 'mp4', document: 'pdf' } as const;
    const value = field.kind === 'media' ? `https://x.example/a.${media[field.format]}` : `VALUE${at}`;
    return setValue(set, field, value);
  }, emptyValues);

describe(`${all.length} templates`, () => {
  it('are more than 200, each fully filled accepted by Chatwoot and Meta', () => {
    expect(all.length).toBeGreaterThan(200);
    for (const json of all) {
      const template = parsed(json);
      expect(blockedBy(template, good(template)), JSON.stringify(json)).toEqual([]);
      const { processed_params: sent } = templateParams(template, good(template));
      expect(refusals(json, sent), JSON.stringify(json)).toEqual([]);
    }
  });

  it('with any one value missing are blocked by name, and nothing is sent', () => {
    for (const json of all) {
      const template = parsed(json);
      for (const field of templateFields(template)) {
        const holed = setValue(good(template), field, '');
        expect(blockedBy(template, holed), JSON.stringify(json)).toEqual(['blank']);
        expect(() => templateParams(template, holed)).toThrow();
      }
    }
  });

  it('with whatever somebody types: what the checks pass, Chatwoot and Meta take', () => {
    const nasty = fc.constantFrom(
      '',
      ' ',
      'a\nb',
      'a\tb',
      '      x     y',
      `it's`,
      '""',
      '{{x}}',
      'é😀',
      'x'.repeat(1001),
    );
    const typed = fc.oneof(
      nasty,
      fc.string({ maxLength: 20, unit: 'grapheme' }),
      fc.constantFrom('SAVE20', photo, '7'),
    );
    let passed = 0;
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.array(typed, { minLength: 6, maxLength: 6 }), (json, texts) => {
        const template = parsed(json);
        const given = templateFields(template).reduce(
          (set, field, at) => setValue(set, field, texts[at] ?? ''),
          emptyValues,
        );
        const arriving = arrivingValues(template, given, {});
        if (blockedBy(template, arriving).length > 0) return;
        passed += 1;
        const { processed_params: sent } = templateParams(template, arriving);
        expect(refusals(json, sent)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    // Otherwise nothing was compared.
    expect(passed).toBeGreaterThan(100);
  });
});
