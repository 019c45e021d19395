import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../renderer/app.css';
import { App } from '../../renderer/app.tsx';
import { focusOn } from './support/focus-on.ts';
import { believableDesk } from './support/believable-desk.ts';
import { aConversation, aMessage, anOutboxItem, hour, minute, serverNow } from './support/fixtures.ts';
import { expectText } from './support/expect-text.ts';
import { memoryContract, type MemoryWorld } from './support/memory-contract.ts';
import { bubbleOf, log, openThread, scroller, scrollTo } from './support/open-thread.tsx';
import { renderOver } from './support/render-page.tsx';

const openFirst = async (world: Partial<MemoryWorld>) => (await openThread(world)).contract;
const bubble = bubbleOf;

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('thread', () => {
  it('shows every kind of message as what it is', async () => {
    const { world } = await openFirst(believableDesk());
    expect(world.messages.get(1)).toHaveLength(10);
    await expect.element(bubble('When will my bike arrive?')).toHaveClass('message-in');
    await expect.element(bubble('It will be with you this week.')).toHaveClass('message-out');
    await expect.element(bubble('It will be with you this week.').getByText('Delivered')).toBeVisible();
    await expect.element(bubble('Please do not promise').getByText('Internal note · only your team')).toBeVisible();
    await expect.element(bubble('Please do not promise').getByText('@Robin Vos')).toBeVisible();
    await expect.element(bubble('frame.jpg').getByText('Photo · 2.1 MB · not downloaded')).toBeVisible();
    await expect.element(log().getByRole('separator', { name: 'Today' })).toBeInTheDocument();
    await scrollTo(0);
    await expect.element(bubble('We answer between').getByText('Automatic message')).toBeInTheDocument();
    await expect.element(log().getByText(/^Conversation was assigned to Robin Vos/)).toBeInTheDocument();
    await expect.element(log().getByRole('link', { name: 'https://example.com/orders/4711' })).toBeInTheDocument();
  });

  it('starts at the newest message and follows new ones', async () => {
    const messages = Array.from({ length: 60 }, (_, index) =>
      aMessage({ id: index + 1, text: `Line ${index + 1}`, at: serverNow - hour + index * minute }),
    );
    const contract = await openFirst({ messages: new Map([[1, messages]]) });
    await expect.element(log().getByText('Line 60', { exact: true })).toBeVisible();
    contract.world.messages.set(1, [...messages, aMessage({ id: 61, text: 'One more thing', at: serverNow })]);
    contract.emit({ name: 'messages.changed', data: { ids: [1], revision: 1 } });
    await expect.element(log().getByText('One more thing')).toBeVisible();
    const element = log().element();
    await expect.poll(() => element.scrollHeight - element.scrollTop - element.clientHeight).toBeLessThan(4);
  });

  it.each([800, 1000, 1280])('opens at the end whatever the heights turn out to be (%i wide)', async (width) => {
    await page.viewport(width, 800);
    await openFirst(believableDesk());
    await expect.element(log().getByText('It arrives on Thursday, between 9:00 and 12:00.')).toBeVisible();
    const element = log().element();
    // Two frames without a change: measuring has come to rest.
    let before = -1;
    await expect
      .poll(() => {
        const rest =
          element.scrollTop === before ? element.scrollHeight - element.scrollTop - element.clientHeight : null;
        before = element.scrollTop;
        return rest;
      })
      .toBeLessThan(4);
    expect(page.getByRole('button', { name: /Jump to newest/ }).query()).toBeNull();
  });

  it('loads older messages from the device and then from the server, without a jump', async () => {
    const message = (id: number) => aMessage({ id, text: `Line ${id}`, at: serverNow - 400 * minute + id * minute });
    const range = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => message(from + index));
    const contract = await openFirst({
      messages: new Map([[1, range(11, 100)]]),
      olderOnServer: new Map([[1, range(1, 10)]]),
    });
    await expect.element(log().getByText('Line 100', { exact: true })).toBeVisible();
    await scrollTo(0);
    await expect.poll(() => contract.callsOf('messages.list').map((call) => call.before)).toContain(41);
    await expect.poll(() => scroller().scrollTop).toBeGreaterThan(500);
    await scrollTo(0);
    await expect.element(page.getByText('Older messages are not on this device')).toBeVisible();
    await page.getByRole('button', { name: 'Load', exact: true }).click();
    await expect.poll(() => contract.callsOf('messages.loadOlder')).toHaveLength(1);
    await scrollTo(0);
    await expect.element(log().getByText('Line 1', { exact: true })).toBeInTheDocument();
    await expect.element(log().getByText('The conversation starts here')).toBeInTheDocument();
  });

  it('says in plain words why a message was not delivered', async () => {
    const failed = (id: number, text: string, code: number | null, reason: string) =>
      aMessage({
        id,
        kind: 'outgoing',
        text,
        author: { kind: 'agent', name: 'Robin Vos' },
        delivery: 'failed',
        failure: { code, text: reason },
      });
    await openFirst({
      messages: new Map([
        [1, [failed(1, 'late', 131047, '131047: Re-engagement'), failed(2, 'odd', 99, 'Something of theirs')]],
      ]),
    });
    await expectText(bubble('late'), 'Not delivered: The 24-hour window had closed.');
    await expectText(bubble('odd'), 'Not delivered: Something of theirs');
  });

  it('shows a text as the customer sees it, whoever wrote it', async () => {
    const mine = {
      kind: 'outgoing' as const,
      author: { kind: 'agent' as const, name: 'Robin Vos' },
      delivery: 'read' as const,
    };
    await openFirst({
      messages: new Map([
        [1, [aMessage({ id: 1, text: '*theirs* <b>' }), aMessage({ id: 2, text: '**ours** and *soft*', ...mine })]],
      ]),
    });
    await expect.element(bubble('theirs <b>')).toBeVisible();
    expect(bubble('theirs').element().querySelector('strong')?.textContent).toBe('theirs');
    expect(bubble('ours').element().querySelector('strong')?.textContent).toBe('ours');
    expect(bubble('ours').element().querySelector('em')?.textContent).toBe('soft');
  });

  it('offers a template for what was refused late, with its text', async () => {
    const late = aMessage({
      id: 1,
      kind: 'outgoing',
      text: 'Are you there?',
      author: { kind: 'agent', name: 'Robin Vos' },
      delivery: 'failed',
      failure: { code: 131047, text: '131047: Re-engagement' },
    });
    const { state } = await openThread({ messages: new Map([[1, [late]]]) });
    await bubble('Are you there?').getByRole('button', { name: 'Choose template' }).click();
    expect(state().ui.templatePicker).toMatchObject({ conversationId: 1, text: 'Are you there?' });
  });

  it('says when a quoted message is not here, and gives the details of a message in both zones', async () => {
    const answer = aMessage({ id: 7, text: 'That one', quoted: { messageId: 2, author: null, text: null } });
    await openFirst({ messages: new Map([[1, [answer]]]) });
    await expect.element(bubble('That one').getByText('Answers a message that is not on this device')).toBeVisible();
    await focusOn(bubble('That one'));
    await userEvent.keyboard('{Enter}');
    await page.getByRole('menuitem', { name: 'Details' }).click();
    const details = page.getByRole('dialog', { name: 'Message details' });
    await expect.element(details.getByText(/\(Asia\/Kolkata\)$/)).toBeVisible();
    await expect.element(details.getByRole('button', { name: 'Copy Message id' })).toBeVisible();
  });

  it('shows what has not left yet at the end, with its deadline, once', async () => {
    const item = anOutboxItem({ mustLeaveBy: serverNow + hour });
    const contract = await openFirst({ messages: new Map([[1, [aMessage()]]]), outbox: [item] });
    await expectText(bubble('It arrives on Thursday.'), /Queued · must leave by \d/);
    contract.world.outbox = [];
    contract.world.messages.set(1, [
      aMessage(),
      aMessage({
        id: 2,
        kind: 'outgoing',
        text: 'It arrives on Thursday.',
        delivery: 'accepted',
        clientId: item.clientId,
        at: serverNow,
      }),
    ]);
    contract.emit({ name: 'outbox.changed', data: { ids: [1], revision: 1 } });
    await expectText(bubble('It arrives on Thursday.'), 'Accepted');
    expect(bubble('It arrives on Thursday.').elements()).toHaveLength(1);
  });

  it('lets a parked reply become a note', async () => {
    const item = anOutboxItem({ state: 'needs-template' });
    const contract = await openFirst({ messages: new Map([[1, [aMessage()]]]), outbox: [item] });
    await expectText(bubble('It arrives on Thursday.'), 'Window closed before it could go');
    await expect
      .element(bubble('It arrives on Thursday.').getByRole('button', { name: 'Choose template' }))
      .toBeVisible();
    await bubble('It arrives on Thursday.').getByRole('button', { name: 'Make note' }).click();
    await expect
      .poll(() => contract.callsOf('outbox.decide'))
      .toEqual([{ clientId: item.clientId, decision: 'make-note' }]);
    await expect.element(bubble('It arrives on Thursday.').getByText('Internal note · only your team')).toBeVisible();
  });

  it('never runs markup that a stranger sends', async () => {
    await openFirst({
      messages: new Map([[1, [aMessage({ text: '<img src=x onerror="window.hacked=1"> javascript:alert(1)' })]]]),
    });
    await expect.element(bubble('<img src=x')).toBeVisible();
    expect(log().element().querySelector('img, a')).toBeNull();
  });

  it('gives each message its own direction', async () => {
    await openFirst({ messages: new Map([[1, [aMessage({ text: 'متى يصل الطلب؟' })]]]) });
    await expect.element(log().getByText('متى يصل الطلب؟')).toHaveAttribute('dir', 'auto');
  });

  it('says so when the conversation is not here any more', async () => {
    const contract = memoryContract({ conversations: [aConversation()] });
    contract.refuse('messages.list', 'not-found');
    await renderOver(
      contract,
      <div style={{ height: 800 }}>
        <App />
      </div>,
    );
    await page.getByRole('option', { name: /Mara Singh/ }).click();
    await expect.element(page.getByText('This conversation is not on this device')).toBeVisible();
  });
});
