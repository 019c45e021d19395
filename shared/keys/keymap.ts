/** Which keys run which command, after what the person changed. */
import { alsoInDialogs, commands, type Command, type CommandId, type Scope } from './commands.ts';
import { isSingle, parseBinding, sameChord, type Chord } from './keys.ts';

export interface Binding {
  readonly command: CommandId;
  readonly scope: Scope;
  /** As written in the table or the settings. */
  readonly written: string;
  readonly chords: readonly Chord[];
}

export type Keymap = readonly Binding[];

/** `changes`: command → keys, as in the settings; empty: no key. What cannot be read counts as not changed. */
export function keymapOf(changes: Readonly<Record<string, string>>): Keymap {
  return commands.flatMap((command) =>
    keysOf(command, changes).flatMap((written) => {
      const chords = parseBinding(written);
      return chords === null ? [] : [{ command: command.id, scope: command.scope, written, chords }];
    }),
  );
}

export function keysOf({ id, keys }: Command, changes: Readonly<Record<string, string>>): readonly string[] {
  const own = changes[id];
  if (own === undefined) return keys;
  if (own === '') return [];
  return parseBinding(own) === null ? keys : [own];
}

/** Where the focus is, as far as keys are concerned. */
export interface KeyPlace {
  /** In an input, a text area or anything editable: single keys are text. */
  readonly inTextField: boolean;
  readonly inComposer: boolean;
  /** The inbox is shown. */
  readonly inInbox: boolean;
  /** `panel`: a menu or popover, which has the single keys for itself. `dialog`: modal, and has nearly all of them. */
  readonly overlay: 'none' | 'panel' | 'dialog';
  readonly singleKeys: boolean;
}

/** True if this binding may run with the focus there. */
export function worksAt({ command, scope, chords }: Binding, place: KeyPlace): boolean {
  if (place.overlay === 'dialog' && !alsoInDialogs.has(command)) return false;
  if (chords.some(isSingle) && (place.inTextField || place.overlay !== 'none' || !place.singleKeys)) return false;
  switch (scope) {
    case 'anywhere':
    case 'go':
      return true;
    case 'list':
    case 'thread':
      return place.inInbox;
    case 'composer':
      return place.inComposer;
  }
}

export type KeyMatch =
  | { readonly kind: 'run'; readonly binding: Binding }
  /** The first steps of a sequence. */
  | { readonly kind: 'pending'; readonly chords: readonly Chord[] }
  | { readonly kind: 'none' };

/** What the next key means after the steps so far. `strokes`: what that key may be, best first (`chordsOf`). */
export function match(keymap: Keymap, place: KeyPlace, before: readonly Chord[], strokes: readonly Chord[]): KeyMatch {
  const usable = keymap.filter((binding) => worksAt(binding, place));
  for (const stroke of strokes) {
    const typed = [...before, stroke];
    const fitting = usable.filter(({ chords }) => startsWith(chords, typed));
    const exact = fitting.find(({ chords }) => chords.length === typed.length);
    if (exact !== undefined) return { kind: 'run', binding: exact };
    if (fitting.length > 0) return { kind: 'pending', chords: typed };
  }
  return { kind: 'none' };
}

export function startsWith(chords: readonly Chord[], start: readonly Chord[]): boolean {
  return start.every((step, index) => {
    const chord = chords[index];
    return chord !== undefined && sameChord(chord, step);
  });
}
