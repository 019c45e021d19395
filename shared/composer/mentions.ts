/** Teammates behind the prefix `@`. In the field a mention is plain "@Name"; Chatwoot wants a link in the sent note. */
import type { Agent } from '../contract/entities.ts';

const listLength = 8;
const presenceRank: Readonly<Record<Agent['availability'], number>> = { online: 0, busy: 1, offline: 2 };

/** At most 8: the name or one of its words begins with the query. Present ones first, then by name. */
export function matchAgents(agents: readonly Agent[], query: string): readonly Agent[] {
  const wanted = query.toLowerCase();
  const matches = agents.filter((agent) => {
    const name = agent.name.toLowerCase();
    return name.startsWith(wanted) || name.split(/\s+/u).some((word) => word.startsWith(wanted));
  });
  const byRank = (a: Agent, b: Agent): number =>
    presenceRank[a.availability] - presenceRank[b.availability] || a.name.localeCompare(b.name, 'en');
  return matches.toSorted(byRank).slice(0, listLength);
}

/** The name ends a link text and stands in an address; Chatwoot reads `\(mention://user/(\d+)/(.+?)\)`. */
function mentionLink(agent: Agent): string {
  const encoded = encodeURIComponent(agent.name.toWellFormed()).replaceAll('(', '%28').replaceAll(')', '%29');
  return `[@${agent.name.replaceAll(/[[\]]/gu, '')}](mention://user/${agent.id}/${encoded})`;
}

/**
 * "@Asha K" → "[@Asha K](mention://user/7/Asha%20K)", for every exact name of an agent that stands alone; the longest
 * name wins. Finished links are left as they are.
 */
export function linkMentions(text: string, agents: readonly Agent[]): string {
  const named = agents.filter((agent) => agent.name.trim() !== '').toSorted((a, b) => b.name.length - a.name.length);
  let out = '';
  let position = 0;
  while (position < text.length) {
    const at = text.indexOf('@', position);
    if (at === -1) break;
    const before = text.slice(0, at);
    const free = at === 0 || /[^\p{L}\p{N}_@[]$/u.test(before);
    const agent = free
      ? named.find(
          ({ name }) => text.startsWith(name, at + 1) && !/^[\p{L}\p{N}_]/u.test(text.slice(at + 1 + name.length)),
        )
      : undefined;
    const end = at + 1 + (agent?.name.length ?? 0);
    out += text.slice(position, at) + (agent === undefined ? '@' : mentionLink(agent));
    position = end;
  }
  return out + text.slice(position);
}
