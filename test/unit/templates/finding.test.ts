/** Which template comes first, which is found, and in which language they are offered. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Template, TemplateUse } from '../../../shared/contract/templates.ts';
import { customerLanguage, isLanguage, languagesOfPhone, lastTemplateOf } from '../../../shared/templates/language.ts';
import { rankTemplates, templateId, templatePoints, usesById, type RankFacts } from '../../../shared/templates/rank.ts';
import { searchScore } from '../../../shared/templates/search.ts';
import { aTemplate } from './support.ts';

const day = 86_400_000;
const nowMs = 1_000 * day;
const aUse = (name: string, change: Partial<TemplateUse> = {}): TemplateUse => ({
  name,
  language: 'en',
  favourite: false,
  sent: 0,
  lastSentAt: null,
  lastValues: null,
  ...change,
});
const facts = (uses: readonly TemplateUse[], change: Partial<RankFacts> = {}): RankFacts => ({
  nowMs,
  language: null,
  uses: usesById(uses),
  fitting: new Set(),
  ...change,
});
const named = (...names: readonly string[]): Template[] => names.map((name) => aTemplate({ name }));
const order = (templates: readonly Template[], given: RankFacts): string =>
  rankTemplates(templates, given)
    .map(({ name }) => name)
    .join(' ');

describe('ranking', () => {
  it('goes by name when nothing is known', () => {
    expect(order(named('c', 'a', 'b'), facts([]))).toBe('a b c');
  });

  it('puts the customer’s language, then favourites, then what was used much and lately, first', () => {
    const templates = [...named('used', 'favourite', 'old', 'plain'), aTemplate({ name: 'theirs', language: 'pt_BR' })];
    const uses = [
      aUse('favourite', { favourite: true }),
      aUse('used', { sent: 3, lastSentAt: nowMs - day }),
      aUse('old', { sent: 3, lastSentAt: nowMs - 90 * day }),
    ];
    expect(order(templates, facts(uses, { language: 'pt' }))).toBe('theirs used favourite old plain');
  });

  it('puts what the agent’s text fits into before everything, and what cannot be sent after everything', () => {
    const templates = [...named('favourite', 'fits'), aTemplate({ name: 'paused', status: 'paused' })];
    const uses = [
      aUse('favourite', { favourite: true, sent: 99, lastSentAt: nowMs }),
      aUse('paused', { favourite: true }),
    ];
    expect(order(templates, facts(uses, { fitting: new Set(['fits/en']) }))).toBe('fits favourite paused');
  });

  it('never sinks for being sent more often, later, or being marked', () => {
    const count = fc.integer({ min: 0, max: 10_000 });
    const age = fc.integer({ min: -day, max: 400 * day });
    fc.assert(
      fc.property(count, count, age, age, fc.boolean(), (a, b, ageA, ageB, favourite) => {
        const worth = (sent: number, agedMs: number, marked: boolean): number =>
          templatePoints(
            aTemplate({ name: 'x' }),
            facts([aUse('x', { sent, lastSentAt: nowMs - agedMs, favourite: marked })]),
          );
        expect(worth(Math.max(a, b), ageA, favourite)).toBeGreaterThanOrEqual(worth(Math.min(a, b), ageA, favourite));
        expect(worth(a, Math.min(ageA, ageB), favourite)).toBeGreaterThanOrEqual(
          worth(a, Math.max(ageA, ageB), favourite),
        );
        expect(worth(a, ageA, true)).toBeGreaterThan(worth(a, ageA, false));
      }),
    );
  });

  it('is the same whatever the order it was given', () => {
    const pool = named('a', 'b', 'c', 'd').concat(named('a').map((template) => ({ ...template, language: 'de' })));
    const given = facts([aUse('c', { favourite: true }), aUse('b', { sent: 2, lastSentAt: nowMs })]);
    const expected = rankTemplates(pool, given).map(templateId);
    fc.assert(
      fc.property(fc.shuffledSubarray(pool, { minLength: pool.length }), (shuffled) => {
        expect(rankTemplates(shuffled, given).map(templateId)).toEqual(expected);
      }),
    );
  });
});

describe('searching', () => {
  const refund = aTemplate({
    name: 'refund_done',
    body: 'Olá {{1}}, o seu pedido chegou à São Paulo.',
    footer: 'Tidewater',
    buttons: [{ kind: 'quick-reply', text: 'Não, obrigado', url: null }],
  });

  it.each([
    ['refund', true],
    ['refund done', true],
    ['REFUND_DONE', true],
    ['refnd', true],
    ['refudn', true],
    ['sao paulo', true],
    ['pedido sao', true],
    ['nao', true],
    ['done pedido', true],
    ['tidewater', true],
    ['invoice', false],
    ['refund invoice', false],
    ['xefund', false],
    ['', true],
  ])('%j', (query, found) => {
    expect(searchScore(refund, query) !== null).toBe(found);
  });

  it('prefers the name to the text, and what was typed to a slip', () => {
    const score = (template: Template, query: string): number => searchScore(template, query) ?? -1;
    const inBody = aTemplate({ name: 'other', body: 'Your refund is done.' });
    expect(score(refund, 'refund')).toBeGreaterThan(score(inBody, 'refund'));
    expect(score(inBody, 'refund')).toBeGreaterThan(score(inBody, 'refnud'));
    expect(score(inBody, 'refnud')).toBeGreaterThan(0);
  });

  it('finds every template by any of its whole words', () => {
    const words = ['refund', 'done', 'seu', 'pedido', 'chegou', 'paulo', 'tidewater', 'obrigado'];
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 1 }), (some) => {
        expect(searchScore(refund, some.join(' '))).not.toBeNull();
      }),
    );
  });
});

describe('the customer’s language', () => {
  it.each([
    ['+5511987654321', ['pt']],
    ['+31612345678', ['nl']],
    ['+919812345678', ['hi', 'en']],
    ['+14155550100', ['en']],
    ['+351912345678', ['pt']],
    ['+35', []],
    ['+999123', []],
    ['31612345678', []],
    [null, []],
  ])('of %j', (phone, languages) => {
    expect(languagesOfPhone(phone)).toEqual(languages);
  });

  it.each([
    ['pt_BR', 'pt', true],
    ['pt-BR', 'pt_BR', true],
    ['pt_PT', 'pt_BR', false],
    ['fil', 'fi', false],
    ['en', 'en_US', false],
  ])('%s is %s: %s', (tag, wanted, expected) => {
    expect(isLanguage(tag, wanted)).toBe(expected);
  });

  const templates = [
    aTemplate({ name: 'a', language: 'pt_BR', body: 'Olá {{1}}, temos uma resposta sobre {{2}}.' }),
    aTemplate({ name: 'b', language: 'en', body: 'Hello {{1}}, we have an answer about {{2}} (it is $1+1).' }),
    aTemplate({ name: 'c', language: 'de', body: '{{1}}' }),
  ];

  it('is that of the template used last with them', () => {
    const sentTexts = ['Hello Mara, we have an answer about x\ny (it is $1+1).', 'See you tomorrow'];
    const found = customerLanguage({ templates, sentTexts, phoneNumber: '+5511987654321' });
    expect(found).toEqual({ language: 'en', source: 'last', available: true });
    // A template that is all variable fits any text and tells nothing.
    expect(lastTemplateOf(templates, ['See you tomorrow'])).toBeNull();
  });

  it('is that of the number otherwise; says when there is no such template, and when nobody knows', () => {
    const ask = (phoneNumber: string | null) => customerLanguage({ templates, sentTexts: [], phoneNumber });
    expect(ask('+5511987654321')).toEqual({ language: 'pt', source: 'phone', available: true });
    expect(ask('+919812345678')).toEqual({ language: 'en', source: 'phone', available: true });
    expect(ask('+31612345678')).toEqual({ language: 'nl', source: 'phone', available: false });
    expect(ask(null)).toEqual({ language: null, source: null, available: false });
  });
});
