import { lastUsed, type LastUsed } from '../../state/last-used.ts';

/** What was searched last in a workspace. Stays on this computer: no server and no other workspace hears of it. */
export function recentSearches(workspaceId: string): LastUsed {
  return lastUsed(`latchkey.recent-searches.${workspaceId}`, 8);
}
