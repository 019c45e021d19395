import { CallError } from '../../../../shared/contract/errors.ts';
import type { Handlers } from '../../../../shared/contract/contract.ts';
import { nextRevision, type MemoryParts } from './world.ts';

/** The lock of the desk. */
export function deskLockHandlers({ world, emit }: MemoryParts) {
  const changed = (): void => emit({ name: 'deskLock.changed', data: { revision: nextRevision() } });
  const isRight = (pin: string | null): boolean => world.lock.pin === null || pin === world.lock.pin;
  return {
    'deskLock.get': async () => {
      const { locked, pin, canHavePin, waitMs } = world.lock;
      return { locked, hasPin: pin !== null, canHavePin, waitMs };
    },
    'deskLock.here': async () => ({}),
    'deskLock.now': async () => {
      if (world.lock.pin === null) throw new CallError('not-allowed', 'no PIN');
      world.lock.locked = true;
      changed();
      return {};
    },
    'deskLock.unlock': async ({ pin }) => {
      const ok = isRight(pin);
      if (ok) world.lock.locked = false;
      changed();
      return { ok, waitMs: ok ? 0 : world.lock.waitMs };
    },
    'deskLock.choosePin': async ({ current, pin }) => {
      const ok = isRight(current);
      if (ok) world.lock.pin = pin;
      changed();
      return { ok, waitMs: ok ? 0 : world.lock.waitMs };
    },
    'deskLock.forgotPin': async () => {
      world.lock = { ...world.lock, locked: false, pin: null };
      changed();
      return {};
    },
  } satisfies Partial<Handlers>;
}
