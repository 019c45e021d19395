import { createContext, useContext } from 'react';
import { en, type MessageKey } from '../../shared/i18n/en.ts';
import { formatMessage, type MessageArguments } from './format.ts';

/** Turns a key and its named arguments into the text on the screen. */
export type Translate = (key: MessageKey, args?: MessageArguments) => string;

const none: MessageArguments = {};

/** The language of our texts. Dates and numbers follow the agent's own locale instead (dates.ts). */
export const english: Translate = (key, args = none) => formatMessage(en[key], args, 'en');

const TranslateContext = createContext<Translate>(english);
export const TranslateProvider = TranslateContext.Provider;

export function useT(): Translate {
  return useContext(TranslateContext);
}

export type { MessageKey };
