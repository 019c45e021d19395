/** Ready texts, emoji, the preview, and the commands that open something. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { announced, button, closed, desk, field, mode, note, open, write } from './composer-support.tsx';
import {
  aConversation,
  aMessage,
  ana,
  channels,
  hour,
  me,
  returnsTeam,
  serverNow,
  windowWithLeft,
} from './support/fixtures.ts';

const preview = (): string => document.querySelector('.composer-preview')?.textContent ?? '';
const dialog = (): string => document.querySelector('dialog[open]')?.textContent ?? '';
const options = (): string[] =>
  [...document.querySelectorAll('.composer-menu [role="option"]')].map((row) => row.textContent ?? '');
const canned = [
  { id: 1, shortCode: 'thanks', text: 'Thank you, {{contact.first_name}}.' },
  { id: 2, shortCode: 'track', text: 'Track it: {{custom.link}}' },
  { id: 3, shortCode: 'hours', text: 'We are open from 9 to 18.' },
];

test('a quick reply goes to the caret of the reply, with the names filled in', async () => {
  const contract = await desk(open, { canned });
  await write('Hello!  Bye.');
  field().setSelectionRange(7, 7);
  await button('Quick reply').click();
  await expect.poll(() => document.querySelector('.quick-replies')?.textContent).toContain('Thank you, Mara.');
  expect(document.querySelector('.quick-replies')?.textContent).toContain('The server fills in {{custom.link}}.');
  await userEvent.keyboard('tha{Enter}');
  await expect.poll(() => field().value).toBe('Hello! Thank you, Mara. Bye.');
  expect(document.activeElement).toBe(field());
  expect(field().selectionStart).toBe(23);
  expect(mode()).toBe('reply');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => contract.callsOf('replies.send')[0]?.body.text).toBe('Hello! Thank you, Mara. Bye.');
});

test('the menu of / has quick replies too: into the note that is being written, and never sent by being chosen', async () => {
  const contract = await desk(closed, { canned });
  await write('/hou');
  expect(mode()).toBe('note');
  await expect.poll(options).toEqual([expect.stringContaining('hours')]);
  await userEvent.keyboard('{Enter}');
  expect(field().value).toBe('We are open from 9 to 18.');
  expect(contract.callsOf('notes.add')).toHaveLength(0);
});

test('Escape leaves the quick replies for the button, and no text is touched', async () => {
  await desk(open, { canned });
  await write('abc');
  await button('Quick reply').click();
  await userEvent.keyboard('nothing like it');
  await expect.poll(() => document.querySelector('.quick-replies-none')?.textContent).toContain('nothing like it');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement?.textContent).toContain('Quick reply');
  expect(field().value).toBe('abc');
});

test('emoji: search, arrows, Enter, and the last ones first', async () => {
  localStorage.removeItem('latchkey.recent-emoji');
  await desk(open);
  await write('Great ');
  await button('Emoji').click();
  await userEvent.keyboard('thumbs u{Enter}');
  await expect.poll(() => field().value).toBe('Great 👍');
  await expect.poll(() => document.activeElement).toBe(field());
  await button('Emoji').click();
  await expect.poll(() => document.querySelector('.emoji-group')?.textContent).toBe('Recent');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{Enter}');
  await expect.poll(() => field().value).toBe('Great 👍😃');
  await button('Emoji').click();
  await userEvent.keyboard('no such thing');
  await expect.poll(() => document.querySelector('.emoji-none')?.textContent).toBe('No emoji for “no such thing”.');
});

test('what the customer gets is shown where it differs from what is typed, and only there', async () => {
  await desk(open);
  await write('It is ready.');
  expect(preview()).toBe('');
  await userEvent.keyboard(' *Today*');
  await expect.poll(preview).toMatch(/What the customer gets/u);
  expect(document.querySelector('.composer-preview em')?.textContent).toBe('Today');
  expect(preview()).toMatch(/arrives in italics/u);
  await page.getByRole('radio', { name: /Internal note/ }).click();
  expect(preview()).toBe('');
});

test('{{…}} is named as something the server replaces, and can be sent literally', async () => {
  const contract = await desk(open);
  await write('Write {{{{name}} here');
  await expect.poll(preview).toMatch(/The server puts a value in place of \{\{name\}\}/u);
  await button('Send literally').click();
  expect(field().value).toBe('Write `{{name}}` here');
  await expect.poll(() => document.querySelector('.composer-preview .span-placeholder')).toBeNull();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => contract.callsOf('replies.send')[0]?.body.text).toBe('Write `{{name}}` here');
});

test('mentions: who is on the conversation first, teams too, and a team reaches the core as a link', async () => {
  const contract = await desk(aConversation({ id: 1, team: returnsTeam, window: windowWithLeft(-hour) }));
  await write('@');
  await expect.poll(options).toHaveLength(5);
  expect(options()[0]).toMatch(/Returns.*On this conversation/u);
  expect(options().slice(1).join()).toMatch(/Ana Ferreira.*Online.*Tom Baker.*Busy.*Workshop/u);
  await userEvent.keyboard('{Enter}please{Enter}');
  await expect
    .poll(() => contract.callsOf('notes.add')[0]?.body.text)
    .toBe('[@Returns](mention://team/21/Returns) please');
});

test('/handover assigns, with a note of how it stands; the reply draft is no part of it', async () => {
  const messages = new Map([[1, [aMessage({ id: 5, text: 'Where is *my* bike?' })]]]);
  const contract = await desk(aConversation({ id: 1, waitingSince: serverNow }), { messages });
  await write('half an answer');
  await userEvent.keyboard('{Control>}{Shift>}m{/Shift}{/Control}');
  await write('/handover ');
  await userEvent.keyboard('@ana{Enter}she wants a refund{Enter}');
  await expect.poll(() => contract.callsOf('notes.add')).toHaveLength(1);
  const { text } = contract.callsOf('notes.add')[0]?.body ?? { text: '' };
  expect(text).toMatch(
    /^\[@Ana Ferreira\]\(mention:\/\/user\/2\/Ana%20Ferreira\) she wants a refund\n\nReply window: Free reply/u,
  );
  expect(text).toMatch(/Waiting for an answer since .*\nLast from Mara Singh: “Where is my bike\?”$/u);
  expect(text).not.toContain('half an answer');
  await expect.poll(() => contract.callsOf('conversations.act')[0]?.action).toEqual({ kind: 'assign', assigneeId: 2 });
});

test('a macro that writes to the customer is held while the window is closed', async () => {
  const contract = await desk(closed);
  await write('/macro ask{Enter}');
  await expect.poll(note).toMatch(/Ask for a photo writes to the customer/u);
  expect(contract.callsOf('conversations.act')).toHaveLength(0);
  await userEvent.keyboard('{Backspace}{Backspace}{Backspace}hand{Enter}');
  await expect
    .poll(() => contract.callsOf('conversations.act')[0]?.action)
    .toEqual({
      kind: 'run-macro',
      macroId: 41,
      name: 'Hand to workshop',
    });
});

test('/sms sends the reply draft on another number, after its price and numbers were shown; the note stays a note', async () => {
  const sms = {
    ...channels[0]!,
    id: 12,
    name: 'Texts',
    kind: 'sms' as const,
    phoneNumber: '+3197010209',
    windowMs: null,
  };
  const contract = await desk(closed, { channels: [...channels, sms] });
  await write('Your bike is ready');
  await expect.element(button('SMS instead')).toBeVisible();
  await button('Note').click();
  await userEvent.keyboard('for the team only{Home}/sms');
  await userEvent.keyboard('{Delete>17/}{Enter}');
  await expect.poll(dialog).toMatch(/Send an SMS to Mara Singh\?/u);
  await expect.poll(dialog).toMatch(/from \+3197010209 to \+919812345678 and costs extra/u);
  const smsField = page.getByRole('textbox', { name: 'Text of the SMS' });
  await expect.element(smsField).toHaveValue('Your bike is ready');
  await button('Send SMS').click();
  await expect.poll(() => contract.callsOf('replies.send')).toHaveLength(1);
  expect(contract.callsOf('conversations.start')[0]).toEqual({ to: { contactId: open.contact.id }, channelId: 12 });
  expect(contract.callsOf('replies.send')[0]?.body.text).toBe('Your bike is ready');
  expect(contract.callsOf('replies.send')[0]?.conversationId).not.toBe(1);
  await expect.poll(announced).toBe('SMS queued for Mara Singh.');
});

test('without an SMS number /sms says so and sends nothing', async () => {
  const contract = await desk(closed);
  await write('/sms{Enter}');
  await expect.poll(dialog).toMatch(/Your team has no SMS number/u);
  // A button that is off is not pressed by Playwright; a screen reader may press it.
  document.querySelector<HTMLElement>('dialog[open] .button-primary')?.click();
  expect(contract.callsOf('conversations.start')).toHaveLength(0);
});

test('/call-window explains, /help lists every command with what it can', async () => {
  await desk(open);
  // The first Enter takes it into the note, the second runs it.
  await write('/call-window{Enter}{Enter}');
  await expect
    .poll(dialog)
    .toMatch(/When Mara Singh calls your WhatsApp number, 24 hours of free replies start again/u);
  expect(dialog()).toMatch(/does not take WhatsApp calls/u);
  await userEvent.keyboard('{Escape}');
  await write('/help{Enter}');
  await expect.poll(dialog).toMatch(/\/assign @name, me or team.*Works offline · can be undone/u);
  expect(dialog()).toMatch(/\/sms Send the reply as an SMS insteadNeeds a connection · cannot be undone/u);
});

test('the fuzzy menu finds a command by its letters; an unknown one is named, and nothing happens', async () => {
  const contract = await desk(open);
  await write('/tmpl');
  await expect.poll(options).toEqual([expect.stringContaining('/template')]);
  expect(document.querySelector('.composer-menu-traits')?.textContent).toBe('Works offline · cannot be undone');
  await userEvent.keyboard('{Control>}a{/Control}{Backspace}/asign me{Enter}');
  await expect.poll(note).toBe('No command /asign. Did you mean /assign?');
  expect(contract.calls.filter(({ name }) => /[.]act|send|notes/u.test(name))).toEqual([]);
});

test('"Use as reply" shows the exact text, and only while the window is open', async () => {
  const contract = await desk(open);
  await button('Note').click();
  await userEvent.keyboard('We refund it');
  await button('Use as reply…').click();
  await expect.poll(dialog).toMatch(/Mara Singh gets exactly this text:We refund it/u);
  expect(contract.callsOf('replies.send')).toHaveLength(0);
  await button('Send to customer').click();
  await expect.poll(() => contract.callsOf('replies.send')[0]?.body.text).toBe('We refund it');
  expect(contract.callsOf('notes.add')).toHaveLength(0);
});

test('a colleague who takes the conversation is named once; asking and taking over are one press away', async () => {
  const contract = await desk(aConversation({ id: 1, assignee: me }));
  const assign = (assignee: typeof ana | null): void => {
    contract.world.conversations = contract.world.conversations.map((row) =>
      row.id === 1 ? { ...row, assignee } : row,
    );
    contract.emit({ name: 'conversations.changed', data: { ids: [1], revision: 1 } });
  };
  expect(document.querySelector('[data-case="reassigned"]')).toBeNull();
  assign(ana);
  await expect
    .poll(() => document.querySelector('[data-case="reassigned"]')?.textContent)
    .toContain('Ana Ferreira has this conversation now');
  expect(announced()).toMatch(/Ana Ferreira has this conversation now/u);
  await button('Ask in a note').click();
  expect(mode()).toBe('note');
  expect(field().value).toBe('@Ana Ferreira ');
  await button('Take over').click();
  await expect.poll(() => contract.callsOf('conversations.act')[0]?.action).toEqual({ kind: 'assign', assigneeId: 1 });
});
