/** What a search found, by conversation. Pure. */
import type { SearchHit } from '../contract/search.ts';

export interface HitGroup {
  readonly conversationId: number;
  readonly contactName: string;
  readonly channelName: string;
  readonly hits: readonly SearchHit[];
}

/** The hits come newest first; so do the conversations, each by its newest hit. A message that came twice is shown once. */
export function groupHits(hits: readonly SearchHit[]): readonly HitGroup[] {
  const groups = new Map<number, HitGroup>();
  const seen = new Set<number>();
  for (const hit of hits) {
    if (seen.has(hit.message.id)) continue;
    seen.add(hit.message.id);
    const { conversationId, contactName, channelName } = hit;
    const group = groups.get(conversationId) ?? { conversationId, contactName, channelName, hits: [] };
    groups.set(conversationId, { ...group, hits: [...group.hits, hit] });
  }
  return [...groups.values()];
}
