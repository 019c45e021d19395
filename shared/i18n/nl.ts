/** Dutch, with “u”. What agents type (moments, priorities, command names) stays English, as the parser reads it. */
import { accounts } from './nl/accounts.ts';
import { app } from './nl/app.ts';
import { composer } from './nl/composer.ts';
import { conversations } from './nl/conversations.ts';
import { deskLock } from './nl/desk-lock.ts';
import { diagnostics } from './nl/diagnostics.ts';
import { doctor } from './nl/doctor.ts';
import { errors } from './nl/errors.ts';
import { intro } from './nl/intro.ts';
import { keys } from './nl/keys.ts';
import { network } from './nl/network.ts';
import { notify } from './nl/notify.ts';
import { outbox } from './nl/outbox.ts';
import { palette } from './nl/palette.ts';
import { policy } from './nl/policy.ts';
import { pricing } from './nl/pricing.ts';
import { search } from './nl/search.ts';
import { settings } from './nl/settings.ts';
import { snooze } from './nl/snooze.ts';
import { start } from './nl/start.ts';
import { status } from './nl/status.ts';
import { sweep } from './nl/sweep.ts';
import { templates } from './nl/templates.ts';
import { thread } from './nl/thread.ts';
import { updates } from './nl/updates.ts';
import { window } from './nl/window.ts';
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
