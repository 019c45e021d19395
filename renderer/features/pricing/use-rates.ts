import { useEffect, useState } from 'react';
import type { Rates } from '../../../shared/contract/pricing.ts';
import { useClient } from '../../api/client.tsx';

export const noRates: Rates = { table: null, trouble: null };

/** The price list as it is when this is shown; read anew each time, so that a new file counts at once. Null: not read yet. */
export function useRates(): Rates | null {
  const client = useClient();
  const [rates, setRates] = useState<Rates | null>(null);
  useEffect(() => {
    let current = true;
    const show = (answer: Rates): void => {
      if (current) setRates(answer);
    };
    client.call('pricing.get', {}).then(show, () => show(noRates));
    return () => {
      current = false;
    };
  }, [client]);
  return rates;
}
