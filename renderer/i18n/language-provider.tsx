import { useEffect, useState, type ReactNode } from 'react';
import type { Language, Settings } from '../../shared/contract/settings.ts';
import { chooseLanguage, directionOf, localeFor } from '../../shared/i18n/languages.ts';
import { setDateLocale } from './dates.ts';
import { english, translator, TranslateProvider, type Translate } from './i18n.tsx';
import { loadMessages, spoken } from './load.ts';

/** The language of the settings for everything below it, and on <html> for browsers and screen readers. */
export function LanguageProvider(props: { readonly setting: Settings['language']; readonly children: ReactNode }) {
  const { setting, children } = props;
  const language = setting === 'system' ? chooseLanguage(navigator.languages, spoken) : setting;
  const [t, setT] = useState<Translate>(() => english);
  useEffect(() => {
    let wanted = true;
    const show = (next: Translate): void => {
      if (!wanted) return;
      markPage(language);
      setDateLocale(localeFor(language, navigator.languages));
      setT(() => next);
    };
    loadMessages(language).then(
      (messages) => show(translator(messages, localeFor(language, navigator.languages))),
      // The file is gone, say after an update under a running page: the language before stays.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  return <TranslateProvider value={t}>{children}</TranslateProvider>;
}

function markPage(language: Language): void {
  const { documentElement: html } = document;
  html.lang = language === 'pseudo' ? 'en' : language;
  html.dir = directionOf(language);
}
