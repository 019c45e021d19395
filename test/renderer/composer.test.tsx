import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { banner, button, closed, desk, field, mode, open, write } from './composer-support.tsx';
import {
  aClock,
  aConversation,
  anOutboxItem,
  aReply,
  liveSync,
  minute,
  serverNow,
  settings,
  windowWithLeft,
} from './support/fixtures.ts';

test('a reply goes out once, to the customer, and the field is empty and ready again', async () => {
  const contract = await desk(open);
  await write('It arrives on Thursday.{Enter}');
  await expect.poll(() => contract.callsOf('replies.send')).toHaveLength(1);
  expect(contract.callsOf('replies.send')[0]).toMatchObject({
    conversationId: 1,
    body: { audience: 'customer', text: 'It arrives on Thursday.' },
  });
  await expect.poll(() => field().value).toBe('');
  expect(document.activeElement).toBe(field());
  await expect.poll(() => contract.world.drafts.size).toBe(0);
  expect(contract.callsOf('notes.add')).toHaveLength(0);
});

test('Shift+Enter is a new line; with the setting off Enter is one too and Ctrl+Enter sends', async () => {
  const contract = await desk(open, { settings: { ...settings, enterSends: false } });
  await write('a{Enter}b{Shift>}{Enter}{/Shift}c');
  expect(field().value).toBe('a\nb\nc');
  expect(contract.callsOf('replies.send')).toHaveLength(0);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => contract.callsOf('replies.send')).toHaveLength(1);
});

test('with a closed window nothing sends a reply: no button, no Enter, no Ctrl+Enter', async () => {
  const contract = await desk(closed);
  expect(banner()).toBe('closed');
  await write('Sorry for the delay');
  expect(button('Send').query()).toBeNull();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.querySelector('dialog[open]')).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('dialog[open]')).toBeNull();
  await expect.poll(() => document.activeElement).toBe(field());
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => document.querySelector('dialog[open]')).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  expect(field().value).toBe('Sorry for the delay');
  expect(contract.callsOf('replies.send')).toHaveLength(0);
  expect(contract.callsOf('templates.send')).toHaveLength(0);
});

test.for(['/', '@'])('%s in a locked conversation opens a note at once, never a reply', async (prefix) => {
  const contract = await desk(closed);
  expect(mode()).toBe('reply');
  await write(prefix);
  expect(mode()).toBe('note');
  expect(field().value).toBe(prefix);
  await expect.poll(() => document.querySelectorAll('.composer-menu [role="option"]').length).toBeGreaterThan(0);
  expect(contract.callsOf('replies.send')).toHaveLength(0);
});

test('the Note button works while locked, and the note goes to the team', async () => {
  const contract = await desk(closed);
  await button('Note').click();
  expect(mode()).toBe('note');
  expect(document.activeElement).toBe(field());
  await userEvent.keyboard('She called twice{Enter}');
  await expect.poll(() => contract.callsOf('notes.add')).toHaveLength(1);
  expect(contract.callsOf('notes.add')[0]?.body).toMatchObject({ audience: 'team', text: 'She called twice' });
  expect(contract.callsOf('replies.send')).toHaveLength(0);
});

test('a mention is chosen by keyboard and reaches the core as a link', async () => {
  const contract = await desk(closed);
  await write('@an');
  await expect
    .poll(() => document.querySelector('.composer-menu [aria-selected="true"]')?.textContent)
    .toContain('Ana');
  await userEvent.keyboard('{Tab}');
  expect(field().value).toBe('@Ana Ferreira ');
  await userEvent.keyboard('please look{Enter}');
  await expect.poll(() => contract.callsOf('notes.add')).toHaveLength(1);
  expect(contract.callsOf('notes.add')[0]?.body.text).toBe(
    '[@Ana Ferreira](mention://user/2/Ana%20Ferreira) please look',
  );
});

test('a command is run, not sent', async () => {
  const contract = await desk(open);
  // The first Enter chooses the teammate, the second runs the line.
  await write('/assign @tom{Enter}');
  expect(field().value).toBe('/assign @Tom Baker ');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => contract.callsOf('conversations.act')).toHaveLength(1);
  expect(contract.callsOf('conversations.act')[0]?.action).toEqual({ kind: 'assign', assigneeId: 3 });
  expect(contract.callsOf('replies.send')).toHaveLength(0);
  expect(contract.callsOf('notes.add')).toHaveLength(0);
});

test('switching the audience swaps the drafts and five cues, and moves no text', async () => {
  const contract = await desk(open);
  const look = () => {
    const card = document.querySelector<HTMLElement>('.composer-card');
    if (card === null) throw new Error('no card');
    const { borderTopStyle, backgroundColor } = getComputedStyle(card);
    const send = document.querySelector('.composer-send')?.textContent;
    return { borderTopStyle, backgroundColor, send, placeholder: field().placeholder, label: field().ariaLabel };
  };
  await write('for Mara');
  const reply = look();
  await userEvent.keyboard('{Control>}{Shift>}m{/Shift}{/Control}');
  expect(field().value).toBe('');
  await userEvent.keyboard('for the team');
  await expect.poll(() => look().backgroundColor).not.toBe(reply.backgroundColor);
  const note = look();
  for (const cue of Object.keys(reply) as (keyof typeof reply)[]) expect(note[cue], cue).not.toBe(reply[cue]);
  expect(note.send).toBe('Add note');
  await userEvent.keyboard('{Control>}{Shift>}m{/Shift}{/Control}');
  expect(field().value).toBe('for Mara');
  await expect.poll(() => contract.world.drafts.get('1:customer')?.text).toBe('for Mara');
  await expect.poll(() => contract.world.drafts.get('1:team')?.text).toBe('for the team');
});

test('a draft is on its way to the disk within 250 ms of a key, and comes back with its caret', async () => {
  const drafts = new Map([
    [
      '2:customer',
      { conversationId: 2, audience: 'customer' as const, text: 'half a', caret: 4, files: [], quotedId: null },
    ],
  ]);
  const contract = await desk(open, { drafts });
  field().focus();
  const before = contract.callsOf('drafts.save').length;
  await userEvent.keyboard('x');
  // The page's timer is older than this one: if it is also shorter it comes first, however slow the machine is.
  await new Promise((done) => setTimeout(done, 250));
  expect(contract.callsOf('drafts.save').length).toBeGreaterThan(before);
  await userEvent.keyboard('y');
  // Leaving writes at once, and the second conversation shows its own.
  await button('open the second').click();
  await expect.poll(() => field().value).toBe('half a');
  expect(field().selectionStart).toBe(4);
  expect(contract.world.drafts.get('1:customer')?.text).toBe('xy');
});

test('the window closes while somebody types: locked at once, not a letter lost', async () => {
  const contract = await desk(aConversation({ id: 1, window: windowWithLeft(20 * minute) }));
  await write('Your bike is ');
  const at = async (leftMs: number, expected: string): Promise<void> => {
    contract.world.clock = aClock({ serverNow: serverNow + 20 * minute - leftMs });
    contract.emit({ name: 'clock.changed', data: { revision: 1 } });
    await expect.poll(banner).toBe(expected);
  };
  await at(6 * minute, 'last');
  await expect.element(button('Send now').first()).toBeVisible();
  await at(60_000, 'guard');
  await userEvent.keyboard('ready{Control>}{Enter}{/Control}');
  expect(field().value).toBe('Your bike is ready');
  await userEvent.keyboard('{Escape}');
  await at(-1000, 'closed');
  expect(field().value).toBe('Your bike is ready');
  expect(field().disabled).toBe(false);
  expect(contract.callsOf('replies.send')).toHaveLength(0);
});

test('Enter that ends an input-method composition does not send', async () => {
  const contract = await desk(open);
  await write('nihon');
  const enter = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true };
  field().dispatchEvent(new KeyboardEvent('keydown', { ...enter, isComposing: true }));
  field().dispatchEvent(new KeyboardEvent('keydown', { ...enter, keyCode: 229 }));
  expect(contract.callsOf('replies.send')).toHaveLength(0);
  expect(field().value).toBe('nihon');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => contract.callsOf('replies.send')).toHaveLength(1);
});

test('a refusal of the core is explained in the composer and the text stays', async () => {
  const contract = await desk(open);
  contract.refuse('replies.send', 'window-closed');
  await write('Too late{Enter}');
  await expect.poll(() => document.querySelector('.composer-note')?.textContent).toMatch(/Your text is safe/u);
  expect(field().value).toBe('Too late');
  contract.refuse('replies.send', null);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => contract.callsOf('replies.send')).toHaveLength(2);
  // The same text again is the same message (law 4).
  const [first, second] = contract.callsOf('replies.send');
  expect(second?.clientId).toBe(first?.clientId);
  await expect.poll(() => field().value).toBe('');
});

test('an answer that never came does not claim that nothing was sent; the same text again is the same message', async () => {
  const contract = await desk(open);
  contract.breakWire('replies.send', true);
  await write('Did this go?{Enter}');
  await expect.poll(() => document.querySelector('.composer-note')?.textContent).toMatch(/we do not know yet/u);
  const note = (): string => document.querySelector('.composer-note')?.textContent ?? '';
  expect(note()).not.toMatch(/[Nn]othing was sent|not sent/u);
  expect(note()).toMatch(/Your text is safe/u);
  expect(field().value).toBe('Did this go?');
  // Moving the caret puts the error away, and what stays must not claim it either.
  await userEvent.keyboard('{ArrowLeft}');
  expect(note()).not.toMatch(/[Nn]othing was sent|not sent/u);
  contract.breakWire('replies.send', false);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => field().value).toBe('');
  const [first, second] = contract.callsOf('replies.send');
  expect(second?.clientId).toBe(first?.clientId);
  expect(contract.world.outbox).toHaveLength(1);
});

test('labels, priority and team are set by commands, and said', async () => {
  const contract = await desk(open);
  const acts = () => contract.callsOf('conversations.act').map(({ action }) => action);
  await write('/label vip -delivery{Enter}');
  await expect.poll(acts).toEqual([{ kind: 'change-labels', add: ['vip'], remove: ['delivery'] }]);
  await userEvent.keyboard('/priority high{Enter}');
  await expect.poll(() => acts().at(-1)).toEqual({ kind: 'set-priority', priority: 'high' });
  await userEvent.keyboard('/assign returns{Enter}');
  await expect.poll(() => acts().at(-1)).toEqual({ kind: 'assign-team', teamId: 21 });
  await expect
    .poll(() => document.querySelector('[data-testid="announcer"]')?.textContent)
    .toBe('Done: Give to team Returns.');
  await userEvent.keyboard('/label nonsense{Enter}');
  await expect
    .poll(() => document.querySelector('.composer-note')?.textContent)
    .toContain('There is no label nonsense');
  expect(acts()).toHaveLength(3);
  expect(contract.callsOf('replies.send')).toHaveLength(0);
  expect(contract.callsOf('notes.add')).toHaveLength(0);
});

test('a pasted mention asks before it goes to the customer; the default keeps it in the team', async () => {
  const contract = await desk(open);
  field().focus();
  const paste = new DataTransfer();
  paste.setData('text/plain', '@ana can you check');
  // Pasting through the browser's own editing, which reports its input type as the real clipboard does.
  document.execCommand('insertText', false, '');
  const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  setValue?.call(field(), '@ana can you check');
  field().dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste', dataTransfer: paste }));
  field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  const question = (): string | undefined => document.querySelector('dialog[open]')?.textContent;
  await expect.poll(question, { interval: 5 }).toMatch(/looks like a note/u);
  expect(document.activeElement?.textContent).toContain('Add as note');
  // The second Enter of a double press answers nothing that nobody has read.
  document.querySelector<HTMLElement>('dialog[open] .button-primary')?.click();
  expect(contract.callsOf('replies.send')).toHaveLength(0);
  expect(document.querySelector('dialog[open]')).not.toBeNull();
  await expect.poll(() => document.querySelector('dialog[open] [data-ready="true"]')).not.toBeNull();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => contract.callsOf('notes.add')).toHaveLength(1);
  expect(contract.callsOf('replies.send')).toHaveLength(0);
});

test('offline a reply can be queued, and the button says so', async () => {
  const sync = { ...liveSync, state: 'backing-off' as const, offlineSince: serverNow };
  const contract = await desk(open, { sync });
  await write('See you');
  await button('Queue').click();
  await expect.poll(() => contract.callsOf('replies.send')).toHaveLength(1);
});

test('a parked reply shows its text and goes into a template in place of itself', async () => {
  const item = anOutboxItem({ state: 'needs-template', content: aReply('It arrives\non Thursday.') });
  const contract = await desk(closed, { outbox: [item] });
  await expect
    .poll(() => document.querySelector('[data-testid="returned-banner"]')?.textContent)
    .toContain('on Thursday.');
  await button('Put my text in a template').click();
  await expect.poll(() => document.querySelector('dialog[open] [role="option"]')).not.toBeNull();
  await userEvent.keyboard('{Enter}');
  const variable = page.getByRole('textbox', { name: 'Text {{1}}' });
  await expect.element(variable).toHaveValue('It arrives on Thursday.');
  await expect
    .poll(() => document.querySelector('.picker-flattened')?.textContent)
    .toContain('Line breaks became spaces');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => contract.callsOf('templates.send')).toHaveLength(1);
  expect(contract.callsOf('templates.send')[0]).toMatchObject({
    name: 'follow_up',
    replaces: item.clientId,
    values: { body: { 1: 'It arrives on Thursday.' } },
  });
  await expect.poll(() => document.querySelector('[data-testid="returned-banner"]')).toBeNull();
});
