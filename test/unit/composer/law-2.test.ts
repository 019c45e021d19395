/**
 * Laws 2 and 3 over random sessions: no text, file or mention of one audience or conversation reaches another, and nothing typed
 * is lost, whatever the keys, pastes, input methods, windows and changes of conversation; except by a person's own act.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startComposer, step } from '../../../shared/composer/composer-machine.ts';
import type {
  ComposerEvent,
  ComposerMode,
  ComposerState,
  ComposerStep,
  StoredDrafts,
} from '../../../shared/composer/composer-types.ts';
import type { WindowKind } from '../../../shared/window/window-state.ts';
import { aFile, context, pasted, typed } from './support.ts';

/** Every chunk carries the mark of the field it is put into; `*` stands for it below. No name or ready text has one. */
const marks: Readonly<Record<number, Readonly<Record<ComposerMode, string>>>> = {
  42: { reply: '§', note: '¤' },
  43: { reply: '£', note: '¥' },
};
const allMarks = /[§¤£¥]/gu;
const windows: readonly WindowKind[] = ['unlimited', 'none', 'open', 'last', 'guard', 'closed', 'unverified'];

type Act =
  | { kind: 'chunk'; chunk: string; how: 'typed' | 'pasted' | 'front' | 'late' | 'inserted' }
  /** An input method: the growing word, and its end or not. */
  | { kind: 'composed'; chunk: string; ends: boolean }
  | { kind: 'erase'; keep: number }
  | { kind: 'window'; window: WindowKind }
  | { kind: 'conversation'; id: 42 | 43 }
  /** A key that was on its way when the conversation changed. */
  | { kind: 'stray'; event: ComposerEvent }
  | { kind: 'file'; id: string }
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
  { type: 'menu-choose', index: 17 },
  { type: 'escape' },
  { type: 'caret', caret: 0 },
  { type: 'caret', caret: 1 },
  { type: 'switch-mode', mode: 'reply' },
  { type: 'switch-mode', mode: 'note' },
  { type: 'submit', isComposing: false },
  { type: 'submit', isComposing: false },
  { type: 'submit', isComposing: false, andClose: true },
  { type: 'submit', isComposing: true },
  { type: 'use-as-reply' },
  { type: 'answer', answer: 'keep-editing' },
  { type: 'quote', messageId: 7 },
  { type: 'accepted' },
  { type: 'refused' },
  { type: 'unanswered' },
];

const chunk = fc.constantFrom(
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
);
const lines = [
  '/label vip -delay',
  '/label *',
  '/priority high',
  '/assign retail',
  '/team *',
  '/handover @ana *',
  '/macro refer',
  '/sms',
  '/close',
];
const how = fc.constantFrom('typed', 'typed', 'typed', 'pasted', 'front', 'late', 'inserted' as const);
const oneOf = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const kind = <K extends Act['kind']>(name: K) => fc.constant(name);

const act: fc.Arbitrary<Act> = fc.oneof(
  oneOf(12, fc.record({ kind: kind('chunk'), chunk, how })),
  oneOf(2, fc.record({ kind: kind('composed'), chunk, ends: fc.boolean() })),
  oneOf(2, fc.record({ kind: kind('line'), line: fc.constantFrom(...lines) })),
  oneOf(2, fc.record({ kind: kind('erase'), keep: fc.nat(3) })),
  oneOf(2, fc.record({ kind: kind('window'), window: fc.constantFrom(...windows) })),
  oneOf(1, fc.record({ kind: kind('conversation'), id: fc.constantFrom(42 as const, 43 as const) })),
  oneOf(1, fc.record({ kind: kind('stray'), event: fc.constantFrom(...plainEvents) })),
  oneOf(1, fc.record({ kind: kind('file'), id: fc.constantFrom('a', 'b', 'c') })),
  oneOf(12, fc.record({ kind: kind('event'), event: fc.constantFrom(...plainEvents) })),
);

function markOf(state: ComposerState, mode: ComposerMode): string {
  return marks[state.conversationId]?.[mode] ?? '?';
}

function chunkEvent(state: ComposerState, done: Extract<Act, { kind: 'chunk' }>): ComposerEvent {
  const other: ComposerMode = state.mode === 'reply' ? 'note' : 'reply';
  const mode = done.how === 'late' ? other : state.mode;
  const text = done.chunk.replaceAll('*', markOf(state, mode));
  const old = state[mode].text;
  const { caret } = state[mode];
  if (done.how === 'pasted') return pasted(mode, old + text);
  if (done.how === 'inserted') return { type: 'insert', mode, text, from: caret, to: caret };
  if (done.how === 'front') return { type: 'typed', mode, text: text + old, caret: text.length, isComposing: false };
  return typed(mode, old + text);
}

function* eventsOf(done: Act, read: () => ComposerState): Generator<ComposerEvent> {
  const { mode } = read();
  switch (done.kind) {
    case 'chunk':
      yield chunkEvent(read(), done);
      return;
    case 'composed': {
      const old = read()[mode].text;
      const word = done.chunk.replaceAll('*', markOf(read(), mode));
      for (let length = 1; length <= word.length; length += 1) {
        const text = old + word.slice(0, length);
        yield { type: 'typed', mode, text, caret: text.length, isComposing: true };
      }
      yield { type: 'submit', isComposing: true };
      if (done.ends) yield typed(mode, old + word);
      return;
    }
    case 'erase':
      yield typed(mode, read()[mode].text.slice(0, done.keep));
      return;
    case 'file':
      yield { type: 'files-added', mode, files: [aFile(markOf(read(), mode) + done.id)] };
      return;
    case 'line':
      yield typed(mode, '');
      for (const key of done.line) {
        const now = read().mode;
        yield typed(now, read()[now].text + key.replace('*', markOf(read(), now)));
      }
      yield { type: 'escape' };
      yield { type: 'submit', isComposing: false };
      return;
    case 'event':
    case 'stray':
      yield done.event;
      return;
    case 'window':
    case 'conversation':
  }
}

interface Counts {
  replies: number;
  notes: number;
  readonly acts: Set<string>;
  sessions: number;
}

function marksIn(text: string): readonly string[] {
  return text.match(allMarks) ?? [];
}

/** Law 2: what leaves, and what lies in each field, has only the marks of its own audience and conversation. */
function checkAudience(
  before: ComposerState,
  { state, effect }: ComposerStep,
  window: WindowKind,
  counts: Counts,
): void {
  // `/note …` and `/handover …` typed in a reply are a person saying "this is for the team".
  const saidTeam = before.prefix.reply === 'typed' && /^\/(?:note|handover)/u.test(before.reply.text);
  const [reply, note] = [markOf(state, 'reply'), markOf(state, 'note')];
  if (effect?.type === 'send-reply') {
    counts.replies += 1;
    expect(marksIn(effect.text + effect.files.join('')).every((mark) => mark === reply)).toBe(true);
    expect(['unlimited', 'open', 'last']).toContain(window);
  }
  if (effect?.type === 'add-note' && !saidTeam) {
    counts.notes += 1;
    expect(marksIn(effect.text + effect.files.join('')).every((mark) => mark === note)).toBe(true);
  }
  if (effect?.type === 'act') {
    counts.acts.add(effect.action.kind);
    // What the server stores of it are names it already has, never words of a text.
    expect(marksIn(JSON.stringify(effect.action))).toEqual([]);
  }
  if (effect !== null && 'conversationId' in effect) expect(effect.conversationId).toBe(before.conversationId);
  expect(marksIn(state.reply.text).every((mark) => mark === reply)).toBe(true);
  expect(marksIn(state.note.text).every((mark) => mark === note)).toBe(true);
}

/** Law 3: marks go only with a person's deletion, a chosen entry's query, a line that was run, or a text the core has. */
function checkKept(before: ComposerState, event: ComposerEvent, { state, effect }: ComposerStep): void {
  const held = (one: ComposerState): number => marksIn(one.reply.text + one.note.text).length;
  const lost = held(before) - held(state);
  const chooses = event.type === 'menu-choose' || (event.type === 'submit' && before.menu !== null);
  const ran = event.type === 'submit' && effect !== null && effect.type !== 'send-reply' && effect.type !== 'add-note';
  if (event.type === 'accepted') {
    expect(lost).toBeLessThanOrEqual(marksIn(before.inFlight?.text ?? '').length);
  } else if (event.type === 'typed') {
    // The field's new text is what a person made of it; the other field, or where a prefix took it, has the rest.
    const after = marksIn(event.text).length + marksIn(before[event.mode === 'reply' ? 'note' : 'reply'].text).length;
    const query = before.menu === null ? 0 : marksIn(event.text).length;
    expect(held(state)).toBeGreaterThanOrEqual(after - query);
  } else if (chooses || ran) {
    const [first = ''] = before[before.mode].text.slice(before.menu?.start ?? 0).split('\n', 1);
    expect(lost).toBeLessThanOrEqual(marksIn(first).length);
  } else {
    expect(lost).toBeLessThanOrEqual(0);
  }
}

function run(acts: readonly Act[], counts: Counts): void {
  const shelf = new Map<number, StoredDrafts>();
  let state = startComposer(42);
  let window: WindowKind = 'open';
  const feed = (event: ComposerEvent, conversationId: number): void => {
    const result = step(state, event, { ...context(window), conversationId });
    checkAudience(state, result, window, counts);
    if (conversationId === state.conversationId) checkKept(state, event, result);
    else expect(result).toMatchObject({ effect: null, state: { reply: state.reply, note: state.note } });
    ({ state } = result);
  };
  counts.sessions += 1;
  for (const done of acts) {
    if (done.kind === 'window') ({ window } = done);
    if (done.kind === 'conversation' && done.id !== state.conversationId) {
      const { reply, note, files, quotedId, conversationId } = state;
      shelf.set(conversationId, {
        reply: { ...reply, files: files.reply, quotedId },
        note: { ...note, files: files.note },
      });
      state = startComposer(done.id, shelf.get(done.id));
    }
    const shown = done.kind === 'stray' ? 85 - state.conversationId : state.conversationId;
    for (const event of eventsOf(done, () => state)) feed(event, shown);
  }
}

describe('laws 2 and 3', () => {
  it('keep audiences and conversations apart, and every text, over 10 000 random sessions', { timeout: 60_000 }, () => {
    const counts: Counts = { replies: 0, notes: 0, acts: new Set(), sessions: 0 };
    fc.assert(
      fc.property(fc.array(act, { minLength: 10, maxLength: 40, size: 'max' }), (acts) => run(acts, counts)),
      { numRuns: 10_000 },
    );
    expect(counts.sessions).toBeGreaterThanOrEqual(10_000);
    // The walk has to get to the doors it watches.
    expect(counts.replies).toBeGreaterThan(500);
    expect(counts.notes).toBeGreaterThan(500);
    const kinds = ['change-labels', 'set-priority', 'assign-team', 'set-status', 'run-macro'];
    expect([...counts.acts]).toEqual(expect.arrayContaining(kinds));
  });
});
