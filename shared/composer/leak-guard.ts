/** A reply that looks as if it was meant for the team (product-evidence F4). Wrong alarms cost a key; a leak costs a customer. */
import type { Agent } from '../contract/entities.ts';
import type { ComposerQuestion } from './composer-types.ts';

type About = NonNullable<ComposerQuestion['about']>;

/** What gives it away; null: nothing does. */
export function looksInternal(text: string, agents: readonly Agent[]): About | null {
  const start = /^[/@]\S*/u.exec(text);
  if (start !== null) return { where: 'start', word: start[0] };
  const named = mentionedAgent(text, agents);
  return named === null ? null : { where: 'inside', word: named };
}

/** "@" and the whole or the first name of a teammate, standing alone: not an address of mail. */
function mentionedAgent(text: string, agents: readonly Agent[]): string | null {
  const lower = text.toLowerCase();
  const names = agents
    .flatMap(({ name }) => [name.trim(), name.trim().split(/\s+/u)[0] ?? ''])
    .filter((name) => name !== '')
    .toSorted((a, b) => b.length - a.length);
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (/[\p{L}\p{N}_.+-]$/u.test(text.slice(0, at))) continue;
    const rest = lower.slice(at + 1);
    const name = names.find(
      (one) => rest.startsWith(one.toLowerCase()) && !/^[\p{L}\p{N}_]/u.test(rest.slice(one.length)),
    );
    if (name !== undefined) return text.slice(at, at + 1 + name.length);
  }
  return null;
}
