/** Brazilian Portuguese, with “você”. What agents type (moments, priorities, command names) stays English, as the parser reads it. */
import { accounts } from './pt-BR/accounts.ts';
import { app } from './pt-BR/app.ts';
import { composer } from './pt-BR/composer.ts';
import { conversations } from './pt-BR/conversations.ts';
import { doctor } from './pt-BR/doctor.ts';
import { deskLock } from './pt-BR/desk-lock.ts';
import { diagnostics } from './pt-BR/diagnostics.ts';
import { errors } from './pt-BR/errors.ts';
import { intro } from './pt-BR/intro.ts';
import { keys } from './pt-BR/keys.ts';
import { network } from './pt-BR/network.ts';
import { notify } from './pt-BR/notify.ts';
import { outbox } from './pt-BR/outbox.ts';
import { palette } from './pt-BR/palette.ts';
import { policy } from './pt-BR/policy.ts';
import { pricing } from './pt-BR/pricing.ts';
import { search } from './pt-BR/search.ts';
import { snooze } from './pt-BR/snooze.ts';
import { settings } from './pt-BR/settings.ts';
import { start } from './pt-BR/start.ts';
import { status } from './pt-BR/status.ts';
import { sweep } from './pt-BR/sweep.ts';
import { templates } from './pt-BR/templates.ts';
import { thread } from './pt-BR/thread.ts';
import { updates } from './pt-BR/updates.ts';
import { window } from './pt-BR/window.ts';
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
