/** What stands behind a command that changes the conversation: people, teams, labels, priorities, macros. Names, not ids. */
import type { Priority } from '../contract/entities.ts';
import type { ConversationAction } from '../contract/outbox.ts';
import { allowsFreeText } from '../window/window-state.ts';
import type { CommandContext, CommandProblem, CommandProblemKey, ParsedCommand } from './parse-command.ts';

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

/** A team, or `none`. */
export function parseTeamOnly(argument: string, context: CommandContext): ParsedCommand {
  const name = argument.replace(/^@/u, '').trim();
  if (name === '') return problem('command.team.which');
  if (name.toLowerCase() === 'none') return { type: 'act', action: { kind: 'assign-team', teamId: null } };
  return parseTeam(name, context);
}

/** Who a text begins with: the longest whole name, else one that a single word of the text begins. The rest is behind it. */
function receiverOf(text: string, { agents, teams }: CommandContext): { name: string; rest: string } | null {
  const bare = text.replace(/^@/u, '');
  const begins = (name: string): boolean =>
    name !== '' &&
    bare.toLowerCase().startsWith(name.toLowerCase()) &&
    !/^[\p{L}\p{N}_]/u.test(bare.slice(name.length));
  const names = [...agents, ...teams].map(({ name }) => name);
  const whole = names.filter(begins).toSorted((a, b) => b.length - a.length)[0];
  if (whole !== undefined) return { name: whole, rest: bare.slice(whole.length) };
  const [word = ''] = /^[^\s:,]+/u.exec(bare) ?? [];
  return word === '' ? null : { name: word, rest: bare.slice(word.length) };
}

/** `@name` and what they should know: they get the conversation, and a note that names them. */
export function parseHandover(argument: string, context: CommandContext): ParsedCommand {
  const receiver = receiverOf(argument, context);
  if (receiver === null) return problem('command.assign.who');
  const parsed = parseAssign(receiver.name, context);
  if (parsed.type !== 'act') return parsed;
  const to = receiverName(parsed.action, context);
  const words = receiver.rest.replace(/^[\s:,]+/u, '').trim();
  const first = words === '' ? `@${to}` : `@${to} ${words}`;
  return { type: 'hand-over', text: `${first}\n\n${context.handoverSummary}`.trim(), action: parsed.action };
}

function receiverName(action: ConversationAction, { agents, teams }: CommandContext): string {
  if (action.kind === 'assign') return agents.find(({ id }) => id === action.assigneeId)?.name ?? '';
  return action.kind === 'assign-team' ? (teams.find(({ id }) => id === action.teamId)?.name ?? '') : '';
}

/** One of the team's macros. One that writes to the customer is a reply as far as the window goes (law 1). */
export function parseMacro(argument: string, { macros, window }: CommandContext): ParsedCommand {
  if (argument === '') return problem('command.macro.which');
  const found = named(macros, argument, (macro) => macro.name);
  const [macro] = found;
  if (macro === undefined) return problem('command.macro.not-found', { name: argument });
  if (found.length > 1) return problem('command.macro.ambiguous', { name: argument, count: found.length });
  if (macro.writesToCustomer && !allowsFreeText(window)) return problem('command.macro.locked', { name: macro.name });
  return { type: 'act', action: { kind: 'run-macro', macroId: macro.id, name: macro.name } };
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
