import { defaultNetwork } from '../network/default-network.ts';
import { defaultAlertRules } from '../notify/default-alert-rules.ts';
import type { Settings } from './settings.ts';

/** Before the person changed anything, and for what an older file does not have. */
export const defaultSettings: Settings = {
  theme: 'system',
  language: 'system',
  density: 'comfortable',
  zoom: 100,
  enterSends: true,
  undoSeconds: 5,
  singleKeys: true,
  keys: {},
  alerts: defaultAlertRules,
  closeToTray: true,
  updates: true,
  lockAfterMinutes: 10,
  startAtLogin: false,
  network: defaultNetwork,
  panes: { list: 340, context: 320 },
  introduced: [],
};
