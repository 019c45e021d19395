/** Every language, bundled: the shell speaks before there is a page, and must not wait for a file to say what is wrong. */
import type { Language } from '../../shared/contract/settings.ts';
import { messages as ar } from '../../shared/i18n/ar.ts';
import { messages as de } from '../../shared/i18n/de.ts';
import { en } from '../../shared/i18n/en.ts';
import { messages as es } from '../../shared/i18n/es.ts';
import type { Messages } from '../../shared/i18n/messages.ts';
import { messages as nl } from '../../shared/i18n/nl.ts';
import { messages as ptBR } from '../../shared/i18n/pt-BR.ts';

/** `pseudo` is for tests of the page. */
export const texts: Readonly<Record<Exclude<Language, 'pseudo'>, Messages>> = { en, nl, de, es, 'pt-BR': ptBR, ar };
