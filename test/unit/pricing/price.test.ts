/** What a message costs, by table and by property. No figure here is WhatsApp's: they are made up to be told apart. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RateTable, type Rates } from '../../../shared/contract/pricing.ts';
import { priceOf, sumOf, type Price, type PricedMessage } from '../../../shared/pricing/price.ts';

const table = RateTable.parse({
  source: 'a made-up list',
  currency: 'EUR',
  from: '2026-10-01',
  until: '2026-12-31',
  markets: [
    { name: 'Netherlands', callingCodes: ['31'], marketing: 0.9, utility: 0.3, authentication: 0.2, service: 0.1 },
    { name: 'North America', callingCodes: ['1'], marketing: 0.8, utility: 0.04 },
    { name: 'Jamaica', callingCodes: ['1876', '1658'], marketing: 0.7, utility: 0.05 },
    { name: 'Other', callingCodes: [], marketing: 0.6, utility: 0.06 },
  ],
});
const rates: Rates = { table, trouble: null };
const message: PricedMessage = {
  kind: 'utility',
  isWhatsApp: true,
  phoneNumber: '+31612345678',
  freeUntil: null,
  nowMs: Date.UTC(2026, 10, 29, 12),
};

const says = (price: Price): string =>
  price.kind === 'rate'
    ? `${price.market} ${price.amount}${price.mayBeFree ? ' or free' : ''}`
    : `${price.kind} ${price.why}`;

describe('the price of one message', () => {
  test.each<[string, Partial<PricedMessage>, Rates, string]>([
    ['a utility template', {}, rates, 'Netherlands 0.3'],
    ['a marketing template', { kind: 'marketing' }, rates, 'Netherlands 0.9'],
    ['free text: only WhatsApp counts the free thousand', { kind: 'service' }, rates, 'Netherlands 0.1 or free'],
    ['a shared calling code', { phoneNumber: '+12045550100' }, rates, 'North America 0.04'],
    ['the longer calling code decides', { phoneNumber: '+18765550100' }, rates, 'Jamaica 0.05'],
    ['a country that is not named', { phoneNumber: '+254712345678' }, rates, 'Other 0.06'],
    ['the first moment of the list', { nowMs: Date.UTC(2026, 9, 1) }, rates, 'Netherlands 0.3'],
    ['the moment before', { nowMs: Date.UTC(2026, 9, 1) - 1 }, rates, 'unknown not-yet'],
    ['the last moment of the list', { nowMs: Date.UTC(2027, 0, 1) - 1 }, rates, 'Netherlands 0.3'],
    ['the moment after', { nowMs: Date.UTC(2027, 0, 1) }, rates, 'unknown expired'],
    ['no list', {}, { table: null, trouble: null }, 'unknown no-list'],
    ['a list that cannot be used', {}, { table: null, trouble: 'not JSON' }, 'unknown unreadable'],
    ['no number', { phoneNumber: null }, rates, 'unknown no-number'],
    ['a kind the list has no rate for', { kind: 'service', phoneNumber: '+12045550100' }, rates, 'unknown no-rate'],
    ['a template whose category is not known', { kind: 'unknown' }, rates, 'unknown no-kind'],
    ['a message that is no WhatsApp message', { isWhatsApp: false }, rates, 'unknown not-whatsapp'],
    ['free entry point', { freeUntil: message.nowMs + 1 }, rates, 'free free-entry-point'],
    [
      'free entry point, without a list',
      { freeUntil: message.nowMs + 1 },
      { table: null, trouble: null },
      'free free-entry-point',
    ],
    ['a free entry point that has just ended', { freeUntil: message.nowMs }, rates, 'Netherlands 0.3'],
  ])('%s', (_, change, list, expected) => {
    expect(says(priceOf({ ...message, ...change }, list))).toBe(expected);
  });

  test('a list that names no other countries says nothing of them', () => {
    const narrow = { ...table, markets: table.markets.slice(0, 3) };
    expect(says(priceOf({ ...message, phoneNumber: '+4915112345678' }, { table: narrow, trouble: null }))).toBe(
      'unknown no-market',
    );
  });

  test('a rate is never shown on a day that the list does not cover, nor one that is not in it', () => {
    const amounts = new Set(
      table.markets.flatMap(({ marketing, utility, authentication, service }) => [
        marketing,
        utility,
        authentication,
        service,
      ]),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('marketing', 'utility', 'authentication', 'service', 'unknown' as const),
        fc.stringMatching(/^[1-9]\d{3,14}$/),
        fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) }),
        (kind, digits, nowMs) => {
          const price = priceOf({ ...message, kind, phoneNumber: `+${digits}`, nowMs }, rates);
          const isCovered = nowMs >= Date.UTC(2026, 9, 1) && nowMs < Date.UTC(2027, 0, 1);
          expect(price.kind).not.toBe('free');
          if (price.kind !== 'rate') return;
          expect(isCovered).toBe(true);
          expect(amounts.has(price.amount)).toBe(true);
        },
      ),
    );
  });
});

describe('the price of many', () => {
  const rate = (amount: number): Price => ({ kind: 'rate', amount, market: 'any', table, mayBeFree: false });
  const unknown: Price = { kind: 'unknown', why: 'no-list', table: null };

  test('counts what is free, what has a rate and what has none', () => {
    const free: Price = { kind: 'free', why: 'free-entry-point' };
    expect(sumOf([free, rate(0.1), unknown, free, rate(0.2), free, unknown])).toEqual({
      free: 3,
      unknown: 2,
      rated: { count: 2, amount: 0.3, currency: 'EUR' },
    });
    expect(sumOf([])).toEqual({ free: 0, unknown: 0, rated: null });
  });

  test('every message is counted once, and sums do not drift', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000_000 })), fc.nat({ max: 50 }), (millionths, others) => {
        const prices = [
          ...millionths.map((each) => rate(each / 1e6)),
          ...Array.from({ length: others }, () => unknown),
        ];
        const sum = sumOf(prices);
        expect(sum.free + sum.unknown + (sum.rated?.count ?? 0)).toBe(prices.length);
        expect(Math.round((sum.rated?.amount ?? 0) * 1e6)).toBe(millionths.reduce((all, each) => all + each, 0));
      }),
    );
  });
});

describe('a list', () => {
  const good = { source: 's', currency: 'EUR', from: '2026-10-01', until: '2026-12-31', markets: table.markets };
  test.each([
    ['a calling code twice', { markets: [...table.markets, { name: 'Again', callingCodes: ['31'] }] }, 'markets'],
    ['two for every other country', { markets: [...table.markets, { name: 'Rest', callingCodes: [] }] }, 'markets'],
    ['an end before its beginning', { until: '2026-09-30' }, 'until'],
    ['a day that does not exist', { from: '2026-02-30' }, 'from'],
    ['a negative rate', { markets: [{ name: 'X', callingCodes: ['31'], utility: -1 }] }, 'markets.0.utility'],
    ['a misspelt kind', { markets: [{ name: 'X', callingCodes: ['31'], utilty: 1 }] }, 'markets.0'],
  ])('with %s is refused at its place', (_, change, path) => {
    const parsed = RateTable.safeParse({ ...good, ...change });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues[0]?.path.join('.')).toBe(path);
  });
});
