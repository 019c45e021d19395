/** What was chosen last, newest first. Only a convenience of this browser: it may be gone, and nothing else knows it. */
export interface LastUsed {
  read(): readonly string[];
  remember(text: string): void;
  forget(): void;
}

/** `place`: the key in the browser's storage. `most`: how many are kept. */
export function lastUsed(place: string, most: number): LastUsed {
  const read = (): readonly string[] => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
      return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string').slice(0, most) : [];
    } catch {
      // No storage here, or not our list in it: start anew.
      return [];
    }
  };
  return {
    read,
    remember(text) {
      const next = [text, ...read().filter((one) => one !== text)].slice(0, most);
      try {
        localStorage.setItem(place, JSON.stringify(next));
      } catch {
        // A browser without storage forgets.
      }
    },
    forget() {
      try {
        localStorage.removeItem(place);
      } catch {
        // There was nothing to forget.
      }
    },
  };
}
