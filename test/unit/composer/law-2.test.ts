/** Law 2: no text written for one audience reaches the other, whatever the keys, pastes and windows, except by a person's own act. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  startComposer,
  step,
  type ComposerEvent,
  type ComposerMode,
  type ComposerState,
  type ComposerStep,
} from '../../../shared/composer/composer-machine.ts';
import type { WindowKind } from '../../../shared/window/window-state.ts';
import { context, pasted, typed } from './support.ts';

/** Every chunk carries the mark of the field it is put into: R for the reply, N for the note. */
const mark = { reply: 'R', note: 'N' } as const;
const windows: readonly WindowKind[] = ['unlimited', 'none', 'open', 'last', 'guard', 'closed', 'unverified'];

type Act =
  | { kind: 'chunk'; chunk: string; how: 'typed' | 'pasted' | 'front' | 'late'; composing: boolean }
  | { kind: 'erase'; keep: number }
  | { kind: 'window'; window: WindowKind }
  /** A whole line, key by key into whichever field is open, and Enter: chance alone never spells a command. */
  | { kind: 'line'; line: string }
  | { kind: 'event'; event: ComposerEvent };

const plainEvents: readonly ComposerEvent[] = [
  { type: 'prefix', prefix: 'command' },
  { type: 'prefix', prefix: 'mention' },
  { type: 'prefix', prefix: 'note' },
  { type: 'menu-move', by: 1 },
  { type: 'menu-move', by: -1 },
  { type: 'menu-choose', index: null },
  { type: 'menu-choose', index: 2 },
  { type: 'escape' },
  { type: 'caret', caret: 0 },
  { type: 'caret', caret: 1 },
  { type: 'switch-mode', mode: 'reply' },
  { type: 'switch-mode', mode: 'note' },
  { type: 'submit', isComposing: false },
  { type: 'submit', isComposing: false },
  { type: 'submit', isComposing: true },
  { type: 'answer', answer: 'keep-editing' },
  { type: 'accepted' },
  { type: 'refused' },
  { type: 'unanswered' },
  { type: 'restored', mode: 'reply', text: 'R-back' },
  { type: 'restored', mode: 'note', text: 'N-back' },
  { type: 'recalled', mode: 'reply', text: 'R-earlier' },
  { type: 'recalled', mode: 'note', text: 'N-earlier' },
];

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('chunk' as const),
      chunk: fc.constantFrom(
        '/',
        '@',
        '/',
        '@',
        ' ',
        '\n',
        '*',
        'ana',
        'assign',
        'note ',
        'close',
        '*word',
        '//',
        '@@',
      ),
      how: fc.constantFrom('typed', 'typed', 'typed', 'pasted', 'front', 'late'),
      composing: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('line' as const),
      line: fc.constantFrom(
        '/label vip -delay',
        '/label *',
        '/priority high',
        '/assign retail',
        '/assign team *',
        '/close',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), keep: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('window' as const), window: fc.constantFrom(...windows) }) },
  { weight: 6, arbitrary: fc.constantFrom(...plainEvents).map((event) => ({ kind: 'event' as const, event })) },
);

function eventFor(state: ComposerState, done: Exclude<Act, { kind: 'window' | 'line' }>): ComposerEvent {
  if (done.kind === 'event') return done.event;
  if (done.kind === 'erase') return typed(state.mode, state[state.mode].text.slice(0, done.keep));
  const other: ComposerMode = state.mode === 'reply' ? 'note' : 'reply';
  const mode = done.how === 'late' ? other : state.mode;
  const chunk = done.chunk.replaceAll('*', mark[mode]);
  const old = state[mode].text;
  if (done.how === 'pasted') return pasted(mode, old + chunk);
  if (done.how === 'front')
    return { type: 'typed', mode, text: chunk + old, caret: chunk.length, isComposing: done.composing };
  const text = old + chunk;
  return { type: 'typed', mode, text, caret: text.length, isComposing: done.composing };
}

interface Counts {
  replies: number;
  notes: number;
  readonly acts: Set<string>;
  steps: number;
}

/** The line typed into an empty field, and sent; the mode may change under the keys. */
function* lineEvents(line: string, read: () => ComposerState): Generator<ComposerEvent> {
  yield typed(read().mode, '');
  for (const key of line) {
    const { mode } = read();
    yield typed(mode, read()[mode].text + key.replace('*', mark[mode]));
  }
  yield { type: 'escape' };
  yield { type: 'submit', isComposing: false };
}

function check(before: ComposerState, { state, effect }: ComposerStep, window: WindowKind, counts: Counts): void {
  // `/note …` typed in a reply is a person saying "this is a note".
  const saidNote = before.prefix.reply === 'typed' && before.reply.text.startsWith('/note');
  if (effect?.type === 'send-reply') {
    counts.replies += 1;
    expect(effect.text).not.toContain('N');
    expect(['unlimited', 'open', 'last']).toContain(window);
  }
  if (effect?.type === 'add-note' && !saidNote) {
    counts.notes += 1;
    // Mentions of the two agents bring no R with them.
    expect(effect.text).not.toContain('R');
  }
  if (effect?.type === 'act') {
    counts.acts.add(effect.action.kind);
    // What the server stores of it are names it already has, never words of a text.
    expect(JSON.stringify(effect.action)).not.toMatch(/[RN*]/u);
  }
  expect(state.reply.text).not.toContain('N');
  if (!saidNote) expect(state.note.text).not.toContain('R');
}

function run(acts: readonly Act[], counts: Counts): void {
  let state = startComposer(42);
  let window: WindowKind = 'open';
  const feed = (event: ComposerEvent): void => {
    const result = step(state, event, context(window));
    check(state, result, window, counts);
    ({ state } = result);
  };
  for (const done of acts) {
    counts.steps += 1;
    if (done.kind === 'window') ({ window } = done);
    else if (done.kind === 'line') for (const event of lineEvents(done.line, () => state)) feed(event);
    else feed(eventFor(state, done));
  }
}

describe('law 2', () => {
  it('keeps audiences apart over 10 000 random steps and more', () => {
    const counts: Counts = { replies: 0, notes: 0, acts: new Set(), steps: 0 };
    fc.assert(
      fc.property(fc.array(act, { minLength: 80, maxLength: 120, size: 'max' }), (acts) => run(acts, counts)),
      { numRuns: 300 },
    );
    expect(counts.steps).toBeGreaterThan(10_000);
    // The walk has to get to the doors it watches.
    expect(counts.replies).toBeGreaterThan(50);
    expect(counts.notes).toBeGreaterThan(50);
    expect([...counts.acts]).toEqual(
      expect.arrayContaining(['change-labels', 'set-priority', 'assign-team', 'set-status']),
    );
  });
});
