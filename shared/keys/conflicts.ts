/** What speaks against a key, before the person gives it to a command. */
import { commands, type CommandId, type Scope } from './commands.ts';
import { keymapOf, startsWith, type Binding } from './keymap.ts';
import { canPress, type Layout } from './layouts.ts';
import { isLetter, isSingle, parseBinding, writeChord, type Chord } from './keys.ts';

export type KeyProblem =
  /** Not a key, with Alt, or a sequence of anything but single keys. */
  | { readonly kind: 'unreadable' }
  /** The system, the browser or text editing needs it. */
  | { readonly kind: 'reserved' }
  | { readonly kind: 'taken'; readonly by: CommandId }
  /** No press on this keyboard makes it. */
  | { readonly kind: 'not-on-keyboard' };

/** Written as bindings; `Mod` stands for Ctrl and Cmd alike, so a key that either system needs is left alone. */
const reserved: ReadonlySet<string> = new Set(
  [
    ['A', 'C', 'V', 'X', 'Y', 'H', 'M', 'N', 'Q', 'R', 'T', 'W', 'P', 'S', 'L', 'J'].map((key) => `Mod+${key}`),
    ['Z', 'V', 'N', 'Q', 'R', 'T', 'W', 'I', 'C', 'J', 'Delete'].map((key) => `Mod+Shift+${key}`),
    ['Enter', 'Escape', 'Tab', 'Backspace', 'Delete', 'Home', 'End', 'PageUp', 'PageDown', 'Space'],
    ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'F3', 'F5', 'F7', 'F10', 'F11', 'F12'],
    ['Tab', 'Backspace', 'Delete', 'Home', 'End', 'Space', 'F4', 'F5'].map((key) => `Mod+${key}`),
    ['Shift+Tab', 'Shift+Enter', 'Shift+F10', 'Shift+Delete'],
  ].flat(),
);

/** null: `written` can be given to `command`. `changes`: what the person has changed so far. */
export function keyProblem(
  command: CommandId,
  written: string,
  changes: Readonly<Record<string, string>>,
  keyboard: Layout | null,
): KeyProblem | null {
  const chords = parseBinding(written);
  if (chords === null || !isUsable(chords)) return { kind: 'unreadable' };
  const own = commands.find(({ id }) => id === command);
  const isDefault = own?.keys.includes(written) === true;
  if (!isDefault && chords.some((chord) => reserved.has(writeChord(chord)))) return { kind: 'reserved' };
  const scope = own?.scope ?? 'anywhere';
  const other = keymapOf(changes).find((binding) => binding.command !== command && collides(chords, scope, binding));
  if (other !== undefined) return { kind: 'taken', by: other.command };
  if (keyboard !== null && !chords.every((chord) => canPress(chord, keyboard))) return { kind: 'not-on-keyboard' };
  return null;
}

/** Shift with a character says nothing (it is part of typing it), and only letters can follow one another. */
function isUsable(chords: readonly Chord[]): boolean {
  const [first] = chords;
  if (first === undefined || chords.length > 2) return false;
  if (chords.length === 2) return chords.every((chord) => isSingle(chord) && isLetter(chord.key));
  return !first.shift || first.mod || isLetter(first.key) || first.key.length > 1;
}

/** The same keys, or the start of them, where both may work. */
function collides(chords: readonly Chord[], scope: Scope, other: Binding): boolean {
  if (!overlap(scope, other.scope)) return false;
  return startsWith(chords, other.chords) || startsWith(other.chords, chords);
}

/** `list` and `thread` share the inbox, and keys that work anywhere meet all others; the composer's win over the inbox's. */
function overlap(a: Scope, b: Scope): boolean {
  if (a === b || a === 'anywhere' || b === 'anywhere') return true;
  return a !== 'composer' && b !== 'composer';
}

/** Commands of the table whose keys meet each other: none, or the map is ambiguous. */
export function conflictsIn(changes: Readonly<Record<string, string>>): readonly (readonly [Binding, Binding])[] {
  const keymap = keymapOf(changes);
  return keymap.flatMap((a, index) =>
    keymap
      .slice(index + 1)
      .filter((b) => a.command !== b.command && collides(a.chords, a.scope, b))
      .map((b) => [a, b] as const),
  );
}
