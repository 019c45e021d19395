/**
 * Every text of the page: flat typed keys → ICU messages, one file for each area. Style: state the fact, then the action;
 * no "Oops", no blame, no exclamation marks. Errors say what happened, whether the text is safe, and what to do now.
 */
import { accounts } from './en/accounts.ts';
import { app } from './en/app.ts';
import { composer } from './en/composer.ts';
import { conversations } from './en/conversations.ts';
import { doctor } from './en/doctor.ts';
import { deskLock } from './en/desk-lock.ts';
import { diagnostics } from './en/diagnostics.ts';
import { errors } from './en/errors.ts';
import { intro } from './en/intro.ts';
import { keys } from './en/keys.ts';
import { network } from './en/network.ts';
import { notify } from './en/notify.ts';
import { outbox } from './en/outbox.ts';
import { palette } from './en/palette.ts';
import { policy } from './en/policy.ts';
import { pricing } from './en/pricing.ts';
import { search } from './en/search.ts';
import { snooze } from './en/snooze.ts';
import { settings } from './en/settings.ts';
import { start } from './en/start.ts';
import { status } from './en/status.ts';
import { sweep } from './en/sweep.ts';
import { templates } from './en/templates.ts';
import { thread } from './en/thread.ts';
import { updates } from './en/updates.ts';
import { window } from './en/window.ts';

export const en = {
  ...accounts,
  ...app,
  ...composer,
  ...conversations,
  ...doctor,
  ...deskLock,
  ...diagnostics,
  ...errors,
  ...intro,
  ...keys,
  ...network,
  ...notify,
  ...outbox,
  ...palette,
  ...policy,
  ...pricing,
  ...search,
  ...snooze,
  ...settings,
  ...start,
  ...status,
  ...sweep,
  ...templates,
  ...thread,
  ...updates,
  ...window,
} as const;

export type MessageKey = keyof typeof en;
