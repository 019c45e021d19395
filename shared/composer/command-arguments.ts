/** What stands behind a command that changes the conversation: people, teams, labels, priorities. Names, not ids. */
import type { Priority } from '../contract/entities.ts';
import type { CommandContext, CommandProblem, CommandProblemKey, ParsedCommand } from './commands.ts';

/** What was typed could not be read: nothing is done. */
export function problem(key: CommandProblemKey, params: CommandProblem['params'] = {}): ParsedCommand {
  return { type: 'problem', problem: { key, params, suggestion: null } };
}

/** Exactly this name, otherwise all that begin with it. Case does not matter. */
function named<T>(all: readonly T[], name: string, nameOf: (one: T) => string): readonly T[] {
  const wanted = name.toLowerCase();
  const exact = all.filter((one) => nameOf(one).toLowerCase() === wanted);
  return exact.length > 0 ? exact : all.filter((one) => nameOf(one).toLowerCase().startsWith(wanted));
}

/** `me`, a teammate, a team, or `team` and its name. A teammate wins over a team of the same name. */
export function parseAssign(argument: string, context: CommandContext): ParsedCommand {
  const name = argument.replace(/^@/u, '').trim();
  if (name === '') return problem('command.assign.who');
  if (name.toLowerCase() === 'me') return { type: 'act', action: { kind: 'assign', assigneeId: context.me } };
  const agents = named(context.agents, name, (agent) => agent.name);
  const [agent] = agents;
  if (agents.length > 1) return problem('command.assign.ambiguous', { name, count: agents.length });
  if (agent !== undefined) return { type: 'act', action: { kind: 'assign', assigneeId: agent.id } };
  return parseTeam(name, context);
}

function parseTeam(name: string, { teams }: CommandContext): ParsedCommand {
  if (name.toLowerCase() === 'team') return problem('command.assign.who');
  const whole = named(teams, name, (team) => team.name);
  const behindWord = /^team\s+(.+)$/iu.exec(name)?.[1] ?? '';
  const found = whole.length > 0 || behindWord === '' ? whole : named(teams, behindWord, (team) => team.name);
  const [team] = found;
  if (team === undefined) return problem('command.assign.not-found', { name });
  if (found.length > 1) return problem('command.assign.ambiguous', { name, count: found.length });
  return { type: 'act', action: { kind: 'assign-team', teamId: team.id } };
}

/** Titles without spaces, as on the server; one with `-` in front is taken off. All of them are known, or nothing is done. */
export function parseLabels(argument: string, { labels }: CommandContext): ParsedCommand {
  const words = argument.split(/\s+/u).filter((word) => word !== '' && word !== '-');
  if (words.length === 0) return problem('command.label.which');
  const add = new Set<string>();
  const remove = new Set<string>();
  for (const word of words) {
    const name = word.replace(/^[-#]/u, '');
    const found = named(labels, name, (label) => label.title);
    const [label] = found;
    if (label === undefined) return problem('command.label.not-found', { name });
    if (found.length > 1) return problem('command.label.ambiguous', { name, count: found.length });
    const isOff = word.startsWith('-');
    (isOff ? remove : add).add(label.title);
    (isOff ? add : remove).delete(label.title);
  }
  return { type: 'act', action: { kind: 'change-labels', add: [...add], remove: [...remove] } };
}

const priorities: readonly (Priority | 'none')[] = ['low', 'medium', 'high', 'urgent', 'none'];

/** One of the words, or its beginning. */
export function parsePriority(argument: string): ParsedCommand {
  const [priority] = argument === '' ? [] : named(priorities, argument, (word) => word);
  if (priority === undefined) return problem('command.priority.which');
  return { type: 'act', action: { kind: 'set-priority', priority: priority === 'none' ? null : priority } };
}
