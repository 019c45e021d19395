/** How a line that begins with `/` is read. */
import type { Agent, Label, Macro, Team } from '../contract/entities.ts';
import type { ConversationAction } from '../contract/outbox.ts';
import { readMoment } from '../snooze/read-moment.ts';
import { snoozeContext } from '../snooze/snooze-context.ts';
import type { WindowState } from '../window/window-state.ts';
import {
  parseAssign,
  parseHandover,
  parseLabels,
  parseMacro,
  parsePriority,
  parseTeamOnly,
  problem,
} from './command-arguments.ts';
import { findCommand, suggestCommand, type CommandName } from './commands.ts';

/** What commands are read against. */
export interface CommandContext {
  readonly agents: readonly Agent[];
  readonly teams: readonly Team[];
  /** Only these can be put on a conversation: a typed word never becomes a label. */
  readonly labels: readonly Label[];
  readonly macros: readonly Macro[];
  /** The signed-in agent's id, for `/assign me`. */
  readonly me: number;
  /** Server time, epoch ms. */
  readonly now: number;
  /** IANA name of the agent's zone, for "tomorrow 9". */
  readonly timeZone: string;
  /** Of the page, BCP 47, for "morgen 9". */
  readonly locale: string;
  readonly window: WindowState;
  /** What whoever takes over should know, in words of the page; '' : nothing. */
  readonly handoverSummary: string;
}

export type CommandProblemKey =
  | 'command.unknown' // { name, suggestion }: "No command /asign. Did you mean /assign?"
  | 'command.unknown-no-suggestion' // { name }
  | 'command.assign.who' // nobody named
  | 'command.assign.not-found' // { name }
  | 'command.assign.ambiguous' // { name, count }
  | 'command.team.which' // nothing named
  | 'command.label.which' // nothing named
  | 'command.label.not-found' // { name }
  | 'command.label.ambiguous' // { name, count }
  | 'command.macro.which' // nothing named
  | 'command.macro.not-found' // { name }
  | 'command.macro.ambiguous' // { name, count }
  | 'command.macro.locked' // { name }: it writes to the customer, who cannot be written to now
  | 'command.priority.which' // none of the words we know
  | 'command.snooze.when' // { text }: not understood
  | 'command.snooze.past'
  | 'command.snooze.no-window' // "before close" without an open window
  | 'command.remind.when' // no time
  | 'command.note.empty'
  | 'command.no-argument'; // { name }: takes no argument

export interface CommandProblem {
  readonly key: CommandProblemKey;
  readonly params: Readonly<Record<string, string | number>>;
  /** The command that was probably meant. */
  readonly suggestion: CommandName | null;
}

export type ParsedCommand =
  | { readonly type: 'act'; readonly action: ConversationAction }
  | { readonly type: 'template'; readonly search: string }
  | { readonly type: 'note'; readonly text: string }
  /** First the note, then the change. */
  | { readonly type: 'hand-over'; readonly text: string; readonly action: ConversationAction }
  | { readonly type: 'sms' }
  | { readonly type: 'explain-window' }
  | { readonly type: 'help' }
  | { readonly type: 'problem'; readonly problem: CommandProblem };

function unknownCommand(name: string): ParsedCommand {
  const suggestion = suggestCommand(name);
  if (suggestion === null) return problem('command.unknown-no-suggestion', { name });
  return { type: 'problem', problem: { key: 'command.unknown', params: { name, suggestion }, suggestion } };
}

/** Nothing: until the customer answers. */
function parseSnooze(argument: string, { window, now, timeZone, locale }: CommandContext): ParsedCommand {
  const until = (snoozedUntil: number | null): ParsedCommand => ({
    type: 'act',
    action: { kind: 'set-status', status: 'snoozed', snoozedUntil },
  });
  if (argument === '') return until(null);
  const reading = readMoment(argument, snoozeContext(window, now, timeZone), locale);
  switch (reading.kind) {
    case 'at':
      return until(reading.at);
    case 'no-window':
      return problem('command.snooze.no-window');
    case 'past':
      return problem('command.snooze.past');
    case 'not-understood':
      return problem('command.snooze.when', { text: argument });
  }
}

/** The server knows no reminder but a snooze, which brings the conversation back at its time: so that is what it is. */
function parseRemind(argument: string, context: CommandContext): ParsedCommand {
  return argument === '' ? problem('command.remind.when') : parseSnooze(argument, context);
}

function status(to: 'open' | 'resolved'): ParsedCommand {
  return { type: 'act', action: { kind: 'set-status', status: to, snoozedUntil: null } };
}

/**
 * Reads a text that starts with `/`. Only its first line is the command; `/note` and `/handover` take the whole text.
 * `/sms` takes none of it: what is typed in a note never goes to the customer (law 2).
 */
export function parseCommand(text: string, context: CommandContext): ParsedCommand {
  const [line = ''] = text.split('\n', 1);
  const [, name = '', rest = ''] = /^\/(\S*)\s*(.*)$/u.exec(line) ?? [];
  const known = findCommand(name);
  if (known === null) return unknownCommand(name);
  const argument = rest.trim();
  if (known.argumentKey === null && argument !== '') return problem('command.no-argument', { name: known.name });
  const whole = text.slice(1 + name.length).trim();
  switch (known.name) {
    case 'assign':
      return parseAssign(argument, context);
    case 'team':
      return parseTeamOnly(argument, context);
    case 'label':
      return parseLabels(argument, context);
    case 'priority':
      return parsePriority(argument);
    case 'macro':
      return parseMacro(argument, context);
    case 'handover':
      return parseHandover(whole, context);
    case 'unassign':
      return { type: 'act', action: { kind: 'assign', assigneeId: null } };
    case 'snooze':
      return parseSnooze(argument, context);
    case 'remind':
      return parseRemind(argument, context);
    case 'close':
      return status('resolved');
    case 'reopen':
      return status('open');
    case 'template':
      return { type: 'template', search: argument };
    case 'note':
      return whole === '' ? problem('command.note.empty') : { type: 'note', text: whole };
    case 'sms':
      return { type: 'sms' };
    case 'call-window':
      return { type: 'explain-window' };
    case 'help':
      return { type: 'help' };
  }
}
