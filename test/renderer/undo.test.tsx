import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OutboxItem } from '../../shared/contract/outbox.ts';
import {
  aConversation,
  aMessage,
  aReply,
  anOutboxItem,
  hour,
  liveSync,
  serverNow,
  settings,
} from './support/fixtures.ts';
import { focusOn } from './support/focus-on.ts';
import { expectText } from './support/expect-text.ts';
import { advance, announced, bubble, field, mode, openDesk, outboxChanged } from './support/whole-desk.tsx';

const messages = new Map([[1, [aMessage()]]]);
const otherId = '1b6e6f3e-51a5-4d0e-9a25-0f3a4a7d2c12';
const undo = '{Control>}z{/Control}';

async function write(text: string): Promise<void> {
  field().focus();
  await userEvent.keyboard(text);
}

beforeEach(async () => {
  await page.viewport(1280, 800);
});

test('a reply counts down before it leaves, and Undo puts it back with the caret at its end', async () => {
  const contract = await openDesk({ messages, settings: { ...settings, undoSeconds: 20 } });
  await write('It arrives on Thursday.{Enter}');
  const sent = bubble('It arrives on Thursday.');
  await expectText(sent, /Leaves in (20|1\d) s/);
  expect(sent.element().querySelector('.leaving-line')).not.toBeNull();
  expect(field().value).toBe('');
  advance(contract, 11_000);
  await expectText(sent, /Leaves in \d s/);
  await sent.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => field().value).toBe('It arrives on Thursday.');
  expect(document.activeElement).toBe(field());
  expect(field().selectionStart).toBe(field().value.length);
  expect(announced()).toBe('Taken back. Nothing was sent.');
  expect(contract.world.outbox).toEqual([]);
  await expect.poll(() => contract.world.drafts.get('1:customer')?.text).toBe('It arrives on Thursday.');
});

test('after the delay nothing is left to undo, and the words say what it waits for', async () => {
  const contract = await openDesk({ messages });
  await write('Soon{Enter}');
  await expectText(bubble('Soon'), 'Leaves in');
  advance(contract, 5_000);
  await expectText(bubble('Soon'), /Queued/);
  await expect.element(bubble('Soon').getByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  await expect.element(bubble('Soon').getByRole('button', { name: 'Cancel' })).toBeVisible();
});

test('offline nobody promises a second: it is queued, and can be edited or cancelled', async () => {
  const sync = { ...liveSync, state: 'backing-off' as const, problem: 'offline' as const, offlineSince: serverNow };
  await openDesk({ messages, sync });
  await write('Later{Enter}');
  await expectText(bubble('Later'), /Queued/);
  await expect.element(bubble('Later').getByRole('button', { name: 'Edit' })).toBeVisible();
  await expect.element(bubble('Later').getByRole('button', { name: 'Cancel' })).toBeVisible();
});

test('Ctrl+Z in the empty field takes the newest one back; in a field with text it belongs to the text', async () => {
  const contract = await openDesk({ messages });
  await write('one{Enter}');
  await expectText(bubble('one'), 'Leaves in');
  contract.world.clock = { ...contract.world.clock, serverNow: serverNow + 10 };
  await write('two{Enter}');
  await expectText(bubble('two'), 'Leaves in');
  await userEvent.keyboard('abc');
  await userEvent.keyboard(undo);
  expect(contract.callsOf('outbox.takeBack')).toEqual([]);
  await userEvent.clear(field());
  await userEvent.keyboard(undo);
  await expect.poll(() => field().value).toBe('two');
  expect(contract.world.outbox.map(({ content }) => content)).toEqual([aReply('one')]);
});

test('Ctrl+Z outside the field brings the agent to the conversation of what was taken back', async () => {
  const item = anOutboxItem({
    conversationId: 2,
    leavesAt: serverNow + hour,
    content: aReply('For Leo'),
  });
  const leo = aConversation({ id: 2, contact: { id: 102, name: 'Leo Brandt', phoneNumber: null, avatarUrl: null } });
  const contract = await openDesk({ conversations: [aConversation(), leo], messages, outbox: [item] });
  await focusOn(page.getByRole('log'));
  await userEvent.keyboard(undo);
  await expect.element(page.getByRole('heading', { name: 'Leo Brandt' })).toBeVisible();
  await expect.poll(() => field().value).toBe('For Leo');
  await expect.poll(() => document.activeElement).toBe(field());
  expect(contract.callsOf('drafts.save').every(({ conversationId }) => conversationId === 2)).toBe(true);
});

test('Arrow up in the empty field edits the last queued text, in the mode of its own audience', async () => {
  const note: OutboxItem = anOutboxItem({
    clientId: otherId,
    createdAt: serverNow + 1,
    content: { kind: 'note', text: 'For us', file: null },
  });
  const contract = await openDesk({ messages, outbox: [anOutboxItem(), note] });
  field().focus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.poll(() => field().value).toBe('For us');
  expect(mode()).toBe('note');
  // With text in the field the key only moves the caret.
  await userEvent.keyboard('{ArrowUp}');
  expect(contract.callsOf('outbox.takeBack')).toEqual([{ clientId: otherId }]);
});

test('what comes back goes in front of what was typed meanwhile, and the disk has both', async () => {
  const contract = await openDesk({ messages, outbox: [anOutboxItem()] });
  await write('and more');
  await bubble('It arrives on Thursday.').getByRole('button', { name: 'Edit' }).click();
  await expect.poll(() => field().value).toBe('It arrives on Thursday.\nand more');
  await expect.poll(() => contract.world.drafts.get('1:customer')?.text).toBe('It arrives on Thursday.\nand more');
});

test('a text that was taken back and deleted does not come back from the disk', async () => {
  const contract = await openDesk({ messages, outbox: [anOutboxItem()] });
  await bubble('It arrives on Thursday.').getByRole('button', { name: 'Edit' }).click();
  await expect.poll(() => field().value).toBe('It arrives on Thursday.');
  await userEvent.clear(field());
  await expect.poll(() => contract.world.drafts.size).toBe(0);
});

test('taking back what may have been sent does not claim that nothing was', async () => {
  await openDesk({ messages, outbox: [anOutboxItem({ state: 'uncertain' })] });
  await expectText(bubble('It arrives on Thursday.'), 'Not sure it was sent');
  await bubble('It arrives on Thursday.').getByRole('button', { name: 'Edit' }).click();
  await expect.poll(announced).toBe('The text is back in its field. It may have been sent already.');
});

test('too late to undo is said, and nothing comes back', async () => {
  const contract = await openDesk({ messages, outbox: [anOutboxItem()] });
  contract.refuse('outbox.takeBack', 'not-allowed');
  await bubble('It arrives on Thursday.').getByRole('button', { name: 'Edit' }).click();
  await expectText(page.getByRole('alert'), /has moved on/);
  expect(field().value).toBe('');
});

test('held: says who wrote first, shows what arrived, and offers the three ways on', async () => {
  const arrived = aMessage({ id: 7, text: 'Never mind, I found it.', at: serverNow });
  const earlier = Array.from({ length: 40 }, (_, index) => aMessage({ id: 100 + index, text: `Line ${index}` }));
  const held = anOutboxItem({
    state: 'held',
    problem: { kind: 'someone-wrote', who: 'customer', name: 'Mara', messageId: 7 },
  });
  const contract = await openDesk({ messages: new Map([[1, [arrived, ...earlier]]]), outbox: [held] });
  const ours = bubble('It arrives on Thursday.');
  await expectText(ours, 'Held: Mara wrote first');
  expect(
    ours
      .getByRole('button')
      .elements()
      .map((button) => button.textContent),
  ).toEqual(['Show what arrived', 'Send anyway', 'Edit', 'Discard']);
  await ours.getByRole('button', { name: 'Show what arrived' }).click();
  await expect.element(bubble('Never mind, I found it.')).toBeInViewport();
  await expectText(bubble('Never mind, I found it.'), 'Arrived before your reply left');
  await page.getByRole('button', { name: /Jump to newest/ }).click();
  await ours.getByRole('button', { name: 'Send anyway' }).click();
  expect(contract.callsOf('outbox.decide')).toEqual([{ clientId: held.clientId, decision: 'send-again' }]);
  await expectText(ours, /Queued/);
  contract.world.outbox = [
    { ...held, problem: { kind: 'someone-wrote', who: 'colleague', name: 'Ana', messageId: 7 } },
  ];
  outboxChanged(contract);
  await expectText(ours, 'Held: Ana replied first');
});

test('a change that lost shows both sides below the header and in the outbox', async () => {
  const lost = anOutboxItem({
    state: 'conflict',
    content: { kind: 'action', action: { kind: 'assign', assigneeId: 3 } },
    problem: { kind: 'changed-meanwhile', by: 'Ana', now: 'Jonas' },
  });
  const contract = await openDesk({ messages, outbox: [lost] });
  const row = page.getByRole('status', { name: 'Changes that were not taken' });
  await expectText(row, 'Assign to Tom Baker Changed by Ana while you were offline: now assigned to Jonas');
  expect(
    row
      .getByRole('button')
      .elements()
      .map((button) => button.textContent),
  ).toEqual(['Apply mine', 'Keep theirs']);
  await page.getByRole('button', { name: 'Outbox, 1 item' }).click();
  await expectText(page.getByRole('dialog', { name: 'Outbox' }), /Changed by Ana while you were offline: now assigned/);
  await userEvent.keyboard('{Escape}');
  await row.getByRole('button', { name: 'Keep theirs' }).click();
  await expect
    .poll(() => contract.callsOf('outbox.decide'))
    .toEqual([{ clientId: lost.clientId, decision: 'discard' }]);
  await expectText(row, /^$/);
});

test('a change that was refused says why, and can be tried again', async () => {
  const failed = anOutboxItem({
    state: 'failed',
    content: { kind: 'action', action: { kind: 'change-labels', add: ['vip'], remove: ['delivery'] } },
    problem: { kind: 'refused', code: null, text: 'You are not authorized to do this action' },
  });
  await openDesk({ messages, outbox: [failed] });
  const row = page.getByRole('status', { name: 'Changes that were not taken' });
  await expectText(row, 'Add label vip · Remove label delivery Not done: You are not authorized to do this action');
  await expect.element(row.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect.element(row.getByRole('button', { name: 'Dismiss' })).toBeVisible();
});

test('the delay is chosen in the settings', async () => {
  const contract = await openDesk({ messages, settings });
  await page.getByRole('button', { name: 'Settings' }).click();
  const choice = page.getByRole('radiogroup', { name: 'Undo send' });
  await expect.element(choice.getByRole('radio', { name: '5 s' })).toHaveAttribute('aria-checked', 'true');
  await choice.getByRole('radio', { name: 'Off' }).click();
  expect(contract.callsOf('settings.set')).toEqual([{ undoSeconds: 0 }]);
  await userEvent.keyboard('{Escape}');
  await write('At once{Enter}');
  await expectText(bubble('At once'), /Queued/);
});
