/** What a person sends along when they ask for help. */
import { z } from 'zod';
import { EpochMs } from './entities.ts';

export const Diagnostics = z.object({
  version: z.string(),
  /** Such as `Electron 45, Chromium 156` or `Node 24 (browser host)`. */
  runsOn: z.string(),
  platform: z.string(),
  dataFolder: z.string(),
  store: z.object({
    conversations: z.number().int(),
    messages: z.number().int(),
    outbox: z.number().int(),
    drafts: z.number().int(),
    newestMessageAt: EpochMs.nullable(),
    /** Of the two database files together. */
    sizeBytes: z.number().int(),
  }),
  /** The newest lines of the log, oldest first. */
  log: z.array(z.string()),
});
export type Diagnostics = z.infer<typeof Diagnostics>;
