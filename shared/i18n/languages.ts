/** Which language the page speaks, and what follows from it. */
import type { Language } from '../contract/settings.ts';

/** As each calls itself, so that a person finds theirs in a page they cannot read. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  nl: 'Nederlands',
  de: 'Deutsch',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  ar: 'العربية',
  pseudo: 'Ƥşḗŭḓǿ',
};

/** `wanted`: BCP 47 tags, best first. The first of them that is spoken, by its whole tag or its language; else English. */
export function chooseLanguage(wanted: readonly string[], spoken: readonly Language[]): Language {
  const real = spoken.filter((language) => language !== 'pseudo');
  for (const tag of wanted) {
    const lower = tag.toLowerCase();
    const found =
      real.find((language) => language.toLowerCase() === lower) ??
      real.find((language) => baseOf(language) === baseOf(tag));
    if (found !== undefined) return found;
  }
  return 'en';
}

/** For dates and numbers: the person's own region where it speaks this language (en-GB), else the language. */
export function localeFor(language: Language, wanted: readonly string[]): string {
  const plain = language === 'pseudo' ? 'en' : language;
  return wanted.find((tag) => baseOf(tag) === baseOf(plain)) ?? plain;
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

function baseOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}
