/** What the person set on this computer; the same for all workspaces. Stored by the core, never on a server. */
import { z } from 'zod';
import { NetworkSettings } from '../network/network-settings.ts';
import { AlertRules } from '../notify/alert-rules.ts';

/** BCP 47 tags of the languages that the product speaks; `pseudo` is for tests: longer, accented English. */
export const Language = z.enum(['en', 'nl', 'de', 'es', 'pt-BR', 'ar', 'pseudo']);
export type Language = z.infer<typeof Language>;

export const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** `system`: the first language of the computer that we speak, else English. */
  language: z.union([z.literal('system'), Language]),
  density: z.enum(['comfortable', 'compact']),
  /** Percent, on top of the system's own scale. */
  zoom: z.union([
    z.literal(80),
    z.literal(90),
    z.literal(100),
    z.literal(110),
    z.literal(125),
    z.literal(150),
    z.literal(175),
    z.literal(200),
  ]),
  enterSends: z.boolean(),
  /** How long a reply or template waits before it leaves, so that it can be taken back; not at all in `last`. */
  undoSeconds: z.union([z.literal(0), z.literal(5), z.literal(10), z.literal(20)]),
  /** Single letters as keys while no text field has focus (WCAG 2.1.4 asks that they can be turned off). */
  singleKeys: z.boolean(),
  /** Only what differs from the default keyboard map: command → keys such as `Mod+Shift+M` or `G I`; empty: no key. */
  keys: z.record(z.string().max(60), z.string().max(60)),
  /** What an agent wants to hear of, and when not. */
  alerts: AlertRules,
  /** Desktop: closing the window leaves Latchkey in the tray, where there is one. */
  closeToTray: z.boolean(),
  /** Desktop: look for newer versions and fetch them, where Latchkey may replace itself. */
  updates: z.boolean(),
  /** With a PIN: after so long without anybody the desk locks itself; 0: only by hand and at a start. */
  lockAfterMinutes: z.union([z.literal(0), z.literal(5), z.literal(10), z.literal(30)]),
  /** Desktop: nothing warns before Latchkey runs. */
  startAtLogin: z.boolean(),
  /** How servers are reached. Names and passwords that belong to it are in the vault. */
  network: NetworkSettings,
  /** Widths of the list and of the customer's details: px at 100 %. */
  panes: z.object({ list: z.number().int().min(280).max(420), context: z.number().int().min(280).max(400) }),
  /** Steps of the introduction that are done or were skipped. */
  introduced: z.array(z.enum(['welcome', 'computer', 'notifications', 'window', 'drill'])),
});
export type Settings = z.infer<typeof Settings>;
