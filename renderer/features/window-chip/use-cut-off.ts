import { useApp } from '../../state/app-provider.tsx';
import type { CutOff } from './window-words.ts';

/** Since when this device counts alone; null: connected. */
export function useCutOff(): CutOff | null {
  const since = useApp((state) => state.sync.status?.offlineSince ?? null);
  const confirmedAt = useApp((state) => state.sync.status?.lastLiveAt ?? null);
  return since === null ? null : { since, confirmedAt };
}
