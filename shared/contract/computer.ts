/** What holds on this computer for all workspaces, and what of it could not be used. */
import { z } from 'zod';

export const SettingsTrouble = z.object({
  /** `damaged`: not JSON. `newer`: written by a newer Latchkey. Of both, `detail` is the name under which it is kept. */
  kind: z.enum(['damaged', 'newer', 'bad-values']),
  /** For `bad-values`: the settings that have their default because of that. */
  detail: z.string(),
});
export type SettingsTrouble = z.infer<typeof SettingsTrouble>;
