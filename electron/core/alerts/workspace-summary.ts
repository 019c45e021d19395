/** What the tray and the badge say of one workspace. Each number is a query (law 7). */
import type { SyncStatus } from '../../../shared/contract/sync.ts';
import { isTheirs, ownershipOf, type AlertRules } from '../../../shared/notify/alert-rules.ts';
import type { DeskSummary } from '../../../shared/notify/tray.ts';
import type { ServerTime } from '../server-time.ts';
import type { Store } from '../store/store-client.ts';

export type WorkspaceSummary = Omit<DeskSummary, 'doNotDisturb' | 'closing' | 'locked'> & {
  readonly closing: readonly Omit<DeskSummary['closing'][number], 'workspaceId'>[];
};

/** What the tray calls "closing soon". */
const soonMs = 3_600_000;
/** These wait for a person. */
const stuck: ReadonlySet<string> = new Set(['needs-template', 'held', 'uncertain', 'failed', 'conflict']);

export interface SummaryParts {
  readonly store: Store;
  readonly serverTime: ServerTime;
  readonly meId: number;
  readonly whose: AlertRules['whose'];
  readonly status: SyncStatus;
}

export async function summarise({ store, serverTime, meId, whose, status }: SummaryParts): Promise<WorkspaceSummary> {
  const time = serverTime.judging();
  const [counts, items, windows] = await Promise.all([
    store.call('workspace.counts', { meId }),
    store.call('outbox.list', { conversationId: null }),
    // Unsure of the time, nothing can be said of windows (law 6).
    time.confidence === 'unknown' ? [] : store.call('alerts.waitingWindows', { nowMs: Math.round(time.nowMs) }),
  ]);
  return {
    ...counts,
    stuck: items.filter(({ state }) => stuck.has(state)).length,
    closing: windows
      .filter((one) => isTheirs(ownershipOf(one.assigneeId, meId), whose) && one.closesAt - time.nowMs <= soonMs)
      .map(({ conversationId, name, closesAt }) => ({ conversationId, name, closesAt })),
    signedOut: status.problem === 'signed-out',
    offline: status.offlineSince !== null,
  };
}
