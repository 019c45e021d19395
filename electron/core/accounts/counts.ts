/** Tells when the numbers of a workspace in the list are other ones: asked by query a moment after something changed. */
import type { AnyEvent } from '../../../shared/contract/contract.ts';
import type { Clock, Timer } from '../ports.ts';
import type { Slot } from './slot.ts';

const settleMs = 250;
const counted: ReadonlySet<AnyEvent['name']> = new Set([
  'workspace.changed',
  'conversations.changed',
  'outbox.changed',
]);

export interface CountsOptions {
  readonly clock: Clock;
  readonly slot: Slot;
  readonly onChanged: () => void;
}

/** Ends with the slot's events. */
export function watchCounts({ clock, slot, onChanged }: CountsOptions): void {
  let timer: Timer | null = null;
  let last = '';
  const look = async (): Promise<void> => {
    timer = null;
    // Closed meanwhile: the next opening counts again.
    const counts = await slot.running?.counts().catch(() => undefined);
    const now = JSON.stringify(counts);
    if (counts === undefined || now === last) return;
    last = now;
    onChanged();
  };
  slot.events.listen(({ name }) => {
    if (!counted.has(name) || timer !== null) return;
    timer = clock.schedule(settleMs, () => void look());
    timer.unref?.();
  });
}
