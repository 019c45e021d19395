/** People and teams behind the prefix `@`. In the field a mention is plain "@Name"; Chatwoot wants a link in the sent note. */
import type { Agent, Team } from '../contract/entities.ts';

const listLength = 8;

/** Whom one may name. */
export interface Mentionable {
  readonly agents: readonly Agent[];
  readonly teams: readonly Team[];
}

/** Who has to do with the conversation already. */
export interface OnConversation {
  readonly agentIds: readonly number[];
  readonly teamId: number | null;
}

export type Mention =
  | { readonly kind: 'agent'; readonly agent: Agent; readonly onConversation: boolean }
  | { readonly kind: 'team'; readonly team: Team; readonly onConversation: boolean };

export function mentionName(mention: Mention): string {
  return mention.kind === 'agent' ? mention.agent.name : mention.team.name;
}

/** Present people can answer now, a team may; who is away comes last. */
function presenceRank(mention: Mention): number {
  if (mention.kind === 'team') return 2;
  return { online: 0, busy: 1, offline: 3 }[mention.agent.availability];
}

/** The name or one of its words begins with the query; `team` also finds all teams. */
function fits(mention: Mention, wanted: string): boolean {
  const name = mentionName(mention).toLowerCase();
  if (name.startsWith(wanted) || name.split(/\s+/u).some((word) => word.startsWith(wanted))) return true;
  return mention.kind === 'team' && wanted !== '' && 'team'.startsWith(wanted);
}

/** At most 8: those on this conversation first, then the present ones, then by name. */
export function matchMentions(
  { agents, teams }: Mentionable,
  query: string,
  on: OnConversation = { agentIds: [], teamId: null },
): readonly Mention[] {
  const all: readonly Mention[] = [
    ...agents.map((agent) => ({ kind: 'agent' as const, agent, onConversation: on.agentIds.includes(agent.id) })),
    ...teams.map((team) => ({ kind: 'team' as const, team, onConversation: on.teamId === team.id })),
  ];
  const wanted = query.toLowerCase();
  const byRank = (a: Mention, b: Mention): number =>
    Number(b.onConversation) - Number(a.onConversation) ||
    presenceRank(a) - presenceRank(b) ||
    mentionName(a).localeCompare(mentionName(b), 'en');
  return all
    .filter((mention) => fits(mention, wanted))
    .toSorted(byRank)
    .slice(0, listLength);
}

/** The name ends a link text and stands in an address; Chatwoot reads `\(mention://(user|team)/(\d+)/(.+?)\)`. */
function mentionLink(mention: Mention): string {
  const name = mentionName(mention);
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll('(', '%28').replaceAll(')', '%29');
  const place = mention.kind === 'agent' ? `user/${mention.agent.id}` : `team/${mention.team.id}`;
  return `[@${name.replaceAll(/[[\]]/gu, '')}](mention://${place}/${encoded})`;
}

/**
 * "@Asha K" → "[@Asha K](mention://user/7/Asha%20K)", for every exact name that stands alone; the longest name wins, and
 * a person wins over a team of the same name. Finished links are left as they are.
 */
export function linkMentions(text: string, { agents, teams }: Mentionable): string {
  const named: readonly Mention[] = [
    ...agents.map((agent) => ({ kind: 'agent' as const, agent, onConversation: false })),
    ...teams.map((team) => ({ kind: 'team' as const, team, onConversation: false })),
  ]
    .filter((mention) => mentionName(mention).trim() !== '')
    .toSorted((a, b) => mentionName(b).length - mentionName(a).length);
  let out = '';
  let position = 0;
  while (position < text.length) {
    const at = text.indexOf('@', position);
    if (at === -1) break;
    const free = at === 0 || /[^\p{L}\p{N}_@[]$/u.test(text.slice(0, at));
    const standsHere = (mention: Mention): boolean => {
      const name = mentionName(mention);
      return text.startsWith(name, at + 1) && !/^[\p{L}\p{N}_]/u.test(text.slice(at + 1 + name.length));
    };
    const found = free ? named.find(standsHere) : undefined;
    const end = at + 1 + (found === undefined ? 0 : mentionName(found).length);
    out += text.slice(position, at) + (found === undefined ? '@' : mentionLink(found));
    position = end;
  }
  return out + text.slice(position);
}
