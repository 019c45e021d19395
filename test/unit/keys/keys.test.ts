import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../shared/keys/commands.ts';
import { keymapOf, match, type KeyPlace } from '../../../shared/keys/keymap.ts';
import { chordsOf, parseBinding, writeChord, type Stroke } from '../../../shared/keys/keys.ts';

const aStroke = (key: string, change: Partial<Stroke> = {}): Stroke => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  altGraph: false,
  isComposing: false,
  keyCode: 0,
  ...change,
});
const outside: KeyPlace = {
  inTextField: false,
  inComposer: false,
  inInbox: true,
  overlay: 'none',
  singleKeys: true,
};
const read = (stroke: Stroke, mac = false) => chordsOf(stroke, mac).map(writeChord);
const press = (place: Partial<KeyPlace>, stroke: Stroke, before: Stroke[] = []) => {
  const chords = before.flatMap((each) => chordsOf(each, false).slice(0, 1));
  return match(keymapOf({}), { ...outside, ...place }, chords, chordsOf(stroke, false));
};
const commandOf = (place: Partial<KeyPlace>, stroke: Stroke, before: Stroke[] = []) => {
  const found = press(place, stroke, before);
  return found.kind === 'run' ? found.binding.command : found.kind;
};

describe('a written key', () => {
  it.each([
    ['Mod+Shift+M', ['Mod+Shift+M']],
    ['G I', ['G', 'I']],
    ['?', ['?']],
    ['Mod+Plus', ['Mod+Plus']],
    ['mod+x', null],
    ['Alt+E', null],
    ['', null],
    ['Shift', null],
    ['G  I', null],
  ] as const)('%s', (written, expected) => {
    expect(parseBinding(written)?.map(writeChord) ?? null).toEqual(expected);
  });

  it('every key of the table can be read, and is written as it is printed back', () => {
    for (const { keys } of commands) {
      for (const written of keys) expect(parseBinding(written)?.map(writeChord).join(' ')).toBe(written);
    }
  });
});

describe('a pressed key', () => {
  it('is read by the character, and by its place only where that is not Latin', () => {
    expect(read(aStroke('z', { code: 'KeyY', ctrlKey: true }))).toEqual(['Mod+Z']);
    expect(read(aStroke('л', { code: 'KeyK', ctrlKey: true }))).toEqual(['Mod+Л', 'Mod+K']);
    expect(read(aStroke('&', { code: 'Digit1', ctrlKey: true }))).toEqual(['Mod+&', 'Mod+1']);
    expect(read(aStroke('/', { code: 'Digit7', shiftKey: true }))).toEqual(['/']);
    expect(read(aStroke('J', { code: 'KeyJ', shiftKey: true }))).toEqual(['Shift+J']);
  });

  it('is Ctrl on one system and Cmd on the other, never both', () => {
    expect(read(aStroke('k', { metaKey: true }), true)).toEqual(['Mod+K']);
    expect(read(aStroke('k', { ctrlKey: true }), true)).toEqual([]);
    expect(read(aStroke('k', { metaKey: true }))).toEqual([]);
  });

  it('means nothing with Alt, AltGr, a dead key, or while an input method has the keyboard', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
        fc.constantFrom<Partial<Stroke>>({ altKey: true }, { altGraph: true }, { isComposing: true }, { keyCode: 229 }),
        fc.boolean(),
        fc.boolean(),
        (key, held, ctrlKey, mac) => {
          expect(chordsOf(aStroke(key, { ...held, ctrlKey }), mac)).toEqual([]);
        },
      ),
    );
    expect(read(aStroke('Dead'))).toEqual([]);
  });
});

describe('what a key runs', () => {
  it('a single key outside text fields only, and not when single keys are off', () => {
    expect(commandOf({}, aStroke('r'))).toBe('conversation.reply');
    expect(commandOf({ inTextField: true }, aStroke('r'))).toBe('none');
    expect(commandOf({ singleKeys: false }, aStroke('r'))).toBe('none');
    expect(commandOf({ overlay: 'panel' }, aStroke('r'))).toBe('none');
    expect(commandOf({ inInbox: false }, aStroke('r'))).toBe('none');
  });

  it('a key with Ctrl or a function key anywhere, but in a dialog only the zoom', () => {
    expect(commandOf({ inTextField: true }, aStroke('k', { ctrlKey: true }))).toBe('palette.open');
    expect(commandOf({ inTextField: true }, aStroke('F6', { shiftKey: true }))).toBe('pane.previous');
    expect(commandOf({ overlay: 'dialog' }, aStroke('k', { ctrlKey: true }))).toBe('none');
    expect(commandOf({ overlay: 'dialog' }, aStroke('+', { ctrlKey: true, shiftKey: true }))).toBe('zoom.in');
  });

  it('a sequence step by step; the second key of it is not the single key of that name', () => {
    expect(commandOf({}, aStroke('g'))).toBe('pending');
    expect(commandOf({}, aStroke('i'), [aStroke('g')])).toBe('go.inbox');
    expect(commandOf({}, aStroke('i'))).toBe('conversation.assignMe');
    expect(commandOf({ inTextField: true }, aStroke('g'))).toBe('none');
  });

  it('the composer’s keys in the composer only', () => {
    const key = aStroke('M', { ctrlKey: true, shiftKey: true });
    expect(commandOf({ inTextField: true, inComposer: true }, key)).toBe('composer.switchMode');
    expect(commandOf({ inTextField: true }, key)).toBe('none');
  });

  it('a key of the person’s own replaces the default; empty takes it away; nonsense changes nothing', () => {
    const run = (changes: Record<string, string>, key: string) => {
      const found = match(keymapOf(changes), outside, [], chordsOf(aStroke(key), false));
      return found.kind === 'run' ? found.binding.command : found.kind;
    };
    expect(run({ 'conversation.close': 'B' }, 'b')).toBe('conversation.close');
    expect(run({ 'conversation.close': 'B' }, 'e')).toBe('none');
    expect(run({ 'conversation.close': '' }, 'e')).toBe('none');
    expect(run({ 'conversation.close': 'Alt+E' }, 'e')).toBe('conversation.close');
  });
});
