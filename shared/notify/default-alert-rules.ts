import type { AlertRules } from './alert-rules.ts';

/** Apart from the schema, so that the page has them without a validator. */
export const defaultAlertRules: AlertRules = {
  privacy: 'name',
  whose: 'mine',
  messages: true,
  mentions: true,
  assignments: true,
  parked: true,
  closing: true,
  sound: true,
  quietHours: null,
  doNotDisturbUntil: null,
};
