import type { Notifier } from '../ports.ts';

/** Where there is nothing beside the page, as in the browser host: what a notification would say stands inside it. */
export const pageOnly: Notifier = {
  show: async () => ({ status: 'not-shown', reason: 'unsupported' }),
  withdraw: () => undefined,
  facts: async () => ({
    system: 'browser',
    supported: false,
    permission: 'unknown',
    systemSilence: null,
    signed: null,
    hasShortcut: null,
    hasDaemon: null,
    canClick: null,
    hasTray: null,
    startsAtLogin: null,
  }),
};
