/** What arrives of what was typed, and what is said about it before it leaves. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Template, TemplateValues } from '../../../shared/contract/templates.ts';
import { arrivingText, arrivingValues, withLastingQuotes } from '../../../shared/templates/arriving.ts';
import { flattenForVariable, flattenPieces } from '../../../shared/templates/flatten.ts';
import { fileNameOf, mediaFit, mediaReach } from '../../../shared/templates/media-address.ts';
import { preflight, type PreflightFacts } from '../../../shared/templates/preflight.ts';
import { emptyValues, renderText } from '../../../shared/templates/render.ts';
import { validate } from '../../../shared/templates/validate.ts';
import { aTemplate } from './support.ts';

const known = { 'contact.name': 'Mara Singh' };
const body = (one: string, two = 'x'): TemplateValues => ({ ...emptyValues, body: { '1': one, '2': two } });

describe('what arrives', () => {
  it.each([
    ['  Mara ', 'Mara'],
    [`it's "<b>"`, 'its b'],
    ['“ ” ’ é 😀', '“ ” ’ é 😀'],
    [`'"<>`, ''],
  ])('of %j', (typed, arriving) => {
    expect(arrivingText(typed)).toBe(arriving);
  });

  it('fills in what the server would, and leaves what nobody knows for the check to refuse', () => {
    const values = body('{{ contact.name }}', '{{contact.shoe_size}}');
    const arriving = arrivingValues(aTemplate(), values, known);
    expect(arriving.body).toEqual({ '1': 'Mara Singh', '2': '{{contact.shoe_size}}' });
    expect(validate(aTemplate(), arriving).map(({ key, field }) => `${field} ${key}`)).toEqual([
      '2 template.problem.liquid',
    ]);
  });

  it('only trims the values of buttons and leaves addresses alone', () => {
    const template = aTemplate({
      body: 'Hi',
      header: { format: 'image' },
      buttons: [{ kind: 'url', text: 'Go', url: 'https://x/{{1}}' }],
    });
    const values = { ...emptyValues, buttons: { '0': ` it's ` }, mediaUrl: `https://x/it's.png` };
    expect(arrivingValues(template, values, known)).toEqual({ ...values, buttons: { '0': `it's` } });
  });

  it('says an empty value for what is nothing but stripped marks', () => {
    const arriving = arrivingValues(aTemplate(), body('""'), {});
    expect(validate(aTemplate(), arriving).map(({ key }) => key)).toEqual(['template.problem.blank']);
  });

  it('changes nothing the second time, and lasting quotes survive', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const once = arrivingText(typed);
        expect(arrivingText(once)).toBe(once);
        const lasting = withLastingQuotes(typed.replaceAll(/[<>]/gu, ''));
        expect(arrivingText(lasting)).toBe(lasting.trim());
      }),
    );
    expect(withLastingQuotes(`"It's" ("so")`)).toBe('“It’s” (“so”)');
  });
});

describe('one line', () => {
  it('shows every change', () => {
    expect(flattenPieces(' a\n\nb c ')).toEqual([
      { kind: 'dropped', text: ' ' },
      { kind: 'kept', text: 'a' },
      { kind: 'spaced', text: '\n\n' },
      { kind: 'kept', text: 'b c' },
      { kind: 'dropped', text: ' ' },
    ]);
  });

  it('is made of all of the text, and what is kept stands in both', () => {
    const text = fc.array(fc.constantFrom('a', 'é', ' ', '\n', '\t', '\r\n', '\u2028', '😀'), { maxLength: 30 });
    fc.assert(
      fc.property(text, (parts) => {
        const before = parts.join('');
        const pieces = flattenPieces(before);
        expect(pieces.map((piece) => piece.text).join('')).toBe(before);
        expect(flattenForVariable(before).text).toBe(before.trim().replaceAll(/\s+/gu, ' '));
      }),
    );
  });
});

describe('media addresses', () => {
  it.each([
    ['https://x.example/a.JPG?v=1', 'image', 'fits'],
    ['https://x.example/a.png#top', 'document', 'wrong'],
    ['https://x.example/a.heic', 'image', 'wrong'],
    ['https://x.example/photo', 'image', 'unknown'],
    ['https://x.example/v1.2', 'image', 'unknown'],
  ] as const)('%s as %s', (address, format, fit) => {
    expect(mediaFit(address, format)).toBe(fit);
  });

  it.each([
    ['https://example.com/a', 'public'],
    ['https://10.example.com/a', 'public'],
    ['http://10.0.0.1/a', 'private'],
    ['http://172.20.0.1/a', 'private'],
    ['http://172.32.0.1/a', 'public'],
    ['http://[::1]:80/a', 'private'],
    ['http://nas.local/a', 'private'],
    ['https://scontent-ams2-1.xx.fbcdn.net/a.jpg', 'sample'],
  ] as const)('%s is %s', (address, reach) => {
    expect(mediaReach(address)).toBe(reach);
  });

  it('names the document', () => {
    expect(fileNameOf('https://x/a/Invoice%207.pdf?x=1')).toBe('Invoice 7.pdf');
    expect(fileNameOf('https://x/%E0%A4%A')).toBe('%E0%A4%A');
    expect(fileNameOf('https://x/')).toBeNull();
  });
});

const facts: PreflightFacts = {
  optedOut: false,
  customer: { language: 'en', source: 'phone', available: true },
  phoneNumber: '+31612345678',
  offline: false,
};
const said = (template: Template, values: TemplateValues, change: Partial<PreflightFacts> = {}): readonly string[] =>
  preflight(template, values, { ...facts, ...change }).map(({ id, state }) => `${state} ${id}`);

describe('preflight', () => {
  it('names everything it looked at', () => {
    expect(said(aTemplate(), body('Mara'))).toEqual([
      'ok approved',
      'ok filled',
      'ok one-line',
      'ok length',
      'ok language',
    ]);
  });

  it.each<[string, Partial<Template>, TemplateValues, Partial<PreflightFacts>, string]>([
    ['paused', { status: 'paused' }, body('a'), {}, 'wrong template.unsendable.paused'],
    ['one-time password', { category: 'authentication' }, body('a'), {}, 'wrong template.unsendable.authentication'],
    ['empty', {}, body(' '), {}, 'wrong blank'],
    ['line break', {}, body('a\nb'), {}, 'wrong template.problem.newline'],
    ['tab', {}, body('a\tb'), {}, 'wrong template.problem.tab'],
    ['gap', {}, body('a     b'), {}, 'wrong template.problem.spaces'],
    [
      'whole text',
      { body: `${'y'.repeat(900)} {{1}} {{2}}` },
      body('x'.repeat(200)),
      {},
      'wrong template.problem.body-too-long',
    ],
    ['liquid', {}, body('{{x}}'), {}, 'wrong template.problem.liquid'],
    ['stray value', { body: 'Hi' }, body('x'), {}, 'wrong template.problem.unknown-value'],
    ['no picture', { header: { format: 'image' } }, body('x'), {}, 'wrong blank'],
    ['opt-out', { category: 'marketing' }, body('x'), { optedOut: true }, 'wrong opted-out'],
    ['opt-out, unknown category', { category: 'unknown' }, body('x'), { optedOut: true }, 'wrong opted-out'],
  ])('blocks: %s', (_what, change, values, person, expected) => {
    const wrong = said(aTemplate(change), values, person).filter((line) => line.startsWith('wrong'));
    expect(wrong).toContain(expected);
  });

  it('tells, without blocking, what is for the agent to weigh', () => {
    const marketing = aTemplate({ category: 'marketing' });
    expect(said(marketing, body('x'), { phoneNumber: '+14155550100' })).toEqual(
      expect.arrayContaining(['info marketing', 'info marketing-us']),
    );
    expect(said(aTemplate(), body('x'), { optedOut: true })).toContain('ok opted-out-utility');
    const other = { customer: { ...facts.customer, language: 'pt' } };
    expect(said(aTemplate(), body('x'), other)).toContain('info language-other');
    const nobody = { customer: { language: null, source: null, available: false } };
    expect(said(aTemplate(), body('x'), nobody)).toContain('info language-unknown');
    expect(said(aTemplate(), body('x'), { offline: true })).toContain('info offline');
    const photo = aTemplate({ header: { format: 'image' } });
    expect(said(photo, { ...body('x'), mediaUrl: 'https://x.example/1' })).toContain('info media-unknown');
  });

  it('blocks exactly what the validation refuses, whatever was typed', () => {
    const value = fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('', ' ', 'a\nb', '{{x}}', 'x'.repeat(1100)));
    fc.assert(
      fc.property(value, value, (one, two) => {
        const arriving = arrivingValues(aTemplate(), body(one, two), known);
        const isRefused = validate(aTemplate(), arriving).length > 0;
        const isBlocked = preflight(aTemplate(), arriving, facts).some(({ state }) => state === 'wrong');
        expect(isBlocked).toBe(isRefused);
        if (!isBlocked) expect(renderText(aTemplate(), arriving)).not.toMatch(/[<>"'\n\t]|\{\{/u);
      }),
    );
  });
});
