import type { MessageKey } from './en.ts';

/** All texts of one language. A key that is missing, or one too many, does not compile. */
export type Messages = Readonly<Record<MessageKey, string>>;

/** As `Messages`, for the texts of one topic: each language has one file for each topic, as English has. */
export type Texts<English> = Readonly<Record<keyof English, string>>;
