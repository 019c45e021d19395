import type { Language } from '../../shared/contract/settings.ts';
import { en } from '../../shared/i18n/en.ts';
import type { Messages } from '../../shared/i18n/messages.ts';

interface LanguageFile {
  readonly messages: Messages;
}

/** English is in the page; every other language is a file of its own that is fetched when it is chosen. */
const files: Partial<Record<Language, () => Promise<LanguageFile>>> = {
  nl: () => import('../../shared/i18n/nl.ts'),
  de: () => import('../../shared/i18n/de.ts'),
  es: () => import('../../shared/i18n/es.ts'),
  'pt-BR': () => import('../../shared/i18n/pt-BR.ts'),
  ar: () => import('../../shared/i18n/ar.ts'),
  pseudo: () => import('../../shared/i18n/pseudo.ts'),
};

/** What can be chosen; `pseudo` is for tests and translators. */
export const spoken = ['en', ...(Object.keys(files) as Language[])] as const;

/** Rejects if the file cannot be read; then what is shown stays. */
export async function loadMessages(language: Language): Promise<Messages> {
  const read = files[language];
  return read === undefined ? en : (await read()).messages;
}
