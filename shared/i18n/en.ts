/**
 * Every text of the page: flat typed keys → ICU messages, one file for each area. Style: state the fact, then the action;
 * no "Oops", no blame, no exclamation marks. Errors say what happened, whether the text is safe, and what to do now.
 */
import { app } from './en/app.ts';
import { composer } from './en/composer.ts';
import { conversations } from './en/conversations.ts';
import { errors } from './en/errors.ts';
import { outbox } from './en/outbox.ts';
import { status } from './en/status.ts';
import { templates } from './en/templates.ts';
import { thread } from './en/thread.ts';
import { window } from './en/window.ts';

export const en = {
  ...app,
  ...composer,
  ...conversations,
  ...errors,
  ...outbox,
  ...status,
  ...templates,
  ...thread,
  ...window,
} as const;

export type MessageKey = keyof typeof en;
