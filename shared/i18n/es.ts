/** Spanish, with “usted”. What agents type (moments, priorities, command names) stays English, as the parser reads it. */
import { accounts } from './es/accounts.ts';
import { app } from './es/app.ts';
import { composer } from './es/composer.ts';
import { conversations } from './es/conversations.ts';
import { deskLock } from './es/desk-lock.ts';
import { diagnostics } from './es/diagnostics.ts';
import { doctor } from './es/doctor.ts';
import { errors } from './es/errors.ts';
import { intro } from './es/intro.ts';
import { keys } from './es/keys.ts';
import { network } from './es/network.ts';
import { notify } from './es/notify.ts';
import { outbox } from './es/outbox.ts';
import { palette } from './es/palette.ts';
import { policy } from './es/policy.ts';
import { pricing } from './es/pricing.ts';
import { search } from './es/search.ts';
import { settings } from './es/settings.ts';
import { snooze } from './es/snooze.ts';
import { start } from './es/start.ts';
import { status } from './es/status.ts';
import { sweep } from './es/sweep.ts';
import { templates } from './es/templates.ts';
import { thread } from './es/thread.ts';
import { updates } from './es/updates.ts';
import { window } from './es/window.ts';
import type { Messages } from './messages.ts';

export const messages: Messages = {
  ...accounts,
  ...app,
  ...composer,
  ...conversations,
  ...deskLock,
  ...diagnostics,
  ...doctor,
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
  ...settings,
  ...snooze,
  ...start,
  ...status,
  ...sweep,
  ...templates,
  ...thread,
  ...updates,
  ...window,
};
