/** The commands of the prefix `/`: their list, how they are found, and "did you mean". What they do: parse-command.ts. */
import { editDistance, fuzzySort } from './fuzzy.ts';

type CommandWithArgument =
  'assign' | 'team' | 'snooze' | 'remind' | 'label' | 'priority' | 'template' | 'note' | 'handover' | 'macro';
type CommandAlone = 'unassign' | 'close' | 'reopen' | 'sms' | 'call-window' | 'help';
export type CommandName = CommandWithArgument | CommandAlone;

export interface Command {
  readonly name: CommandName;
  /** i18n keys: what it does, and its argument ("@name or me"); null: takes none. */
  readonly descriptionKey: `command.${CommandName}.description`;
  readonly argumentKey: `command.${CommandWithArgument}.argument` | null;
  /** Applied on this device at once and sent later. */
  readonly worksOffline: boolean;
  /** A button or another command takes it back. */
  readonly canUndo: boolean;
}

interface Traits {
  readonly canUndo?: boolean;
  readonly worksOffline?: boolean;
}

function taking(name: CommandWithArgument, { canUndo = false, worksOffline = true }: Traits): Command {
  const argumentKey = `command.${name}.argument` as const;
  return { name, descriptionKey: `command.${name}.description`, argumentKey, canUndo, worksOffline };
}

function alone(name: CommandAlone, { canUndo = false, worksOffline = true }: Traits): Command {
  return { name, descriptionKey: `command.${name}.description`, argumentKey: null, canUndo, worksOffline };
}

/** In the order of an empty menu: what is used most comes first. */
export const commands: readonly Command[] = [
  taking('assign', { canUndo: true }),
  alone('unassign', { canUndo: true }),
  taking('snooze', { canUndo: true }),
  alone('close', { canUndo: true }),
  alone('reopen', { canUndo: true }),
  taking('note', {}),
  taking('template', {}),
  taking('label', { canUndo: true }),
  taking('priority', { canUndo: true }),
  taking('team', { canUndo: true }),
  taking('handover', { canUndo: true }),
  taking('remind', { canUndo: true }),
  taking('macro', {}),
  // Opening a conversation on another channel waits for the server's answer.
  alone('sms', { worksOffline: false }),
  alone('call-window', {}),
  alone('help', {}),
];

export function findCommand(name: string): Command | null {
  const wanted = name.toLowerCase();
  return commands.find((known) => known.name === wanted) ?? null;
}

/** Commands that fit what was typed, best first. */
export function matchCommands(query: string): readonly Command[] {
  return fuzzySort(commands, query, ({ name }) => name);
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
