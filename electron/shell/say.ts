/** Puts what the core says without a language into words, for the places outside the page. */
import type { Settings } from '../../shared/contract/settings.ts';
import { formatMessage } from '../../shared/i18n/format.ts';
import { chooseLanguage, localeFor } from '../../shared/i18n/languages.ts';
import type { Language } from '../../shared/contract/settings.ts';
import type { Messages } from '../../shared/i18n/messages.ts';
import type { Words } from '../../shared/notify/words.ts';

export type Say = (words: Words) => string;

export interface SayOptions {
  readonly setting: () => Settings['language'];
  /** Of the computer, first choice first. */
  readonly systemLanguages: () => readonly string[];
  readonly timeZone: () => string;
  /** What can be spoken here, English among it. */
  readonly texts: Partial<Record<Language, Messages>> & { readonly en: Messages };
}

export function createSay({ setting, systemLanguages, timeZone, texts }: SayOptions): Say {
  return ({ key, values, times }) => {
    const wanted = setting();
    const spoken = Object.keys(texts) as Language[];
    const language = wanted === 'system' ? chooseLanguage(systemLanguages(), spoken) : wanted;
    const locale = localeFor(language, systemLanguages());
    const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: timeZone() });
    const shown = Object.entries(times).map(([name, at]) => [name, clock.format(at)]);
    return formatMessage((texts[language] ?? texts.en)[key], { ...values, ...Object.fromEntries(shown) }, locale);
  };
}
