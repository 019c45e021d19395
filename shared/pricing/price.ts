/**
 * What a message costs, as far as this computer knows. Since 1 October 2026 WhatsApp charges every delivered message by
 * the customer's country and the message's kind, inside the window as outside (whatsapp-rules §5.1: free-form messages and
 * utility templates inside it were free before). Only the free entry point of an advertisement changes that. We ship no
 * figures: Meta has no API for them, and publishes its lists by addresses that may not be read by programs (§5.2).
 */
import type { RateMarket, RateTable, Rates } from '../contract/pricing.ts';

/** `service`: anything that is no template. */
export type PricedKind = 'marketing' | 'utility' | 'authentication' | 'service' | 'unknown';

export type UnknownWhy =
  'no-list' | 'unreadable' | 'not-yet' | 'expired' | 'not-whatsapp' | 'no-number' | 'no-market' | 'no-rate' | 'no-kind';

export type Price =
  | { readonly kind: 'free'; readonly why: 'free-entry-point' }
  | {
      readonly kind: 'rate';
      readonly amount: number;
      readonly market: string;
      readonly table: RateTable;
      /** The first 1,000 free-form messages of a month are free for each number, and only WhatsApp counts them. */
      readonly mayBeFree: boolean;
    }
  | { readonly kind: 'unknown'; readonly why: UnknownWhy; readonly table: RateTable | null };

export interface PricedMessage {
  readonly kind: PricedKind;
  readonly isWhatsApp: boolean;
  /** E.164; null: not known. */
  readonly phoneNumber: string | null;
  /** Until when WhatsApp told that everything is free for this customer, epoch ms; null: it told nothing. */
  readonly freeUntil: number | null;
  /** Server time. */
  readonly nowMs: number;
}

export function priceOf(message: PricedMessage, { table, trouble }: Rates): Price {
  const { kind, freeUntil, nowMs } = message;
  const unknown = (why: UnknownWhy): Price => ({ kind: 'unknown', why, table });
  if (!message.isWhatsApp) return unknown('not-whatsapp');
  if (freeUntil !== null && nowMs < freeUntil) return { kind: 'free', why: 'free-entry-point' };
  if (table === null) return unknown(trouble === null ? 'no-list' : 'unreadable');
  const { from, until } = validity(table);
  if (nowMs < from) return unknown('not-yet');
  if (nowMs >= until) return unknown('expired');
  if (kind === 'unknown') return unknown('no-kind');
  if (message.phoneNumber === null) return unknown('no-number');
  const market = marketOf(table, message.phoneNumber);
  if (market === null) return unknown('no-market');
  const amount = market[kind];
  if (amount === null) return unknown('no-rate');
  return { kind: 'rate', amount, market: market.name, table, mayBeFree: kind === 'service' };
}

const dayMs = 86_400_000;

/** Epoch ms, `until` excluded. Days of UTC: WhatsApp's are those of the account's zone, which no server of ours tells. */
export function validity({ from, until }: RateTable): { readonly from: number; readonly until: number } {
  return { from: Date.parse(from), until: Date.parse(until) + dayMs };
}

/** The one with the longest calling code that the number begins with; otherwise the one for every other country. */
function marketOf({ markets }: RateTable, phoneNumber: string): RateMarket | null {
  const digits = phoneNumber.replaceAll(/\D/gu, '');
  let best: { readonly market: RateMarket; readonly length: number } | null = null;
  for (const market of markets) {
    for (const code of market.callingCodes) {
      if (digits.startsWith(code) && code.length > (best?.length ?? 0)) best = { market, length: code.length };
    }
  }
  return best?.market ?? markets.find(({ callingCodes }) => callingCodes.length === 0) ?? null;
}

export interface PriceSum {
  readonly free: number;
  readonly unknown: number;
  /** How many have a rate, and what they come to together; null: none has. */
  readonly rated: { readonly count: number; readonly amount: number; readonly currency: string } | null;
}

/** Of many messages. All rates are of one list, so of one currency. */
export function sumOf(prices: readonly Price[]): PriceSum {
  const rated = prices.filter((price) => price.kind === 'rate');
  const [first] = rated;
  // In millionths, so that adding up does not gather the errors of fractions.
  const millionths = rated.reduce((sum, { amount }) => sum + Math.round(amount * 1e6), 0);
  return {
    free: prices.filter(({ kind }) => kind === 'free').length,
    unknown: prices.filter(({ kind }) => kind === 'unknown').length,
    rated:
      first === undefined ? null : { count: rated.length, amount: millionths / 1e6, currency: first.table.currency },
  };
}
