import { useState } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { useApp } from '../../state/app-provider.tsx';

/** The colleague who got the conversation while the agent had it open as their own; null: nobody. */
export function useReassigned({ assignee }: Conversation): string | null {
  const me = useApp((app) => app.workspace.info?.me.id);
  const id = assignee?.id ?? null;
  const [seen, setSeen] = useState({ id, taken: false });
  if (seen.id !== id) {
    const tookIt = id !== null && id !== me;
    // From one colleague to the next it is still not mine; back to me, or to nobody, is the end of it.
    setSeen({ id, taken: tookIt && (seen.id === me || seen.taken) });
  }
  return seen.taken && assignee !== null ? assignee.name : null;
}
