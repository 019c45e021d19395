/** What holds on this computer for all workspaces, who decided it, and what of it could not be used. */
import { z } from 'zod';

export const SettingsTrouble = z.object({
  /** `damaged`: not JSON. `newer`: written by a newer Latchkey. Of both, `detail` is the name under which it is kept. */
  kind: z.enum(['damaged', 'newer', 'bad-values']),
  /** For `bad-values`: the settings that have their default because of that. */
  detail: z.string(),
});
export type SettingsTrouble = z.infer<typeof SettingsTrouble>;

/** What an organisation decided here (docs/policy.md). */
export const PolicyInfo = z.object({
  /** `unsafe`: others than the administrator can write the file, so nothing in it holds. */
  state: z.enum(['none', 'applied', 'unreadable', 'unsafe']),
  /** Where the file is, or would be. */
  path: z.string(),
  /** Settings that nobody can change here, such as `alerts.privacy`. */
  locked: z.array(z.string()),
  /** Where one may sign in; null: anywhere. Empty: nowhere at present. */
  servers: z.array(z.string()).nullable(),
  /** Whom to ask, in the organisation's own words. */
  contact: z.string().nullable(),
  /** Technical English, for whoever wrote the file. */
  problems: z.array(z.string()),
});
export type PolicyInfo = z.infer<typeof PolicyInfo>;

export const Computer = z.object({ settings: z.array(SettingsTrouble), policy: PolicyInfo });
export type Computer = z.infer<typeof Computer>;
