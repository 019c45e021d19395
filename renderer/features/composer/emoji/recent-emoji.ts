/** What was picked last, newest first. Only a convenience of this browser: it may be gone, and nothing else knows it. */
const place = 'latchkey.recent-emoji';
const most = 16;

export function recentEmoji(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string').slice(0, most) : [];
  } catch {
    // No storage here, or not our list in it: start anew.
    return [];
  }
}

export function rememberEmoji(character: string): void {
  const next = [character, ...recentEmoji().filter((one) => one !== character)].slice(0, most);
  try {
    localStorage.setItem(place, JSON.stringify(next));
  } catch {
    // A browser without storage forgets.
  }
}
