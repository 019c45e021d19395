import type { Channel, Contact } from '../../../shared/contract/entities.ts';
import type { RateTable, Rates } from '../../../shared/contract/pricing.ts';
import { priceOf, sumOf, type Price, type PricedKind } from '../../../shared/pricing/price.ts';
import { formatMoney } from '../../i18n/money.ts';
import { formatCalendarDay } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.tsx';

/** No server of ours tells when a free entry point ends, so that nothing is ever called free on a guess. */
const freeUntil = null;

/** What a message to this customer costs. */
export function priceFor(
  kind: PricedKind,
  { channel, contact }: { readonly channel: Pick<Channel, 'kind'>; readonly contact: Pick<Contact, 'phoneNumber'> },
  rates: Rates,
  nowMs: number,
): Price {
  const isWhatsApp = channel.kind === 'whatsapp';
  return priceOf({ kind, isWhatsApp, phoneNumber: contact.phoneNumber, freeUntil, nowMs }, rates);
}

/** "≈ €0.02", "Free now" or "Rate unknown". */
export function priceWords(price: Price, t: Translate): string {
  switch (price.kind) {
    case 'free':
      return t('price.free');
    case 'rate':
      return t('price.rate', { amount: formatMoney(price.amount, price.table.currency) });
    case 'unknown':
      return t('price.unknown');
  }
}

/** Where that comes from, or why it is not known. */
export function priceReason(price: Price, { trouble }: Rates, t: Translate): string {
  switch (price.kind) {
    case 'free':
      return t(`price.why.${price.why}`);
    case 'rate': {
      const words = t('price.list', { market: price.market, source: price.table.source, ...daysOf(price.table) });
      return price.mayBeFree ? `${words} ${t('price.mayBeFree')}` : words;
    }
    case 'unknown':
      return t(`price.why.${price.why}`, {
        detail: trouble ?? '',
        ...(price.table === null ? { from: '', until: '' } : daysOf(price.table)),
      });
  }
}

function daysOf({ from, until }: RateTable): { readonly from: string; readonly until: string } {
  return { from: formatCalendarDay(from), until: formatCalendarDay(until) };
}

/** "3 free, 2 for ≈ €0.04, 2 with an unknown rate". */
export function sumWords(prices: readonly Price[], t: Translate): string {
  const { free, rated, unknown } = sumOf(prices);
  return [
    ...(free > 0 ? [t('price.sum.free', { count: free })] : []),
    ...(rated === null
      ? []
      : [t('price.sum.rated', { count: rated.count, amount: formatMoney(rated.amount, rated.currency) })]),
    ...(unknown > 0 ? [t('price.sum.unknown', { count: unknown })] : []),
  ].join(', ');
}
