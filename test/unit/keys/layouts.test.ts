import { describe, expect, it } from 'vitest';
import { commands } from '../../../shared/keys/commands.ts';
import { conflictsIn, keyProblem } from '../../../shared/keys/conflicts.ts';
import { keymapOf, match, type KeyPlace } from '../../../shared/keys/keymap.ts';
import { canPress, closestLayout, layouts, pressesOf, type Layout } from '../../../shared/keys/layouts.ts';
import { chordsOf, parseBinding, type Chord, type Stroke } from '../../../shared/keys/keys.ts';

const composing: KeyPlace = {
  inTextField: true,
  inComposer: true,
  inInbox: true,
  overlay: 'none',
  singleKeys: true,
};

/** Presses that type something in a text field and yet would be taken away by one of our bindings. */
function swallowed(keyboard: Layout, read: (stroke: Stroke, mac: boolean) => readonly Chord[]): string[] {
  const keymap = keymapOf({});
  return pressesOf(keyboard)
    .filter(({ types }) => types !== '')
    .filter(({ stroke }) => match(keymap, composing, [], read(stroke, keyboard.mac)).kind !== 'none')
    .map(({ stroke, types }) => `${keyboard.id}: ${stroke.code} types ${types}`);
}

const named = (id: string): Layout => {
  const found = layouts.find((keyboard) => keyboard.id === id);
  if (found === undefined) throw new Error(`no layout ${id}`);
  return found;
};

describe('22 keyboards × all bindings', () => {
  it('there are 22, each with 48 keys in three rows', () => {
    expect(layouts).toHaveLength(22);
    for (const { id, rows } of layouts)
      expect([id, ...rows.map((row) => Array.from(row).length)]).toEqual([id, 48, 48, 48]);
  });

  it.each(layouts)('$name: no binding takes away what a key types in a text field', (keyboard) => {
    expect(swallowed(keyboard, chordsOf)).toEqual([]);
  });

  it('a reader that takes AltGr for Ctrl would be found out', () => {
    const careless = (stroke: Stroke, mac: boolean) =>
      chordsOf({ ...stroke, altKey: false, altGraph: false, metaKey: stroke.metaKey || (mac && stroke.altKey) }, mac);
    const found = layouts.flatMap((keyboard) => swallowed(keyboard, careless));
    expect(found.length).toBeGreaterThan(10);
    expect(new Set(found.map((line) => line.split(':')[0])).size).toBeGreaterThan(10);
  });

  it.each(layouts)('$name: every command can be reached by a key', (keyboard) => {
    const unreachable = commands
      .filter(({ keys }) => keys.length > 0)
      .filter(({ keys }) => !keys.some((key) => parseBinding(key)?.every((chord) => canPress(chord, keyboard))))
      .map(({ id }) => id);
    // Brackets need AltGr or Option on many keyboards, and a slash or a question mark does not exist on others.
    const known = new Set(['list.focus', 'context.toggle', 'list.filter']);
    expect(unreachable.filter((id) => !known.has(id))).toEqual([]);
  });

  it('knows that a bracket needs AltGr on a German keyboard and not on a Polish one', () => {
    const bracket = parseBinding('[')?.[0];
    expect(bracket !== undefined && canPress(bracket, named('de'))).toBe(false);
    expect(bracket !== undefined && canPress(bracket, named('pl'))).toBe(true);
  });
});

describe('which keyboard it is', () => {
  const typedOn = (keyboard: Layout, codes: readonly string[]) =>
    new Map(
      pressesOf(keyboard)
        .filter(({ stroke }) => !stroke.shiftKey && !stroke.ctrlKey && !stroke.altKey && !stroke.metaKey)
        .filter(({ stroke }) => !stroke.altGraph && (codes.length === 0 || codes.includes(stroke.code)))
        .map(({ stroke, types }) => [stroke.code, types] as const),
    );

  it.each(['us', 'de', 'fr', 'cz', 'hu', 'tr', 'ru', 'ara', 'be'])('finds %s again', (id) => {
    expect(closestLayout(typedOn(named(id), []), false)?.id).toBe(id);
  });

  it('says that it does not know when nothing fits', () => {
    expect(closestLayout(new Map([['KeyQ', 'ꙮ']]), false)).toBeNull();
  });
});

describe('giving a key to a command', () => {
  const problem = (command: Parameters<typeof keyProblem>[0], key: string, keyboard: Layout | null = null) =>
    keyProblem(command, key, {}, keyboard);

  it('the table has no conflicts in itself', () => {
    expect(conflictsIn({})).toEqual([]);
    expect(conflictsIn({ 'list.next': 'K' })).toHaveLength(1);
  });

  it('every default key is possible for its own command', () => {
    for (const { id, keys } of commands) for (const key of keys) expect([id, problem(id, key)]).toEqual([id, null]);
  });

  it.each([
    ['conversation.close', 'J', { kind: 'taken', by: 'list.next' }],
    ['conversation.close', 'G', { kind: 'taken', by: 'go.inbox' }],
    ['conversation.close', 'B', null],
    ['conversation.close', 'Mod+C', { kind: 'reserved' }],
    ['conversation.close', 'Enter', { kind: 'reserved' }],
    ['conversation.close', 'Alt+E', { kind: 'unreadable' }],
    ['conversation.close', 'Mod+K Mod+L', { kind: 'unreadable' }],
    ['composer.switchMode', 'Mod+K', { kind: 'taken', by: 'palette.open' }],
    ['composer.switchMode', 'Mod+F', null],
    ['go.inbox', 'H I', null],
  ] as const)('%s ← %s', (command, key, expected) => {
    expect(problem(command, key)).toEqual(expected);
  });

  it('says that a key is not on this keyboard', () => {
    expect(problem('conversation.close', '[', null)).toEqual({ kind: 'taken', by: 'list.focus' });
    expect(problem('list.focus', '[', named('de'))).toEqual({ kind: 'not-on-keyboard' });
    expect(problem('conversation.close', 'Mod+7', named('fr'))).toEqual({ kind: 'taken', by: 'view.7' });
  });
});
