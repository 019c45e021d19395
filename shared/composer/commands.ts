/** The commands of the prefix `/`: their list, how a typed line is read, and "did you mean". */
import type { Agent, ConversationAction, Label, Team } from '../contract/entities.ts';
import { windowPolicy } from '../window/policy.ts';
import type { WindowState } from '../window/window-state.ts';
import { parseAssign, parseLabels, parsePriority, problem } from './command-arguments.ts';
import { parseMoment } from './moments.ts';

export type CommandName =
  'assign' | 'unassign' | 'snooze' | 'close' | 'reopen' | 'label' | 'priority' | 'template' | 'note' | 'help';

type CommandWithArgument = 'assign' | 'snooze' | 'label' | 'priority' | 'template' | 'note';

export interface Command {
  readonly name: CommandName;
  /** i18n keys: what it does, and its argument ("@name or me"); null: takes none. */
  readonly descriptionKey: `command.${CommandName}.description`;
  readonly argumentKey: `command.${CommandWithArgument}.argument` | null;
  /** Applied on this device at once and sent later. */
  readonly worksOffline: boolean;
  readonly canUndo: boolean;
}

/** What commands are read against. */
export interface CommandContext {
  readonly agents: readonly Agent[];
  readonly teams: readonly Team[];
  /** Only these can be put on a conversation: a typed word never becomes a label. */
  readonly labels: readonly Label[];
  /** The signed-in agent's id, for `/assign me`. */
  readonly me: number;
  /** Server time, epoch ms. */
  readonly now: number;
  /** IANA name of the agent's zone, for "tomorrow 9". */
  readonly timeZone: string;
  readonly window: WindowState;
}

export type CommandProblemKey =
  | 'command.unknown' // { name, suggestion }: "No command /asign. Did you mean /assign?"
  | 'command.unknown-no-suggestion' // { name }
  | 'command.assign.who' // nobody named
  | 'command.assign.not-found' // { name }
  | 'command.assign.ambiguous' // { name, count }
  | 'command.label.which' // nothing named
  | 'command.label.not-found' // { name }
  | 'command.label.ambiguous' // { name, count }
  | 'command.priority.which' // none of the words we know
  | 'command.snooze.when' // { text }: not understood
  | 'command.snooze.past'
  | 'command.snooze.no-window' // "before close" without an open window
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
  | { readonly type: 'help' }
  | { readonly type: 'problem'; readonly problem: CommandProblem };

/** Only what works today; a command that does nothing is not offered. */
export const commands: readonly Command[] = [
  {
    name: 'assign',
    descriptionKey: 'command.assign.description',
    argumentKey: 'command.assign.argument',
    canUndo: true,
    worksOffline: true,
  },
  {
    name: 'unassign',
    descriptionKey: 'command.unassign.description',
    argumentKey: null,
    canUndo: true,
    worksOffline: true,
  },
  {
    name: 'snooze',
    descriptionKey: 'command.snooze.description',
    argumentKey: 'command.snooze.argument',
    canUndo: true,
    worksOffline: true,
  },
  { name: 'close', descriptionKey: 'command.close.description', argumentKey: null, canUndo: true, worksOffline: true },
  {
    name: 'reopen',
    descriptionKey: 'command.reopen.description',
    argumentKey: null,
    canUndo: true,
    worksOffline: true,
  },
  {
    name: 'label',
    descriptionKey: 'command.label.description',
    argumentKey: 'command.label.argument',
    canUndo: true,
    worksOffline: true,
  },
  {
    name: 'priority',
    descriptionKey: 'command.priority.description',
    argumentKey: 'command.priority.argument',
    canUndo: true,
    worksOffline: true,
  },
  {
    name: 'template',
    descriptionKey: 'command.template.description',
    argumentKey: 'command.template.argument',
    canUndo: false,
    worksOffline: true,
  },
  {
    name: 'note',
    descriptionKey: 'command.note.description',
    argumentKey: 'command.note.argument',
    canUndo: false,
    worksOffline: true,
  },
  { name: 'help', descriptionKey: 'command.help.description', argumentKey: null, canUndo: false, worksOffline: true },
];

export function findCommand(name: string): Command | null {
  const wanted = name.toLowerCase();
  return commands.find((known) => known.name === wanted) ?? null;
}

/** Commands whose name begins with the query, then those that contain it. */
export function matchCommands(query: string): readonly Command[] {
  const wanted = query.toLowerCase();
  const begins = commands.filter((known) => known.name.startsWith(wanted));
  const contains = commands.filter((known) => !begins.includes(known) && known.name.includes(wanted));
  return [...begins, ...contains];
}

/** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/** The command that was probably meant: at most two edits away, and fewer than half of the word. */
export function suggestCommand(name: string): CommandName | null {
  const wanted = name.toLowerCase().slice(0, 32);
  let best: { name: CommandName; distance: number } | null = null;
  for (const known of commands) {
    const distance = editDistance(wanted, known.name);
    if (distance <= 2 && distance * 2 < known.name.length && (best === null || distance < best.distance)) {
      best = { name: known.name, distance };
    }
  }
  return best?.name ?? null;
}

function unknownCommand(name: string): ParsedCommand {
  const suggestion = suggestCommand(name);
  if (suggestion === null) return problem('command.unknown-no-suggestion', { name });
  return { type: 'problem', problem: { key: 'command.unknown', params: { name, suggestion }, suggestion } };
}

/** Nothing: until the customer answers. "before close": an hour before the window ends. */
function parseSnooze(argument: string, context: CommandContext): ParsedCommand {
  const until = (snoozedUntil: number | null): ParsedCommand => ({
    type: 'act',
    action: { kind: 'set-status', status: 'snoozed', snoozedUntil },
  });
  if (argument === '') return until(null);
  if (/^before close$/iu.test(argument)) {
    const { closesAt } = context.window;
    if (closesAt === null) return problem('command.snooze.no-window');
    const at = closesAt - windowPolicy.urgentMs;
    return at > context.now ? until(at) : problem('command.snooze.past');
  }
  const at = parseMoment(argument, context.now, context.timeZone);
  if (at === null) return problem('command.snooze.when', { text: argument });
  return at > context.now ? until(at) : problem('command.snooze.past');
}

/**
 * Reads a text that starts with `/`. Only its first line is the command; `/note` takes the whole text. The words are
 * those of the page's language later; v1 is English.
 */
export function parseCommand(text: string, context: CommandContext): ParsedCommand {
  const [line = ''] = text.split('\n', 1);
  const [, name = '', rest = ''] = /^\/(\S*)\s*(.*)$/u.exec(line) ?? [];
  const known = findCommand(name);
  if (known === null) return unknownCommand(name);
  const argument = rest.trim();
  if (known.argumentKey === null && argument !== '') return problem('command.no-argument', { name: known.name });
  switch (known.name) {
    case 'assign':
      return parseAssign(argument, context);
    case 'label':
      return parseLabels(argument, context);
    case 'priority':
      return parsePriority(argument);
    case 'unassign':
      return { type: 'act', action: { kind: 'assign', assigneeId: null } };
    case 'snooze':
      return parseSnooze(argument, context);
    case 'close':
      return { type: 'act', action: { kind: 'set-status', status: 'resolved', snoozedUntil: null } };
    case 'reopen':
      return { type: 'act', action: { kind: 'set-status', status: 'open', snoozedUntil: null } };
    case 'template':
      return { type: 'template', search: argument };
    case 'note': {
      const note = text.slice(1 + name.length).trim();
      return note === '' ? problem('command.note.empty') : { type: 'note', text: note };
    }
    case 'help':
      return { type: 'help' };
  }
}
