/**
 * Keys in writing and as they arrive. A binding is one chord (`Mod+Shift+M`) or a sequence of single keys (`G I`). `Mod` is Ctrl,
 * on a Mac Cmd. Alt, Option and AltGr are in no chord: with them many keyboards type characters.
 */
export interface Chord {
  readonly mod: boolean;
  readonly shift: boolean;
  /** Upper-case letter, character, or the name of a key: `Enter`, `F6`, `ArrowUp`, `Plus`, `Space`. */
  readonly key: string;
}

/** What we need of a keyboard event, so that the rules run without a DOM. */
export interface Stroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly altGraph: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

const named: Readonly<Record<string, string>> = { '+': 'Plus', ' ': 'Space' };
const modifiers = new Set(['Mod', 'Shift']);

/** null: not a binding (empty, Alt, an unknown modifier, nothing but modifiers). */
export function parseBinding(binding: string): readonly Chord[] | null {
  const steps = binding.split(' ').map(parseChord);
  return steps.every((step) => step !== null) ? steps : null;
}

function parseChord(written: string): Chord | null {
  const parts = written.split('+');
  const key = parts.pop() ?? '';
  if (key === '' || modifiers.has(key) || !parts.every((part) => modifiers.has(part))) return null;
  return {
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    key: key.length === 1 ? key.toUpperCase() : key,
  };
}

export function writeChord({ mod, shift, key }: Chord): string {
  return `${mod ? 'Mod+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

/** A key without Mod that would type something in a text field; such bindings work outside text fields only. */
export function isSingle(chord: Chord): boolean {
  return !chord.mod && (chord.key.length === 1 || chord.key === 'Plus' || chord.key === 'Space');
}

export function isLetter(key: string): boolean {
  return /^[A-Z]$/.test(key);
}

/**
 * What a key press may mean, best first; empty: nothing of ours. It is read by the character it makes. Where that is not Latin
 * (Greek, Arabic, Cyrillic …) or a digit row that needs Shift (French), the place of the key says what it would be elsewhere.
 */
export function chordsOf(stroke: Stroke, mac: boolean): readonly Chord[] {
  // 229: the key belongs to an input method, also where the composition ended just before.
  if (stroke.isComposing || stroke.keyCode === 229 || stroke.altKey || stroke.altGraph) return [];
  const mod = mac ? stroke.metaKey : stroke.ctrlKey;
  if (mac ? stroke.ctrlKey : stroke.metaKey) return [];
  const keys = [keyName(stroke.key), keyByPlace(stroke)].filter((key): key is string => key !== null);
  return [...new Set(keys)].map((key) => ({ mod, shift: stroke.shiftKey && shiftCounts(key, mod), key }));
}

function keyName(key: string): string | null {
  if (['Shift', 'Control', 'Meta', 'Alt', 'AltGraph', 'Dead', 'Process', 'Unidentified'].includes(key)) return null;
  return named[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

function keyByPlace({ key, code, ctrlKey, metaKey, shiftKey }: Stroke): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  // With Shift an Arabic keyboard types brackets on letter keys.
  if (letter !== undefined) return (ctrlKey || metaKey ? isLetter(key.toUpperCase()) : isAscii(key)) ? null : letter;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  return digit !== undefined && (ctrlKey || metaKey) && !shiftKey ? digit : null;
}

function isAscii(key: string): boolean {
  return /^[\u0020-\u007e]+$/.test(key);
}

/** `?` needs Shift on one keyboard and not on another, so Shift says nothing about it; of letters and named keys it does. */
function shiftCounts(key: string, mod: boolean): boolean {
  if (key.length > 1) return key !== 'Plus' && key !== 'Space';
  return isLetter(key) || (mod && /^\d$/.test(key));
}

export function sameChord(a: Chord, b: Chord): boolean {
  return a.mod === b.mod && a.shift === b.shift && a.key === b.key;
}
