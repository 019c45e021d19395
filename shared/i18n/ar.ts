/** Arabic, Modern Standard. What agents type (moments, priorities, command names) stays English, as the parser reads it. */
import { accounts } from './ar/accounts.ts';
import { app } from './ar/app.ts';
import { composer } from './ar/composer.ts';
import { conversations } from './ar/conversations.ts';
import { doctor } from './ar/doctor.ts';
import { deskLock } from './ar/desk-lock.ts';
import { diagnostics } from './ar/diagnostics.ts';
import { errors } from './ar/errors.ts';
import { intro } from './ar/intro.ts';
import { keys } from './ar/keys.ts';
import { network } from './ar/network.ts';
import { notify } from './ar/notify.ts';
import { outbox } from './ar/outbox.ts';
import { palette } from './ar/palette.ts';
import { policy } from './ar/policy.ts';
import { pricing } from './ar/pricing.ts';
import { search } from './ar/search.ts';
import { snooze } from './ar/snooze.ts';
import { settings } from './ar/settings.ts';
import { start } from './ar/start.ts';
import { status } from './ar/status.ts';
import { sweep } from './ar/sweep.ts';
import { templates } from './ar/templates.ts';
import { thread } from './ar/thread.ts';
import { updates } from './ar/updates.ts';
import { window } from './ar/window.ts';
import type { Messages } from './messages.ts';

export const messages: Messages = {
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
};
