/**
 * Who may come in: links that are good once, and the sessions that they became. A link is seen by more than its person (it
 * stands in a terminal, on a command line, in a browser's history); a session's secret stays in the tab it was made for.
 */
import { createHash, randomBytes } from 'node:crypto';

export interface Entrance {
  /** 192 random bits, base64url, for one entry. `onUsed` is called with that. */
  newLink(onUsed?: () => void): string;
  /** A link's code is used up and becomes a new session; a session's secret stays what it is. Null: neither. */
  enter(secret: string): string | null;
  isSession(secret: string): boolean;
}

export function createEntrance(): Entrance {
  // By their digests: how long a look-up takes says nothing about the secrets.
  const links = new Map<string, () => void>();
  const sessions = new Set<string>();
  return {
    newLink(onUsed = () => undefined) {
      const code = newSecret();
      links.set(digest(code), onUsed);
      return code;
    },
    enter(secret) {
      if (sessions.has(digest(secret))) return secret;
      const onUsed = links.get(digest(secret));
      if (onUsed === undefined) return null;
      links.delete(digest(secret));
      const session = newSecret();
      sessions.add(digest(session));
      onUsed();
      return session;
    },
    isSession: (secret) => sessions.has(digest(secret)),
  };
}

const newSecret = (): string => randomBytes(24).toString('base64url');
const digest = (secret: string): string => createHash('sha256').update(secret).digest('base64');
