/**
 * Laws 2 and 3 through the real page: random keys, pastes, input methods, buttons, windows, refusals and changes of conversation
 * in Chromium. The same over many more sessions, without a page: test/unit/composer/law-2.test.ts. The seed is in the message.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { desk, field, mode, open } from './composer-support.tsx';
import { hour, minute, windowWithLeft } from './support/fixtures.ts';
import type { MemoryContract } from './support/memory-contract.ts';

/** What is typed carries the mark of its conversation and of the audience that the page shows at that key. */
const marks = { 1: { reply: '§', note: '¤' }, 2: { reply: '£', note: '¥' } } as const;
const windows = [20 * hour, 6 * minute, 60_000, -hour] as const;

type Act =
  | { readonly do: 'type' | 'paste' | 'compose'; readonly text: string }
  | { readonly do: 'keys'; readonly keys: string }
  | { readonly do: 'press'; readonly name: string }
  | { readonly do: 'window'; readonly left: number }
  | { readonly do: 'refuse'; readonly on: boolean };

const words = fc.constantFrom('/', '@', '//', '* ', 'a*b ', '*', '/close', '@ana', '\n', 'ass');
const keys = fc.constantFrom(
  '{Enter}',
  '{Enter}{Enter}',
  '{Escape}',
  '{Tab}',
  '{ArrowDown}',
  '{ArrowUp}',
  '{Control>}{Enter}{/Control}',
  '{Control>}{Shift>}m{/Shift}{/Control}',
);
const names = fc.constantFrom('Command', 'Mention', 'Note', 'open the first', 'open the second', 'Send', 'Add note');
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), text: words }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('paste' as const, 'compose' as const), text: words }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('keys' as const), keys }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('press' as const), name: names }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('window' as const), left: fc.constantFrom(...windows) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refuse' as const), on: fc.boolean() }) },
);

/** The conversation that the page shows, by whom it writes to. */
function shown(): 1 | 2 {
  return /Leo/u.test(document.querySelector('.composer-head')?.textContent ?? '') ? 2 : 1;
}
function marked(text: string): string {
  return text.replaceAll('*', marks[shown()][mode() === 'note' ? 'note' : 'reply']);
}
const countIn = (text: string): number => text.match(/[§¤£¥]/gu)?.length ?? 0;

const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
function input(text: string, init: InputEventInit): void {
  setValue?.call(field(), text);
  field().dispatchEvent(new InputEvent('input', { bubbles: true, ...init }));
}

/** Returns how many marks a person has put in. */
function put(how: 'type' | 'paste' | 'compose', text: string): number {
  field().focus();
  let typed = 0;
  if (how === 'type') {
    // Key by key: the page may change the audience under the first one.
    for (const letter of text) {
      const key = marked(letter);
      document.execCommand('insertText', false, key);
      typed += countIn(key);
    }
    return typed;
  }
  const whole = marked(text);
  if (how === 'paste') input(field().value + whole, { inputType: 'insertFromPaste' });
  else {
    field().dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    input(field().value + whole, { inputType: 'insertCompositionText', isComposing: true });
    const enter = { key: 'Enter', isComposing: true, keyCode: 229, bubbles: true, cancelable: true };
    field().dispatchEvent(new KeyboardEvent('keydown', enter));
    field().dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  }
  return countIn(whole);
}

async function play(contract: MemoryContract, done: Act): Promise<number> {
  switch (done.do) {
    case 'type':
    case 'paste':
    case 'compose':
      return put(done.do, done.text);
    case 'keys':
      field().focus();
      await userEvent.keyboard(done.keys);
      break;
    case 'press':
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.endsWith(done.name))?.click();
      break;
    case 'window':
      contract.world.conversations = contract.world.conversations.map((row) => ({
        ...row,
        window: windowWithLeft(done.left),
      }));
      contract.emit({ name: 'conversations.changed', data: { ids: null, revision: 1 } });
      break;
    case 'refuse':
      contract.refuse('replies.send', done.on ? 'storage' : null);
  }
  // A question or the template picker: a person's own act is no part of this walk, so it is left. One that has just come
  // takes no key for a moment, so that an Enter meant for the field does not answer it.
  const isAsked = () => document.querySelector('dialog[open]') !== null;
  const leave = async (): Promise<boolean> => {
    if (isAsked()) await userEvent.keyboard('{Escape}');
    return isAsked();
  };
  await expect.poll(leave, { timeout: 5_000 }).toBe(false);
  return 0;
}

/** Everything the core has been given or keeps, with its conversation and audience. */
function kept({ world }: MemoryContract): { conversationId: number; audience: string; text: string }[] {
  const drafts = [...world.drafts.values()];
  const items = world.outbox.flatMap(({ conversationId, content }) =>
    content.kind === 'reply' || content.kind === 'note'
      ? [{ conversationId, audience: content.kind === 'note' ? 'team' : 'customer', text: content.text }]
      : [],
  );
  return [...drafts, ...items];
}

function checkAudiences(contract: MemoryContract): void {
  const sent = [
    ...contract.callsOf('replies.send').map(({ conversationId, body }) => ({ conversationId, ...body })),
    ...contract.callsOf('notes.add').map(({ conversationId, body }) => ({ conversationId, ...body })),
    ...kept(contract),
  ];
  for (const { conversationId, audience, text } of sent) {
    const own = marks[conversationId === 2 ? 2 : 1][audience === 'team' ? 'note' : 'reply'];
    const foreign = Array.from(text).filter((letter) => countIn(letter) > 0 && letter !== own);
    expect(foreign, `in a text for ${audience} of ${conversationId}: ${text}`).toEqual([]);
  }
  expect(contract.callsOf('templates.send')).toHaveLength(0);
}

/** One of each goes out first, so that no walk ends without having come to the doors it watches. */
async function sendBoth(): Promise<number> {
  let typed = 0;
  for (let audience = 0; audience < 2; audience += 1) {
    typed += put('type', 'a*b');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => field().value).toBe('');
    await userEvent.keyboard('{Control>}{Shift>}m{/Shift}{/Control}');
  }
  return typed;
}

// Never run again: it would walk other ways, and a text that was lost once is lost.
test('no text reaches another audience or conversation, and none is lost', { timeout: 120_000, retry: 0 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 25, size: 'max' }), async (acts) => {
      await cleanup();
      const contract = await desk(open);
      let typed = await sendBoth();
      for (const done of acts) typed += await play(contract, done);
      window.dispatchEvent(new Event('pagehide'));
      await expect.poll(() => kept(contract).reduce((sum, { text }) => sum + countIn(text), 0)).toBe(typed);
      checkAudiences(contract);
      expect(contract.callsOf('replies.send').length).toBeGreaterThan(0);
      expect(contract.callsOf('notes.add').length).toBeGreaterThan(0);
    }),
    { numRuns: 8, endOnFailure: true },
  );
});
