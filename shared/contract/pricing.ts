/** What WhatsApp asks for a message: a dated list that the team's admin puts into the data folder as `rates.json`. */
import { z } from 'zod';

const Day = z.iso.date();
/** In the currency of the list, per delivered message; null or missing: the list has none. */
const Rate = z.number().nonnegative().finite().nullable().default(null);

export const RateMarket = z.strictObject({
  name: z.string().min(1).max(80),
  /** Country calling codes, with what follows where several countries share one (`1`, `1204`); none: every other country. */
  callingCodes: z.array(z.string().regex(/^[1-9]\d{0,6}$/)).max(300),
  marketing: Rate,
  utility: Rate,
  authentication: Rate,
  /** Anything that is no template. */
  service: Rate,
});
export type RateMarket = z.infer<typeof RateMarket>;

export const RateTable = z
  .strictObject({
    /** Where the figures come from, in words or as an address: shown beside every price. */
    source: z.string().min(1).max(300),
    currency: z.string().regex(/^[A-Z]{3}$/),
    /** First and last day on which it is right. */
    from: Day,
    until: Day,
    markets: z.array(RateMarket).min(1).max(300),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'is before "from"' })
  .refine(({ markets }) => isUnique(markets.flatMap(({ callingCodes }) => callingCodes)), {
    path: ['markets'],
    message: 'name a calling code twice',
  })
  .refine(({ markets }) => markets.filter(({ callingCodes }) => callingCodes.length === 0).length <= 1, {
    path: ['markets'],
    message: 'have more than one without calling codes',
  });
export type RateTable = z.infer<typeof RateTable>;

/** `trouble`: why a file that is there cannot be used, in technical words. */
export const Rates = z.object({ table: RateTable.nullable(), trouble: z.string().nullable() });
export type Rates = z.infer<typeof Rates>;

function isUnique(all: readonly string[]): boolean {
  return new Set(all).size === all.length;
}
