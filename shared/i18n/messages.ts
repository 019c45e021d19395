import type { MessageKey } from './en.ts';

/** All texts of one language. A key that is missing, or one too many, does not compile. */
export type Messages = Readonly<Record<MessageKey, string>>;
