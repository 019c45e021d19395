/** Enter, input methods, the leak guard and the banners: what may leave, and when. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { announced, banner, button, closed, desk, field, mode, note, open, write } from './composer-support.tsx';
import {
  aConversation,
  aMessage,
  anOutboxItem,
  aReply,
  hour,
  liveSync,
  serverNow,
  windowWithLeft,
} from './support/fixtures.ts';

const dialog = (): string => document.querySelector('dialog[open]')?.textContent ?? '';
const bannerText = (): string => document.querySelector('[data-testid="lock-banner"]')?.textContent ?? '';
const enter = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true };
const press = (change: KeyboardEventInit): boolean =>
  field().dispatchEvent(new KeyboardEvent('keydown', { ...enter, ...change }));

/** What a browser does when an input method puts a word into the field. */
function compose(text: string): void {
  const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  field().dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  for (let length = 1; length <= text.length; length += 1) {
    setValue?.call(field(), text.slice(0, length));
    field().dispatchEvent(
      new InputEvent('input', { bubbles: true, isComposing: true, inputType: 'insertCompositionText' }),
    );
  }
}
const composed = (): boolean => field().dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));

test.for(['chromium', 'safari'])(
  'the Enter that ends a composition does not send (order of events in %s)',
  async (browser) => {
    const contract = await desk(open);
    field().focus();
    compose('にほん');
    if (browser === 'chromium') {
      press({ isComposing: true, keyCode: 229 });
      composed();
    } else {
      composed();
      press({ keyCode: 229 });
    }
    expect(contract.callsOf('replies.send')).toHaveLength(0);
    expect(field().value).toBe('にほん');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => contract.callsOf('replies.send')).toHaveLength(1);
  },
);

test('a prefix that is composed in a locked conversation ends as a note, and no letter is lost', async () => {
  await desk(closed);
  field().focus();
  compose('@');
  expect(mode()).toBe('reply');
  composed();
  await expect.poll(mode).toBe('note');
  expect(field().value).toBe('@');
});

test('two Enters in one breath, and one that is held down, send once', async () => {
  const contract = await desk(open);
  await write('Once');
  press({});
  press({});
  press({ repeat: true });
  press({ ctrlKey: true });
  await expect.poll(() => field().value).toBe('');
  press({ repeat: true });
  press({});
  expect(contract.callsOf('replies.send')).toHaveLength(1);
  expect(contract.world.outbox).toHaveLength(1);
});

test('Ctrl+Shift+Enter sends and closes, in this order; what is refused does not close', async () => {
  const contract = await desk(open);
  contract.refuse('replies.send', 'storage');
  await write('All done{Control>}{Shift>}{Enter}{/Shift}{/Control}');
  await expect.poll(note).not.toBe('');
  expect(contract.callsOf('conversations.act')).toHaveLength(0);
  contract.refuse('replies.send', null);
  await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
  await expect.poll(() => contract.callsOf('conversations.act')).toHaveLength(1);
  expect(contract.callsOf('conversations.act')[0]?.action).toMatchObject({ kind: 'set-status', status: 'resolved' });
  const order = contract.calls.map(({ name }) => name).filter((name) => /replies\.send|\.act$/u.test(name));
  expect(order).toEqual(['replies.send', 'replies.send', 'conversations.act']);
});

test('arrow up in the empty field brings the last queued text back, with the caret at its end', async () => {
  const contract = await desk(open, { outbox: [anOutboxItem({ content: aReply('Almost right') })] });
  field().focus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.poll(() => field().value).toBe('Almost right');
  expect(field().selectionStart).toBe(12);
  expect(contract.world.outbox).toHaveLength(0);
});

test('a teammate named inside a reply is asked about, with what gave it away', async () => {
  const contract = await desk(open);
  await write('I will ask @ana about it{Enter}');
  await expect.poll(dialog).toMatch(/Send this to Mara Singh\?.*It names @ana and looks like a note/u);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement).toBe(field());
  expect(contract.callsOf('replies.send')).toHaveLength(0);
  await userEvent.keyboard('{Enter}');
  await expect.poll(dialog).not.toBe('');
  await button('Send to customer').click();
  await expect.poll(() => contract.callsOf('replies.send')[0]?.body.text).toBe('I will ask @ana about it');
});

test('the counter shows near the limit, and a text beyond it stays and says why', async () => {
  const contract = await desk(open);
  field().focus();
  document.execCommand('insertText', false, 'x'.repeat(4_090));
  await expect.poll(() => document.querySelector('.composer-left')?.textContent).toBe('6 characters left');
  document.execCommand('insertText', false, 'x'.repeat(10));
  await userEvent.keyboard('{Enter}');
  await expect.poll(note).toMatch(/4,100 characters and 4,096 are possible/u);
  expect(field().value).toHaveLength(4_100);
  expect(contract.callsOf('replies.send')).toHaveLength(0);
});

const lockedWindow = windowWithLeft(-2 * hour);
const failed = (code: number) =>
  new Map([[1, [aMessage({ id: 3, kind: 'outgoing', delivery: 'failed', failure: { code, text: `${code}: x` } })]]]);
test.for([
  ['closed', { window: lockedWindow }, {}, /WhatsApp only accepts a template now.*Choose template.*Add note/u],
  ['closed-no-template', { window: lockedWindow }, { templates: [] }, /no approved template.*Add note.*Tell admin/u],
  [
    'template-sent',
    { window: lockedWindow, templateSentAt: serverNow },
    {},
    /Template sent .*when Mara Singh answers.*Add note/u,
  ],
  [
    'never-opened',
    { window: windowWithLeft(0, { openedAt: null, openedBy: null }) },
    {},
    /first message has to be a template/u,
  ],
  ['last', { window: windowWithLeft(6 * 60_000) }, {}, /Messages sent after .* will be refused/u],
  ['guard', { window: windowWithLeft(60_000) }, {}, /Less than 90 seconds left/u],
  ['unverified', { window: windowWithLeft(hour, { complete: false }) }, {}, /cannot be sure.*Check clock/u],
  [
    'unverified-offline',
    { window: windowWithLeft(hour, { complete: false }) },
    { sync: { ...liveSync, offlineSince: serverNow } },
    /offline/u,
  ],
  ['opted-out', {}, { messages: failed(131_050) }, /stopped marketing messages\. Utility templates may still be sent/u],
  ['undeliverable', {}, { messages: failed(131_026) }, /could not deliver to this number/u],
] as const)('banner %s: says why, and what now', async ([expected, change, world, words]) => {
  await desk(aConversation({ id: 1, ...change }), { ...world } as Parameters<typeof desk>[1]);
  await expect.poll(banner).toBe(expected);
  expect(bannerText()).toMatch(words);
  // It was so when the conversation was opened: nothing to announce.
  expect(announced()).toBe('');
  expect(field().disabled).toBe(false);
});

test('"Tell admin" writes a note that a person still has to send, and keeps what was in it', async () => {
  const contract = await desk(closed, { templates: [] });
  await button('Note').click();
  await userEvent.keyboard('Called twice.');
  await button('Tell admin').click();
  expect(mode()).toBe('note');
  expect(field().value).toMatch(/^Called twice\.\nFor an admin: this number has no approved template/u);
  expect(contract.callsOf('notes.add')).toHaveLength(0);
});
