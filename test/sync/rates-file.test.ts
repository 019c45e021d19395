/** The price list of the team: what is read of `rates.json`, and what is said of one that cannot be used. */
import { describe, expect, test } from 'vitest';
import { pricingHandlers } from '../../electron/core/pricing/rates-file.ts';
import type { DataFiles } from '../../electron/core/ports.ts';

const list = {
  source: 'a made-up list',
  currency: 'EUR',
  from: '2026-10-01',
  until: '2026-12-31',
  markets: [{ name: 'Netherlands', callingCodes: ['31'], utility: 0.3 }],
};
const read = async (text: string | null) => {
  const files: Pick<DataFiles, 'read'> = { read: async (name) => (name === 'rates.json' ? text : null) };
  const log: string[] = [];
  const rates = await pricingHandlers({ files, log: { write: (_, what) => log.push(what) } })['pricing.get']({});
  expect(log).toHaveLength(rates.trouble === null ? 0 : 1);
  return rates;
};

describe('rates.json', () => {
  test('none is no trouble', async () => {
    expect(await read(null)).toEqual({ table: null, trouble: null });
  });

  test('is read with what it leaves out as not known', async () => {
    const { table, trouble } = await read(JSON.stringify(list));
    expect(trouble).toBeNull();
    expect(table?.markets[0]).toMatchObject({ utility: 0.3, marketing: null, service: null });
  });

  test.each([
    ['no JSON', '{"source":', 'rates.json is not JSON'],
    ['a currency in words', JSON.stringify({ ...list, currency: 'euro' }), 'rates.json: currency'],
    [
      'a rate in words',
      JSON.stringify({ ...list, markets: [{ ...list.markets[0], utility: '0.3' }] }),
      'markets.0.utility',
    ],
    ['nothing in it', 'null', 'rates.json:'],
  ])('with %s is not used, and says where', async (_, text, where) => {
    const { table, trouble } = await read(text);
    expect(table).toBeNull();
    expect(trouble).toContain(where);
  });
});
