/** German, with “Sie”. What agents type (moments, priorities, command names) stays English, as the parser reads it. */
import { accounts } from './de/accounts.ts';
import { app } from './de/app.ts';
import { composer } from './de/composer.ts';
import { conversations } from './de/conversations.ts';
import { deskLock } from './de/desk-lock.ts';
import { diagnostics } from './de/diagnostics.ts';
import { doctor } from './de/doctor.ts';
import { errors } from './de/errors.ts';
import { intro } from './de/intro.ts';
import { keys } from './de/keys.ts';
import { network } from './de/network.ts';
import { notify } from './de/notify.ts';
import { outbox } from './de/outbox.ts';
import { palette } from './de/palette.ts';
import { policy } from './de/policy.ts';
import { pricing } from './de/pricing.ts';
import { search } from './de/search.ts';
import { settings } from './de/settings.ts';
import { snooze } from './de/snooze.ts';
import { start } from './de/start.ts';
import { status } from './de/status.ts';
import { sweep } from './de/sweep.ts';
import { templates } from './de/templates.ts';
import { thread } from './de/thread.ts';
import { updates } from './de/updates.ts';
import { window } from './de/window.ts';
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
