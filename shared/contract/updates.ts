/** What the page knows of newer versions of Latchkey itself. */
import { z } from 'zod';

/** Why this Latchkey does not update itself. */
export const UpdateObstacle = z.enum([
  'browser', // the browser host is started from its own source
  'source', // started from source
  'package-manager', // deb, rpm
  'store', // Flatpak, Snap
  'administrator', // an MSI, or a folder of files: whoever put it there brings the next one
  'unsigned', // without our signature nothing could prove that the next one is ours
  'no-key', // built without the key for lists of updates
  'switched-off', // by the person or the organisation
]);
export type UpdateObstacle = z.infer<typeof UpdateObstacle>;

export const UpdateStatus = z.object({
  obstacle: UpdateObstacle.nullable(),
  state: z.enum(['idle', 'checking', 'downloading', 'ready']),
  /** The one that is being fetched or is ready. */
  version: z.string().nullable(),
  /** 0 to 100, while downloading. */
  percent: z.number().nullable(),
  /** When a check last came to an end, epoch ms of this computer's clock; null: not in this run. */
  checkedAt: z.number().nullable(),
  /** How it ended, if not well. `refused`: the list was not signed by us. */
  failure: z.enum(['offline', 'refused', 'broken']).nullable(),
  /** Ready, nothing is under way, and nobody said "later": a restart may be offered. */
  offered: z.boolean(),
});
export type UpdateStatus = z.infer<typeof UpdateStatus>;
