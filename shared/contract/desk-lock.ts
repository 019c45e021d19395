/** The calls of the lock of the whole desk. They belong to no workspace. */
import { z } from 'zod';

const Nothing = z.object({});
/** Whatever somebody typed; what a new one needs is more. */
const Pin = z.string().max(100);
const NewPin = z.string().min(4).max(100);
const WaitMs = z.number().int().nonnegative();

export const deskLockCalls = {
  /**
   * Whether the desk is locked. While it is, all other calls but `deskLock.*`, `settings.get` and `drafts.save` answer with
   * `locked`. `waitMs`: before that no PIN is looked at. Belongs, like the next ones, to no workspace.
   */
  'deskLock.get': {
    in: Nothing,
    out: z.object({ locked: z.boolean(), hasPin: z.boolean(), canHavePin: z.boolean(), waitMs: WaitMs }),
  },
  /** Somebody used the page: put off what happens when nobody does. */
  'deskLock.here': { in: Nothing, out: Nothing },
  /** Error: not-allowed, without a PIN. */
  'deskLock.now': { in: Nothing, out: Nothing },
  'deskLock.unlock': { in: z.object({ pin: Pin }), out: z.object({ ok: z.boolean(), waitMs: WaitMs }) },
  /** `pin`: null takes it away. Error: not-allowed, where nothing can keep one. */
  'deskLock.choosePin': {
    in: z.object({ current: Pin.nullable(), pin: NewPin.nullable() }),
    out: z.object({ ok: z.boolean(), waitMs: WaitMs }),
  },
  /** Signs out everywhere, and opens the desk: what was there is to be had by signing in again. */
  'deskLock.forgotPin': { in: Nothing, out: Nothing },
} as const;
