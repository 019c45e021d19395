/** Opens a workspace's store and what runs on it, and deals with damage on the way and afterwards. */
import type { Events } from './events.ts';
import { StoreError, type Damaged } from './store/protocol.ts';
import type { Store } from './store/store-client.ts';
import type { Workspace, WorkspaceWatch } from './workspace.ts';

export interface WithStore {
  readonly open: (onDamage: (what: Damaged) => void) => Promise<Store>;
  readonly run: (store: Store) => Promise<Workspace>;
  readonly events: Events;
  readonly watch: Pick<WorkspaceWatch, 'onCacheDamaged'>;
}

/**
 * How often the files are opened: an opening that meets damage marks or repairs one file, and a failing disk damages the
 * cache and the desk one after the other. More than that is a disk that nothing can be kept on.
 */
const maxOpenings = 4;

/** Rejects with a `StoreError`; the store is closed then. */
export async function withStore(parts: WithStore): Promise<Workspace> {
  for (let opening = 1; ; opening += 1) {
    try {
      return await openOnce(parts);
    } catch (error) {
      // Met only now, and marked: opened again, the store begins an empty cache or a repaired desk.
      const isDamage = error instanceof StoreError && error.kind === 'corrupted';
      if (!isDamage || opening === maxOpenings) throw error;
    }
  }
}

async function openOnce({ open, run, events, watch }: WithStore): Promise<Workspace> {
  let isRunning = false;
  let isCacheDamaged = false;
  const store = await open((what) => {
    // The page says what came back.
    if (what === 'desk') events.changed('workspace.changed');
    else if (isRunning) watch.onCacheDamaged();
    else isCacheDamaged = true;
  });
  try {
    const workspace = await run(store);
    isRunning = true;
    if (isCacheDamaged as boolean) watch.onCacheDamaged();
    return workspace;
  } catch (error) {
    // Whoever tries again must not find its files taken.
    await store.close().catch(() => undefined);
    throw error;
  }
}
