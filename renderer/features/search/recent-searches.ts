/** What was searched last in a workspace. Stays on this computer: no server and no other workspace hears of it. */
const place = (workspaceId: string): string => `latchkey.recent-searches.${workspaceId}`;
const most = 8;

export function recentSearches(workspaceId: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(workspaceId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string').slice(0, most) : [];
  } catch {
    // No storage here, or not our list in it: start anew.
    return [];
  }
}

export function rememberSearch(workspaceId: string, text: string): void {
  const next = [text, ...recentSearches(workspaceId).filter((one) => one !== text)].slice(0, most);
  try {
    localStorage.setItem(place(workspaceId), JSON.stringify(next));
  } catch {
    // A browser without storage forgets.
  }
}

export function forgetSearches(workspaceId: string): void {
  try {
    localStorage.removeItem(place(workspaceId));
  } catch {
    // There was nothing to forget.
  }
}
