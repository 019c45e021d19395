import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preview, render } from '../../../shared/format/preview.ts';
import { plainText, type Span, type TextBlock } from '../../../shared/format/spans.ts';

/** `<b>bold</b>` and so on, one line for each block. */
function drawn(blocks: readonly TextBlock[]): string {
  const span = (one: Span): string => {
    switch (one.kind) {
      case 'text':
        return one.text;
      case 'bold':
      case 'italic':
      case 'strike':
        return `<${one.kind}>${one.children.map(span).join('')}</${one.kind}>`;
      case 'code':
      case 'link':
      case 'mention':
      case 'placeholder':
        return `<${one.kind}>${one.text}</${one.kind}>`;
    }
  };
  return blocks
    .map(({ kind, marker, spans }) => `${kind === 'text' ? '' : `${kind}${marker}|`}${spans.map(span).join('')}`)
    .join('\n');
}

const kinds = (text: string): readonly string[] => preview(text).warnings.map(({ kind }) => kind);

describe('preview: Liquid, CommonMark and WhatsApp’s markup in a row (chatwoot-api §3.5)', () => {
  it.each<[typed: string, reaches: string, shown: string, warnings: readonly string[]]>([
    ['See you on Thursday.', 'See you on Thursday.', 'See you on Thursday.', []],
    ['**bold text**', '*bold text*', '<bold>bold text</bold>', []],
    ['*bold?*', '_bold?_', '<italic>bold?</italic>', ['star-is-italic']],
    ['_italic_', '_italic_', '<italic>italic</italic>', ['star-is-italic']],
    ['**bold _italic_**', '*bold _italic_*', '<bold>bold <italic>italic</italic></bold>', ['star-is-italic']],
    ['***both***', '_*both*_', '<italic><bold>both</bold></italic>', ['star-is-italic']],
    ['~gone~', '~gone~', '<strike>gone</strike>', []],
    ['`code`', '`code`', '<code>code</code>', []],
    ['2*3*4 = 24', '2_3_4 = 24', '2_3_4 = 24', ['stars-inside-word']],
    ['snake_case_name', 'snake_case_name', 'snake_case_name', []],
    ['5 * 3', '5 * 3', '5 * 3', []],
    ['[our site](https://example.com)', 'https://example.com', '<link>https://example.com</link>', ['link-text-lost']],
    ['<https://example.com>', 'https://example.com', '<link>https://example.com</link>', []],
    ['https://example.com/a_b_c.', 'https://example.com/a_b_c.', '<link>https://example.com/a_b_c</link>.', []],
    ['line 1\nline 2', 'line 1\nline 2', 'line 1\nline 2', []],
    ['one\n\n\ntwo', 'one\ntwo', 'one\ntwo', ['blank-lines-lost']],
    ['* one\n* two', '- one\n- two', 'bullet•|one\nbullet•|two', []],
    ['1. one\n2. two', '- one\n- two', 'bullet•|one\nbullet•|two', ['numbers-lost']],
    ['We need:\n- a\n- b', 'We need:\n- a\n- b', 'We need:\nbullet•|a\nbullet•|b', []],
    ['> she said', '> she said', 'quote|she said', []],
    ['# Title', 'Title', 'Title', ['heading-lost']],
    ['Price\n---\n5 €', 'Price\n5 €', 'Price\n5 €', ['heading-lost']],
    ['a\n\n***\n\nb', 'a\nb', 'a\nb', ['line-lost']],
    ['```\ncode here\n```', '', '', ['code-block-lost']],
    ['    indented', '', '', ['code-block-lost']],
    ['use the <b> key', 'use the \n key', 'use the \n key', ['html-lost']],
    ['I <3 bikes & 1 < 2', 'I <3 bikes & 1 < 2', 'I <3 bikes & 1 < 2', []],
    ['AT&amp;T', 'AT&T', 'AT&T', []],
    ['\\*really\\*', '*really*', '<bold>really</bold>', []],
    [
      'Hi {{contact.name}}!',
      'Hi {{contact.name}}!',
      'Hi <placeholder>{{contact.name}}</placeholder>!',
      ['placeholder'],
    ],
    [
      '**{{ a | b: "*" }}**',
      '*{{ a | b: "*" }}*',
      '<bold><placeholder>{{ a | b: "*" }}</placeholder></bold>',
      ['placeholder'],
    ],
    ['`{{contact.name}}`', '`{{contact.name}}`', '<code>{{contact.name}}</code>', []],
  ])('%j', (typed, reaches, shown, warnings) => {
    const result = preview(typed);
    expect(result.text).toBe(reaches);
    expect(drawn(result.blocks)).toBe(shown);
    expect(kinds(typed)).toEqual(warnings);
  });

  it('names what each warning is about', () => {
    expect(preview('*soon* and {{agent.name}}').warnings).toEqual([
      { kind: 'placeholder', about: '{{agent.name}}' },
      { kind: 'star-is-italic', about: 'soon' },
    ]);
  });

  it('says nothing about text without marks, and shows it letter by letter', () => {
    const sentence = fc
      .array(fc.stringMatching(/^[A-Za-zäöüßéñ]{1,10}$/), { minLength: 1, maxLength: 20 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(sentence, (text) => {
        const { blocks, warnings, text: sent } = preview(text);
        expect([sent, warnings, blocks.length]).toEqual([text, [], 1]);
        expect(plainText(blocks[0]?.spans ?? [])).toBe(text);
      }),
    );
  });

  it('takes any text without failing, and never makes a link of anything but web and mail addresses', () => {
    const soup = fc.array(fc.constantFrom(...'*_~`[]()<>{}|%#->1. \n\\&!ab'.split(''), 'http://', 'javascript:'), {
      maxLength: 120,
    });
    const links = (spans: readonly Span[]): string[] =>
      spans.flatMap((span) => ('children' in span ? links(span.children) : span.kind === 'link' ? [span.href] : []));
    fc.assert(
      fc.property(soup, (parts) => {
        const text = parts.join('');
        const all = [
          preview(text).blocks,
          ...(['whatsapp', 'sent', 'note', 'plain'] as const).map((kind) => render(text, kind)),
        ];
        for (const block of all.flat()) {
          for (const href of links(block.spans)) expect(href).toMatch(/^(?:https?:\/\/|mailto:)/i);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('render: the thread', () => {
  it.each<[Parameters<typeof render>[1], string, string]>([
    ['whatsapp', '*bold* _it_ ~no~ `x`', '<bold>bold</bold> <italic>it</italic> <strike>no</strike> <code>x</code>'],
    ['whatsapp', 'a *b and 2*3*4', 'a *b and 2*3*4'],
    ['whatsapp', 'a\n\nb', 'a\n\nb'],
    ['whatsapp', '1. a\n2. b\n- c\n> d', 'number1.|a\nnumber2.|b\nbullet•|c\nquote|d'],
    ['whatsapp', 'see ```x = 1\ny``` ok', 'see \ncode|x = 1\ny\n ok'],
    ['whatsapp', '<img src=x> javascript:alert(1)', '<img src=x> javascript:alert(1)'],
    ['whatsapp', '(www.example.com/a_b_)', '(<link>www.example.com/a_b</link>_)'],
    ['sent', '**Hello** *you*', '<bold>Hello</bold> <italic>you</italic>'],
    [
      'note',
      '[@Robin Vos](mention://user/1/Robin%20Vos) *look*',
      '<mention>@Robin Vos</mention> <italic>look</italic>',
    ],
    ['note', '[bank](https://evil.example)', 'bank (<link>https://evil.example</link>)'],
    ['note', '[x](javascript:alert(1))', 'x'],
    ['note', '1. a\n2. b', 'number1.|a\nnumber2.|b'],
    ['note', '```\nkeep me\n```', 'code|keep me'],
    ['plain', '*as it is*', '*as it is*'],
  ])('%s %j', (kind, text, shown) => {
    expect(drawn(render(text, kind))).toBe(shown);
  });
});
