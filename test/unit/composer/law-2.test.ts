/** Law 2: no text written for one audience reaches the other, whatever the keys, pastes and windows, except by a person's own act. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  startComposer,
  step,
  type ComposerEvent,
  type ComposerMode,
  type ComposerState,
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
  { type: 'restored', mode: 'reply', text: 'R-back' },
  { type: 'restored', mode: 'note', text: 'N-back' },
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
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), keep: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('window' as const), window: fc.constantFrom(...windows) }) },
  { weight: 6, arbitrary: fc.constantFrom(...plainEvents).map((event) => ({ kind: 'event' as const, event })) },
);

function eventFor(state: ComposerState, done: Exclude<Act, { kind: 'window' }>): ComposerEvent {
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
  steps: number;
}

function run(acts: readonly Act[], counts: Counts): void {
  let state = startComposer(42);
  let window: WindowKind = 'open';
  for (const done of acts) {
    counts.steps += 1;
    if (done.kind === 'window') {
      ({ window } = done);
      continue;
    }
    const event = eventFor(state, done);
    const before = state;
    const result = step(state, event, context(window));
    ({ state } = result);
    // `/note …` typed in a reply is a person saying "this is a note".
    const saidNote = before.prefix.reply === 'typed' && before.reply.text.startsWith('/note');
    if (result.effect?.type === 'send-reply') {
      counts.replies += 1;
      expect(result.effect.text).not.toContain('N');
      expect(['unlimited', 'open', 'last']).toContain(window);
    }
    if (result.effect?.type === 'add-note' && !saidNote) {
      counts.notes += 1;
      // Mentions of the two agents bring no R with them.
      expect(result.effect.text).not.toContain('R');
    }
    expect(state.reply.text).not.toContain('N');
    if (!saidNote) expect(state.note.text).not.toContain('R');
  }
}

describe('law 2', () => {
  it('keeps audiences apart over 10 000 random steps and more', () => {
    const counts: Counts = { replies: 0, notes: 0, steps: 0 };
    fc.assert(
      fc.property(fc.array(act, { minLength: 80, maxLength: 120, size: 'max' }), (acts) => run(acts, counts)),
      { numRuns: 300 },
    );
    expect(counts.steps).toBeGreaterThan(10_000);
    // The walk has to get to the doors it watches.
    expect(counts.replies).toBeGreaterThan(50);
    expect(counts.notes).toBeGreaterThan(50);
  });
});
