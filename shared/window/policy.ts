/** Every length that decides about a window, in ms. One object: nothing else may hard-code a threshold. */
export interface WindowPolicy {
  /** Below these remainders a window is *closing*, *urgent*, *last*. */
  readonly closingMs: number;
  readonly urgentMs: number;
  readonly lastMs: number;
  /** Limits of the guard (see `guardMs` in shared/clock). The upper one is below `lastMs`, so *last* always exists. */
  readonly guardMinMs: number;
  readonly guardMaxMs: number;
  /** WhatsApp's customer service window: newest opening event + 24 h, open while now < end (strict). */
  readonly whatsappWindowMs: number;
}

const minute = 60_000;
const hour = 60 * minute;

export const windowPolicy: WindowPolicy = {
  closingMs: 4 * hour,
  urgentMs: hour,
  lastMs: 10 * minute,
  guardMinMs: 90_000,
  guardMaxMs: 5 * minute,
  whatsappWindowMs: 24 * hour,
};
