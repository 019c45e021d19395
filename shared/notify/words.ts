/**
 * Text outside the page, before it has a language: the core has none, so keys and values travel, and the shell or the
 * host puts them into words with the language of the settings.
 */
import type { MessageKey } from '../i18n/en.ts';

export interface Words {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string | number>>;
  /** Server epoch ms, by name: shown as the computer's local time of day. */
  readonly times: Readonly<Record<string, number>>;
}

export function words(key: MessageKey, values: Words['values'] = {}, times: Words['times'] = {}): Words {
  return { key, values, times };
}

/** `amounts` by key, without those that are 0: what a summary has to say. */
export function tally(amounts: readonly (readonly [MessageKey, number])[]): readonly Words[] {
  return amounts.filter(([, count]) => count > 0).map(([key, count]) => words(key, { count }));
}
