import { pageLocale } from './dates.ts';

/** "€0.0212": prices of single messages need more than cents. `currency`: ISO 4217. */
export function formatMoney(amount: number, currency: string): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 4 };
  return new Intl.NumberFormat(pageLocale(), { style: 'currency', currency, ...digits }).format(amount);
}
