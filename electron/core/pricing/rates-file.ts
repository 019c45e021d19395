/** The team's price list, `rates.json` in the data folder. Read anew on every call: a new one counts at once. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import { RateTable, type Rates } from '../../../shared/contract/pricing.ts';
import type { DataFiles, Log } from '../ports.ts';

const fileName = 'rates.json';

export interface PricingParts {
  readonly files: Pick<DataFiles, 'read'>;
  readonly log: Log;
}

export function pricingHandlers({ files, log }: PricingParts): Pick<Handlers, 'pricing.get'> {
  return {
    'pricing.get': async () => {
      const rates = parseRates(await files.read(fileName));
      if (rates.trouble !== null) log.write('warn', 'the price list cannot be used', { why: rates.trouble });
      return rates;
    },
  };
}

function parseRates(text: string | null): Rates {
  if (text === null) return { table: null, trouble: null };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { table: null, trouble: `${fileName} is not JSON` };
  }
  const parsed = RateTable.safeParse(json);
  if (parsed.success) return { table: parsed.data, trouble: null };
  const [issue] = parsed.error.issues;
  return { table: null, trouble: `${fileName}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() };
}
