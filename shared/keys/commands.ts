/**
 * The one table of everything that has, or could be given, a key. The page registers what a command does (`useCommand`), the
 * key overview, the palette and the settings page are drawn from this list. Source: agent-desk-ui §4.7.
 *
 * Keys are written as in `keys.ts`: `Mod` is Ctrl, or Cmd on a Mac; a space separates the steps of a sequence. Never Alt.
 */

/**
 * Where a key works: `anywhere` on every page; `list` and `thread` in the inbox while no text field has the focus (or
 * everywhere in it, for keys with `Mod`); `go` on every page outside text fields; `composer` while the composer has the focus.
 */
export type Scope = 'anywhere' | 'go' | 'list' | 'thread' | 'composer';

const anywhere = {
  'palette.open': ['Mod+K'],
  'search.open': ['Mod+Shift+F'],
  'pane.next': ['F6'],
  'pane.previous': ['Shift+F6'],
  'view.1': ['Mod+1'],
  'view.2': ['Mod+2'],
  'view.3': ['Mod+3'],
  'view.4': ['Mod+4'],
  'view.5': ['Mod+5'],
  'view.6': ['Mod+6'],
  'view.7': ['Mod+7'],
  'view.8': ['Mod+8'],
  'view.9': ['Mod+9'],
  'settings.open': ['Mod+,'],
  undo: ['Mod+Z'],
  'outbox.open': ['Mod+Shift+O'],
  'keys.show': ['F1', '?'],
  'zoom.in': ['Mod+Plus', 'Mod+='],
  'zoom.out': ['Mod+-'],
  'zoom.reset': ['Mod+0'],
  'conversation.start': [],
  'intro.start': [],
  'diagnostics.open': [],
  'sync.retry': [],
} as const;

const go = {
  'go.inbox': ['G I'],
  'go.mine': ['G M'],
  'go.closing': ['G C'],
  'go.unassigned': ['G U'],
  'go.snoozed': ['G S'],
  'go.outbox': ['G O'],
  'go.drafts': ['G D'],
} as const;

/** For the conversation that has the focus in the list, otherwise for the open one; with a selection, for all of it. */
const list = {
  'list.next': ['J'],
  'list.previous': ['K'],
  'list.select': ['X'],
  'list.extendNext': ['Shift+J'],
  'list.extendPrevious': ['Shift+K'],
  'conversation.reply': ['R'],
  'conversation.note': ['N'],
  'conversation.template': ['T'],
  'conversation.assign': ['A'],
  'conversation.assignMe': ['I'],
  'conversation.snooze': ['S'],
  'conversation.label': ['L'],
  'conversation.close': ['E'],
  'conversation.unread': ['U'],
  'sweep.start': ['W'],
  'list.filter': ['/'],
  'list.focus': ['['],
  'context.toggle': [']'],
} as const;

const thread = {
  'thread.find': ['Mod+F'],
  'thread.quote': ['Q'],
} as const;

const composer = {
  'composer.send': ['Mod+Enter'],
  'composer.sendAndClose': ['Mod+Shift+Enter'],
  'composer.switchMode': ['Mod+Shift+M'],
  'composer.template': ['Mod+Shift+P'],
} as const;

export type CommandId =
  keyof typeof anywhere | keyof typeof go | keyof typeof list | keyof typeof thread | keyof typeof composer;

export interface Command {
  readonly id: CommandId;
  readonly scope: Scope;
  /** All of them work; a key of the person's own replaces them all. */
  readonly keys: readonly string[];
}

function scoped(scope: Scope, table: Readonly<Partial<Record<CommandId, readonly string[]>>>): readonly Command[] {
  return Object.entries(table).map(([id, keys]) => ({ id: id as CommandId, scope, keys }));
}

/** In the order of the key overview. */
export const commands: readonly Command[] = [
  ...scoped('anywhere', anywhere),
  ...scoped('go', go),
  ...scoped('list', list),
  ...scoped('thread', thread),
  ...scoped('composer', composer),
];

/** These work inside dialogs too, which otherwise have the keyboard for themselves. */
export const alsoInDialogs: ReadonlySet<CommandId> = new Set(['zoom.in', 'zoom.out', 'zoom.reset']);

/** Keys that belong to their control and cannot be changed; only for the overview. */
export const fixedKeys = [
  { id: 'list.arrows', scope: 'list', keys: ['ArrowDown', 'ArrowUp'] },
  { id: 'list.open', scope: 'list', keys: ['Enter'] },
  { id: 'thread.page', scope: 'thread', keys: ['PageUp', 'PageDown'] },
  { id: 'thread.ends', scope: 'thread', keys: ['Home', 'End'] },
  { id: 'composer.enter', scope: 'composer', keys: ['Enter'] },
  { id: 'composer.newLine', scope: 'composer', keys: ['Shift+Enter'] },
  { id: 'composer.leave', scope: 'composer', keys: ['Escape'] },
  { id: 'composer.editLast', scope: 'composer', keys: ['ArrowUp'] },
] as const satisfies readonly { readonly id: string; readonly scope: Scope; readonly keys: readonly string[] }[];
export type FixedKeyId = (typeof fixedKeys)[number]['id'];
