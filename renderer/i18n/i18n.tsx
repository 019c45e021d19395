import { createContext, useContext } from 'react';
import { en, type MessageKey } from '../../shared/i18n/en.ts';
import type { Messages } from '../../shared/i18n/messages.ts';
import { formatMessage, type MessageArguments } from '../../shared/i18n/format.ts';

/** Turns a key and its named arguments into the text on the screen. */
export type Translate = (key: MessageKey, args?: MessageArguments) => string;

const none: MessageArguments = {};

/** `locale`: BCP 47, for plurals and numbers. */
export function translator(messages: Messages, locale: string): Translate {
  return (key, args = none) => formatMessage(messages[key], args, locale);
}

/** For what is drawn outside the language provider. */
export const english: Translate = translator(en, 'en');

const TranslateContext = createContext<Translate>(english);
export const TranslateProvider = TranslateContext.Provider;

export function useT(): Translate {
  return useContext(TranslateContext);
}

export type { MessageKey };
