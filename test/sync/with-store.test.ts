/** Opening a workspace on a disk that damages its files: what is repaired must open, and a dead disk must be said. */
import { describe, expect, it } from 'vitest';
import type { Events } from '../../electron/core/events.ts';
import { StoreError, type Damaged } from '../../electron/core/store/protocol.ts';
import type { Store } from '../../electron/core/store/store-client.ts';
import { withStore } from '../../electron/core/with-store.ts';
import type { Workspace } from '../../electron/core/workspace.ts';

const workspace = {} as Workspace;

/** A disk whose first `damage.length` openings each meet that damage while the workspace starts on them. */
function disk(damage: readonly (Error | null)[]) {
  const log: string[] = [];
  let opened = 0;
  let report: (what: Damaged) => void = () => undefined;
  const store = {
    close: async () => {
      log.push('close');
    },
  } as unknown as Store;
  return {
    log,
    damage: (what: Damaged) => {
      report(what);
    },
    parts: {
      open: async (onDamage: (what: Damaged) => void) => {
        opened += 1;
        log.push('open');
        report = onDamage;
        return store;
      },
      run: async () => {
        const error = damage[opened - 1] ?? null;
        if (error !== null) throw error;
        return workspace;
      },
      events: { changed: (name: string) => log.push(name) } as unknown as Events,
      watch: { onCacheDamaged: () => log.push('cache damaged') },
    },
  };
}

const corrupted = new StoreError('corrupted', 'the cache is damaged in messages');

describe('opening a workspace on a bad disk', () => {
  it('opens again when the cache is damaged, and again when the desk is damaged after it', async () => {
    const { parts, log } = disk([corrupted, corrupted]);
    expect(await withStore(parts)).toBe(workspace);
    expect(log).toEqual(['open', 'close', 'open', 'close', 'open']);
  });

  it('gives up, with nothing left open, on a disk that damages every opening', async () => {
    const { parts, log } = disk(Array.from({ length: 9 }, () => corrupted));
    await expect(withStore(parts)).rejects.toBe(corrupted);
    expect(log).toEqual(['open', 'close', 'open', 'close', 'open', 'close', 'open', 'close']);
  });

  it.each(['full', 'busy', 'readonly', 'newer-file', 'logic'] as const)(
    'does not open again for "%s"',
    async (kind) => {
      const error = new StoreError(kind, 'no');
      const { parts, log } = disk([error]);
      await expect(withStore(parts)).rejects.toBe(error);
      expect(log).toEqual(['open', 'close']);
    },
  );

  it('tells of a cache that was damaged while it opened once the workspace runs, and later ones at once', async () => {
    const { parts, log, damage } = disk([]);
    const run = async () => {
      damage('cache');
      expect(log).toEqual(['open']);
      return workspace;
    };
    await withStore({ ...parts, run });
    expect(log).toEqual(['open', 'cache damaged']);
    damage('cache');
    damage('desk');
    expect(log).toEqual(['open', 'cache damaged', 'cache damaged', 'workspace.changed']);
  });
});
