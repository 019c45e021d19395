import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Template, TemplateValues } from '../../../shared/contract/templates.ts';
import { flattenForVariable } from '../../../shared/templates/flatten.ts';
import {
  isListed,
  isSendable,
  parsePieces,
  templateFields,
  unsendableReason,
} from '../../../shared/templates/parse.ts';
import {
  emptyValues,
  renderTemplate,
  renderText,
  setValue,
  suggestTemplatesForText,
} from '../../../shared/templates/render.ts';
import { validate } from '../../../shared/templates/validate.ts';

const plain: Template = {
  channelId: 1,
  name: 'order_update',
  language: 'en_US',
  category: 'utility',
  status: 'approved',
  parameterFormat: 'positional',
  header: null,
  body: 'Hello {{1}}, your order {{2}} is ready.',
  footer: 'Reply STOP to end',
  buttons: [],
  namespace: null,
};
const rich: Template = {
  ...plain,
  parameterFormat: 'named',
  header: { format: 'text', text: 'Order {{order_id}}' },
  body: 'Hi {{first_name}}. {{first_name}}, it is {{ status }}.',
  buttons: [
    { kind: 'quick-reply', text: 'Thanks', url: null },
    { kind: 'url', text: 'Track', url: 'https://shop.example/t/{{1}}' },
    { kind: 'copy-code', text: 'Copy code', url: null },
    { kind: 'url', text: 'Home', url: 'https://shop.example/' },
  ],
};
const richValues: TemplateValues = {
  ...emptyValues,
  header: { order_id: '77' },
  body: { first_name: 'Mara', status: 'on its way' },
  buttons: { '1': 'abc', '2': 'SAVE20' },
};
const problemsOf = (template: Template, values: TemplateValues): readonly string[] =>
  validate(template, values).map(({ key, part, field }) => `${part} ${field} ${key.replace('template.problem.', '')}`);
const one = (value: string): TemplateValues => ({ ...emptyValues, body: { '1': value, '2': 'x' } });

describe('fields of a template', () => {
  it('come in reading order, each once, with buttons by position', () => {
    expect(templateFields(rich).map((field) => `${field.part} ${field.kind} ${field.key}`)).toEqual([
      'header text order_id',
      'body text first_name',
      'body text status',
      'buttons url-suffix 1',
      'buttons copy-code 2',
    ]);
    const media = templateFields({ ...plain, body: 'Hi', header: { format: 'document' } });
    expect(media).toEqual([{ part: 'header', kind: 'media', key: 'media', format: 'document' }]);
  });

  it.each([
    ['no braces', ['no braces']],
    ['{{1}}{{2}}', ['<1>', '<2>']],
    ['{{}} {1} {{a b}} {{1', ['{{}} {1} {{a b}} {{1']],
    ['x {{ 1 }}\n', ['x ', '<1>', '\n']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(parsePieces(text).map((piece) => (piece.kind === 'text' ? piece.text : `<${piece.name}>`))).toEqual(
      expected,
    );
  });
});

describe('preview', () => {
  it('has each variable as a segment of its own', () => {
    expect(renderTemplate(rich, { ...richValues, body: { first_name: 'Mara' } })).toEqual({
      header: {
        kind: 'text',
        segments: [
          { kind: 'text', text: 'Order ' },
          { kind: 'variable', name: 'order_id', value: '77' },
        ],
      },
      body: [
        { kind: 'text', text: 'Hi ' },
        { kind: 'variable', name: 'first_name', value: 'Mara' },
        { kind: 'text', text: '. ' },
        { kind: 'variable', name: 'first_name', value: 'Mara' },
        { kind: 'text', text: ', it is ' },
        { kind: 'variable', name: 'status', value: '' },
        { kind: 'text', text: '.' },
      ],
      footer: 'Reply STOP to end',
      buttons: [
        { kind: 'quick-reply', text: 'Thanks', url: null, code: null },
        {
          kind: 'url',
          text: 'Track',
          url: [
            { kind: 'text', text: 'https://shop.example/t/' },
            { kind: 'variable', name: '1', value: 'abc' },
          ],
          code: null,
        },
        { kind: 'copy-code', text: 'Copy code', url: null, code: 'SAVE20' },
        { kind: 'url', text: 'Home', url: [{ kind: 'text', text: 'https://shop.example/' }], code: null },
      ],
    });
  });

  it('reads as the plain text of the body, gaps visible', () => {
    expect(renderText(rich, richValues)).toBe('Hi Mara. Mara, it is on its way.');
    expect(renderText(rich, emptyValues)).toBe('Hi {{first_name}}. {{first_name}}, it is {{status}}.');
  });

  it('does not mistake properties of every object for values', () => {
    expect(renderText({ ...plain, body: '{{constructor}}' }, emptyValues)).toBe('{{constructor}}');
  });
});

describe('validation', () => {
  it('accepts what WhatsApp accepts', () => {
    expect(validate(plain, one('Mara'))).toEqual([]);
    expect(validate(rich, richValues)).toEqual([]);
  });

  it.each([
    ['', ['body 1 blank']],
    ['   ', ['body 1 blank']],
    ['a\nb', ['body 1 newline']],
    ['a\r\nb', ['body 1 newline']],
    ['a\tb', ['body 1 tab']],
    ['a    b', []],
    ['a     b', ['body 1 spaces']],
    ['x'.repeat(900), []],
    ['see {{contact.name}}', ['body 1 liquid']],
    ['{% if x %}', ['body 1 liquid']],
    ['{{', ['body 1 liquid']],
    ['a { b } c', []],
  ])('body value %j', (value, expected) => {
    expect(problemsOf(plain, one(value))).toEqual(expected);
  });

  it('counts the rendered body and header in code points, at the border', () => {
    const fixed = renderText(plain, one('')).length - '{{1}}'.length;
    const filled = (length: number): TemplateValues => ({
      ...emptyValues,
      body: { '1': '😀'.repeat(length), '2': 'x' },
    });
    const long: Template = { ...plain, body: `${'y'.repeat(100)}${plain.body}` };
    expect(problemsOf(long, filled(1024 - 100 - fixed))).toEqual([]);
    expect(validate(long, filled(1025 - 100 - fixed))).toEqual([
      { key: 'template.problem.body-too-long', part: 'body', field: null, params: { limit: 1024, length: 1025 } },
    ]);
    const header = (length: number): TemplateValues => ({ ...richValues, header: { order_id: '9'.repeat(length) } });
    expect(problemsOf(rich, header(54))).toEqual([]);
    expect(problemsOf(rich, header(55))).toEqual(['header null header-too-long']);
  });

  it.each([
    ['SAVE20', []],
    ['A'.repeat(15), []],
    ['A'.repeat(16), ['buttons 2 code-too-long']],
    ['SAVE-20', ['buttons 2 code-characters']],
    ['', ['buttons 2 blank']],
  ])('copy code %j', (code, expected) => {
    expect(problemsOf(rich, { ...richValues, buttons: { '1': 'abc', '2': code } })).toEqual(expected);
  });

  it.each([
    ['a/b?c=1', []],
    ['a b', ['buttons 1 url-characters']],
    ['größe', ['buttons 1 url-characters']],
    ['gr%C3%B6%C3%9Fe', []],
    ['x'.repeat(1001), ['buttons 1 value-too-long']],
  ])('url suffix %j', (suffix, expected) => {
    expect(problemsOf(rich, { ...richValues, buttons: { '1': suffix, '2': 'A' } })).toEqual(expected);
  });

  it('limits the whole address', () => {
    const url = `https://shop.example/${'p'.repeat(1979 - 'https://shop.example/'.length)}{{1}}`;
    const template: Template = { ...plain, body: 'Hi', buttons: [{ kind: 'url', text: 'Go', url }] };
    const suffix = (length: number): TemplateValues => ({ ...emptyValues, buttons: { '0': 's'.repeat(length) } });
    expect(problemsOf(template, suffix(21))).toEqual([]);
    expect(problemsOf(template, suffix(22))).toEqual(['buttons 0 url-too-long']);
  });

  it.each([
    ['https://files.example/a.png?token=1', []],
    ['http://u:p@files.example:8080/photo', []],
    ['https://files.example/a.pdf', ['header media media-type']],
    ['https://files.example/a.webp', ['header media media-type']],
    ['http://192.168.1.7/a.png', ['header media media-private']],
    ['http://localhost:3000/a.png', ['header media media-private']],
    ['https://desk.example.com/rails/active_storage/blobs/redirect/eyJf--a1/a.png', ['header media media-forwards']],
    ['https://desk.example.com/rails/active_storage/disk/eyJf--a1/a.png', ['header media media-forwards']],
    ['https://desk.example.com/rails/active_storage/blobs/proxy/eyJf--a1/a.png', []],
    ['https://scontent.whatsapp.net/v/a.jpg?oe=1', ['header media media-sample']],
    ['https://files.example/a.png?x="1"', ['header media media-characters']],
    [null, ['header media media-missing']],
    ['file:///etc/passwd', ['header media media-url']],
    ['https://', ['header media media-url']],
    ['https://a b', ['header media media-url']],
    [`https://a/${'x'.repeat(990)}`, []],
    [`https://a/${'x'.repeat(991)}`, ['header media media-url-too-long']],
  ])('media address %j', (mediaUrl, expected) => {
    const template: Template = { ...plain, body: 'Hi', header: { format: 'image' } };
    expect(problemsOf(template, { ...emptyValues, mediaUrl })).toEqual(expected);
  });

  it('refuses values that nobody asked for, and templates that cannot be sent', () => {
    const stray = { ...one('a'), buttons: { '7': 'x' }, mediaUrl: 'https://a/b' };
    expect(problemsOf(plain, stray)).toEqual(['buttons 7 unknown-value', 'header media unknown-value']);
    expect(problemsOf({ ...plain, status: 'paused' }, one('a'))).toEqual(['template null not-sendable']);
  });
});

describe('which templates are offered', () => {
  it.each<[Partial<Template>, boolean, string | null]>([
    [{}, true, null],
    [{ status: 'APPROVED' }, true, null],
    [{ status: 'paused' }, true, 'paused'],
    [{ status: 'rejected' }, true, 'rejected'],
    [{ status: 'in_appeal' }, true, 'pending'],
    [{ status: 'archived' }, true, 'disabled'],
    [{ status: 'something_new' }, true, 'not-approved'],
    [{ status: 'constructor' }, true, 'not-approved'],
    [{ category: 'authentication' }, true, 'authentication'],
    [{ header: { format: 'location' } }, true, 'location'],
    [{ name: 'customer_satisfaction_survey_1' }, false, 'unsupported'],
    [{ buttons: [{ kind: 'other', text: 'Flow', url: null }] }, true, 'unsupported'],
  ])('%j', (changed, listed, reason) => {
    const template = { ...plain, ...changed };
    expect(isListed(template)).toBe(listed);
    expect(unsendableReason(template)).toBe(reason === null ? null : `template.unsendable.${reason}`);
    expect(isSendable(template)).toBe(reason === null);
  });

  it('suggests those that take one text', () => {
    const follow: Template = { ...plain, name: 'follow_up', body: 'About your question: {{1}} Regards' };
    const paused: Template = { ...follow, status: 'paused' };
    expect(suggestTemplatesForText([plain, follow, paused, rich])).toEqual([follow]);
  });
});

describe('round trips', () => {
  const name = fc.constantFrom('1', '2', 'first_name', 'x9', '__proto__', 'toString');
  const text = fc.string({ maxLength: 12 }).map((raw) => raw.replaceAll(/[{}]/gu, ''));
  const pieces = fc.array(
    fc.oneof(
      text,
      name.map((key) => ({ key })),
    ),
    { maxLength: 12 },
  );

  it('pieces put together are the text they were cut from', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const source = parts.map((part) => (typeof part === 'string' ? part : `{{${part.key}}}`)).join('');
        const cut = parsePieces(source);
        expect(cut.map((piece) => (piece.kind === 'text' ? piece.text : `{{${piece.name}}}`)).join('')).toBe(source);
        const names = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.key]));
        expect(cut.flatMap((piece) => (piece.kind === 'variable' ? [piece.name] : []))).toEqual(names);
      }),
    );
  });

  it('a field that is set is the value that is shown', () => {
    fc.assert(
      fc.property(pieces, fc.string({ minLength: 1 }), (parts, value) => {
        const body = parts.map((part) => (typeof part === 'string' ? part : `{{${part.key}}}`)).join('');
        const template = { ...plain, body };
        const values = templateFields(template).reduce((set, field) => setValue(set, field, value), emptyValues);
        const expected = parts.map((part) => (typeof part === 'string' ? part : value)).join('');
        expect(renderText(template, values)).toBe(expected);
      }),
    );
  });

  it('a flattened text is always accepted as a value, and says whether it changed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }), (raw) => {
        const { text: flat, changed } = flattenForVariable(raw);
        expect(changed).toBe(flat !== raw);
        const problems = problemsOf({ ...plain, body: 'A {{1}} B' }, { ...emptyValues, body: { '1': flat } });
        const expected = flat === '' ? ['body 1 blank'] : /\{\{|\{%/u.test(flat) ? ['body 1 liquid'] : [];
        expect(problems).toEqual(expected);
      }),
    );
    expect(flattenForVariable(' a\n\n b\t c ')).toEqual({ text: 'a b c', changed: true });
  });
});
