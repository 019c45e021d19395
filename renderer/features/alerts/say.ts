import type { ShownAlert } from '../../../shared/contract/alerts.ts';
import { formatTime } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';

type Words = ShownAlert['title'];

/** Puts what the core said without a language into words. */
export function useSay(): (words: Words) => string {
  const t = useT();
  return ({ key, values, times }) => {
    const shown = Object.entries(times).map(([name, at]) => [name, formatTime(at)]);
    return t(key, { ...values, ...Object.fromEntries(shown) });
  };
}
