import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { focusOn } from './support/focus-on.ts';
import { aConversation, aMessage, hour, liveSync, returnsTeam, serverNow, windowWithLeft } from './support/fixtures.ts';
import { announced, openDesk } from './support/whole-desk.tsx';

const pane = () => page.getByRole('complementary', { name: 'Customer details' });
const change = (what: RegExp) => pane().getByRole('button', { name: what });

beforeEach(async () => {
  await page.viewport(1280, 800);
});

test('team, assignee and priority are changed in the details, with the current one marked', async () => {
  const contract = await openDesk({ conversations: [aConversation({ team: returnsTeam, priority: 'low' })] });
  const acts = () => contract.callsOf('conversations.act').map(({ action }) => action);
  await change(/^Team: Returns/).click();
  const menu = page.getByRole('menu');
  await expect.element(menu.getByRole('menuitemradio', { name: 'Returns' })).toHaveAttribute('aria-checked', 'true');
  await expect.poll(() => document.activeElement?.textContent).toBe('Returns');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(acts).toEqual([{ kind: 'assign-team', teamId: 22 }]);
  await expect.element(change(/^Team: Workshop/)).toBeVisible();
  expect(announced()).toBe('Done: Give to team Workshop.');
  await change(/^Priority: Low/).click();
  await page.getByRole('menuitemradio', { name: 'Urgent' }).click();
  await expect.poll(() => acts().at(-1)).toEqual({ kind: 'set-priority', priority: 'urgent' });
  await expect.element(page.getByRole('main').getByText('Urgent', { exact: true })).toBeVisible();
  await change(/^Priority: Urgent/).click();
  await page.getByRole('menuitemradio', { name: 'None' }).click();
  await expect.poll(() => acts().at(-1)).toEqual({ kind: 'set-priority', priority: null });
  await change(/^Assigned to: None/).click();
  await page.getByRole('menuitemradio', { name: 'Tom Baker' }).click();
  await expect.poll(() => acts().at(-1)).toEqual({ kind: 'assign', assigneeId: 3 });
});

test('labels are put on from the team’s list and taken off one by one', async () => {
  const contract = await openDesk({ conversations: [aConversation({ labels: ['delivery'] })] });
  const acts = () => contract.callsOf('conversations.act').map(({ action }) => action);
  await change(/^Add a label/).click();
  expect(
    page
      .getByRole('menuitem')
      .elements()
      .map((item) => item.textContent),
  ).toEqual(['vip', 'warranty']);
  await page.getByRole('menuitem', { name: 'vip' }).click();
  await expect.poll(acts).toEqual([{ kind: 'change-labels', add: ['vip'], remove: [] }]);
  await pane().getByRole('button', { name: 'Remove label delivery' }).click();
  await expect.poll(() => acts().at(-1)).toEqual({ kind: 'change-labels', add: [], remove: ['delivery'] });
  await expect.element(pane().getByRole('button', { name: 'Remove label delivery' })).not.toBeInTheDocument();
  await expect.element(pane().getByRole('button', { name: 'Remove label vip' })).toBeVisible();
});

test('a window that WhatsApp closed early does not pretend to end later', async () => {
  const open = aConversation({ window: windowWithLeft(5 * hour, { refusedAt: serverNow - hour }) });
  const contract = await openDesk({ conversations: [open] });
  await expect.element(pane().getByText('Closed by WhatsApp at')).toBeVisible();
  await expect.element(pane().getByText('Ends', { exact: true })).not.toBeInTheDocument();
  // The customer wrote again since: the refusal was about the window before.
  contract.world.conversations = [{ ...open, window: windowWithLeft(24 * hour, { refusedAt: serverNow - hour }) }];
  contract.emit({ name: 'conversations.changed', data: { ids: [1], revision: 1 } });
  await expect.element(pane().getByText('Ends', { exact: true })).toBeVisible();
});

test('a gap in the thread is named, and offline it says what would fill it', async () => {
  const sync = { ...liveSync, state: 'backing-off' as const, problem: 'offline' as const, offlineSince: serverNow };
  const older = new Map([[1, [aMessage({ id: 1, text: 'The first' })]]]);
  await openDesk({ sync, messages: new Map([[1, [aMessage({ id: 2 })]]]), olderOnServer: older });
  await expect.element(page.getByText('Older messages are not on this device')).toBeVisible();
  await expect.element(page.getByText('Connect to get them.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Load', exact: true })).not.toBeInTheDocument();
});

test('notes, files and other conversations are a press away, and further back on request', async () => {
  const file = { id: 5, kind: 'file' as const, url: null, name: 'plan.pdf', sizeBytes: 1_000 };
  const nothing = { width: null, height: null, transcript: null, coordinates: null, phoneNumber: null };
  const old = aMessage({ id: 1, text: '', attachments: [{ ...file, ...nothing }] });
  const note = aMessage({
    id: 300,
    kind: 'note',
    text: '[@Ana](mention://user/2/Ana) look',
    author: { kind: 'agent', name: 'Ana' },
  });
  const between = Array.from({ length: 250 }, (_, index) => aMessage({ id: index + 2, text: `Line ${index}` }));
  const contact = aConversation().contact;
  const contract = await openDesk({
    conversations: [aConversation(), aConversation({ id: 2, contact, status: 'resolved', preview: null })],
    messages: new Map([[1, [old, ...between, note]]]),
  });
  await expect.element(pane().getByText('@Ana look')).toBeVisible();
  await expect.element(pane().getByText('Nothing was sent yet.')).toBeInTheDocument();
  await pane().getByRole('button', { name: 'Look further back' }).click();
  await pane()
    .getByRole('button', { name: /plan\.pdf/ })
    .click();
  await expect.poll(() => contract.callsOf('messages.around')[0]?.messageId).toBe(1);
  await pane().getByRole('button', { name: /#2/ }).click();
  await expect.poll(() => contract.callsOf('conversations.open').at(-1)?.conversationId).toBe(2);
});

test('the panes are made wider and narrower by keyboard and pointer, within limits, and it lasts', async () => {
  const contract = await openDesk({ conversations: [aConversation()] });
  const separator = page.getByRole('separator', { name: 'Width of the customer details' });
  const width = () => Math.round(pane().element().getBoundingClientRect().width);
  expect(width()).toBe(320);
  await focusOn(separator);
  await userEvent.keyboard('{ArrowLeft}');
  await expect.poll(() => contract.callsOf('settings.set')).toEqual([{ panes: { list: 340, context: 336 } }]);
  await expect.poll(width).toBe(336);
  await expect.element(separator).toHaveAttribute('aria-valuenow', '336');
  await userEvent.keyboard('{End}');
  await expect.poll(width).toBe(400);
  const element = separator.element();
  const at = element.getBoundingClientRect();
  const pointer = (type: string, x: number) =>
    element.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: 300, button: 0, pointerId: 1, bubbles: true }));
  element.setPointerCapture = () => undefined;
  pointer('pointerdown', at.left);
  pointer('pointermove', at.left + 60);
  pointer('pointerup', at.left + 60);
  await expect.poll(width).toBe(340);
});
