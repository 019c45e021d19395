import type { ReactElement } from 'react';
import type { Rates } from '../../../shared/contract/pricing.ts';
import type { Price } from '../../../shared/pricing/price.ts';
import { useT } from '../../i18n/i18n.tsx';
import '../../ui/badge.css';
import './price-badge.css';
import { priceReason, priceWords } from './price-words.ts';

/** What a send costs; where the figure comes from stands in its tooltip. */
export function PriceBadge({ price, rates }: { readonly price: Price; readonly rates: Rates }): ReactElement {
  const t = useT();
  return (
    <span className="badge price-badge tabular" data-price={price.kind} title={priceReason(price, rates, t)}>
      {priceWords(price, t)}
    </span>
  );
}
