/** The thread as something that scrolls: where it opens, what keeps still, jumping, finding, keys. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Message } from '../../shared/contract/entities.ts';
import { patchThread } from '../../renderer/state/store.ts';
import { focusOn } from './support/focus-on.ts';
import { aConversation, aMessage, anOutboxItem, hour, minute, serverNow } from './support/fixtures.ts';
import { atRest, bubbleOf, log, nextFrame, openThread, scroller, scrollTo } from './support/open-thread.tsx';

/** Long and short ones, so that heights differ. */
const line = (id: number, last: number): Message =>
  aMessage({
    id,
    text: `Line ${id}${id % 7 === 0 ? ` ${'goes on and on '.repeat(12)}` : ''}`,
    kind: id % 3 === 0 ? 'outgoing' : 'incoming',
    delivery: id % 3 === 0 ? 'read' : null,
    at: serverNow - (last - id + 1) * 10 * minute,
  });
const lines = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, index) => line(from + index, to));
const toEnd = (): number => scroller().scrollHeight - scroller().scrollTop - scroller().clientHeight;
function topOf(text: string): number {
  const found = [...scroller().querySelectorAll('article')].find((article) => article.textContent.includes(text));
  if (found === undefined) throw new Error(`${text} is not on the screen`);
  return found.getBoundingClientRect().top;
}

beforeEach(async () => {
  await page.viewport(1000, 700);
});

describe('where it opens', () => {
  it('at the first unread message, with a divider, if they do not all fit', async () => {
    const messages = lines(1, 90);
    await openThread({ conversations: [aConversation({ unread: 30 })], messages: new Map([[1, messages]]) });
    await expect.element(log().getByRole('separator', { name: 'New since you were here' })).toBeVisible();
    await atRest();
    expect(toEnd()).toBeGreaterThan(300);
    await expect.element(page.getByRole('button', { name: 'Jump to newest' })).toBeVisible();
  });

  it('at the end if all that is unread fits', async () => {
    await openThread({ conversations: [aConversation({ unread: 2 })], messages: new Map([[1, lines(1, 90)]]) });
    await expect.element(log().getByRole('separator', { name: 'New since you were here' })).toBeVisible();
    await expect.poll(toEnd).toBeLessThan(4);
    await expect.element(page.getByRole('button', { name: 'Jump to newest' })).not.toBeInTheDocument();
  });
});

describe('what keeps still', () => {
  it('older messages come in above without moving what is read, to the pixel', async () => {
    const { contract } = await openThread({ messages: new Map([[1, lines(1, 400)]]) });
    await expect.poll(toEnd).toBeLessThan(4);
    await atRest();
    await scrollTo(700);
    const before = contract.callsOf('messages.list').length;
    const first = [...scroller().querySelectorAll('article')].find(
      (article) => article.getBoundingClientRect().top > 100,
    );
    const text = /Line \d+/.exec(first?.textContent ?? '')?.[0] ?? '';
    const place = topOf(text);
    // Heights that were measured on the way have moved it from where it was put; older ones are read from 400 px on.
    const up = scroller().scrollTop - 350;
    scroller().dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: -1 }));
    scroller().scrollTop -= up;
    await expect.poll(() => contract.callsOf('messages.list').length).toBeGreaterThan(before);
    await atRest();
    expect(Math.abs(topOf(text) - (place + up))).toBeLessThanOrEqual(1);
  });

  it('new messages do not pull a reader down, but are counted on the way back', async () => {
    const messages = lines(1, 120);
    const { contract } = await openThread({ messages: new Map([[1, messages]]) });
    await expect.poll(toEnd).toBeLessThan(4);
    await atRest();
    await scrollTo(scroller().scrollTop - 900);
    const top = scroller().scrollTop;
    contract.world.messages.set(1, [
      ...messages,
      ...[121, 122, 123].map((id) => aMessage({ id, text: `New ${id}`, at: serverNow })),
    ]);
    contract.emit({ name: 'messages.changed', data: { ids: [1], revision: 1 } });
    const jump = page.getByRole('button', { name: 'Jump to newest (3 new messages)' });
    await expect.element(jump).toBeVisible();
    expect(Math.abs(scroller().scrollTop - top)).toBeLessThanOrEqual(1);
    await jump.click();
    await expect.poll(toEnd).toBeLessThan(4);
    await expect.element(bubbleOf('New 123')).toBeVisible();
    await expect.element(jump).not.toBeInTheDocument();
  });

  it('a new message does not take back a scroll that the browser has not told yet', async () => {
    const { store } = await openThread({ messages: new Map([[1, lines(61, 120)]]) });
    await expect.poll(toEnd).toBeLessThan(4);
    await atRest();
    // Scrolling is told with the next frame, and what the store holds is drawn before it.
    const scrolling = scrollTo(scroller().scrollTop - 900);
    patchThread(store, 1, { messages: [...lines(61, 120), aMessage({ id: 121, text: 'New 121', at: serverNow })] });
    await scrolling;
    expect(toEnd()).toBeGreaterThan(800);
  });

  it('scrolls through 5,000 messages as through 300: as few elements in the document', async () => {
    const { store } = await openThread({ messages: new Map([[1, lines(4_941, 5_000)]]) });
    await expect.poll(toEnd).toBeLessThan(4);
    for (const messages of [lines(4_701, 5_000), lines(1, 5_000)]) {
      // As after scrolling to the very beginning, without the reading.
      patchThread(store, 1, { messages });
      await scrollTo(scroller().scrollHeight);
      for (let step = 0; step < 20; step += 1) {
        scroller().scrollTop -= 700;
        await nextFrame();
        expect(scroller().querySelectorAll('article').length).toBeLessThan(80);
      }
    }
  });
});

describe('jumping', () => {
  it('to a quoted message far back, and on to the newest again', async () => {
    const messages = [
      ...lines(1, 500),
      aMessage({
        id: 501,
        text: 'Yes, that one',
        at: serverNow,
        quoted: { messageId: 20, author: 'Mara Singh', text: 'Line 20' },
      }),
    ];
    const { contract } = await openThread({ messages: new Map([[1, messages]]) });
    await bubbleOf('Yes, that one')
      .getByRole('button', { name: /Line 20/ })
      .click();
    await expect.poll(() => contract.callsOf('messages.around')[0]?.messageId).toBe(20);
    await expect.element(log().getByText('Line 20', { exact: true })).toBeVisible();
    await expect.poll(() => document.activeElement?.textContent).toContain('Line 20');
    await page.getByRole('button', { name: 'Jump to newest' }).click();
    await expect.element(bubbleOf('Yes, that one')).toBeVisible();
    await expect.poll(toEnd).toBeLessThan(4);
  });

  it('from another page or conversation to a message that is among the newest, and stays there', async () => {
    const messages = new Map([[1, lines(1, 58)]]);
    const unread = aConversation({ unread: 58 });
    const { actions, state } = await openThread({ conversations: [unread, aConversation({ id: 2 })], messages });
    actions.ui.select(2);
    await expect.element(page.getByRole('log')).not.toBeInTheDocument();
    actions.ui.showMessage(1, 20);
    await expect.poll(() => state().thread?.state).toBe('ready');
    await expect.element(bubbleOf('Line 20')).toBeVisible();
    await atRest();
    const middle = window.innerHeight / 2;
    expect(Math.abs(topOf('Line 20') - middle)).toBeLessThan(middle / 2);
    await page.getByRole('button', { name: 'Jump to newest' }).click();
    await expect.poll(toEnd).toBeLessThan(4);
  });

  it('gives way to the wheel at once, while the heights are still being measured', async () => {
    const { actions } = await openThread({ messages: new Map([[1, lines(1, 260)]]) });
    const line30 = (): Element | undefined =>
      [...scroller().querySelectorAll('article .message-text')].find(({ textContent }) => textContent === 'Line 30');
    actions.ui.showMessage(1, 30);
    // In the very frame in which it is there: a poll would come when everything is settled.
    while (line30() === undefined) await nextFrame();
    for (let step = 0; step < 5; step += 1) {
      scroller().dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: 300 }));
      scroller().scrollTop += 300;
      await nextFrame();
    }
    await atRest();
    expect(line30()?.getBoundingClientRect().bottom ?? -1).toBeLessThan(0);
  });

  it('forward from there page by page, until the end is the end again', async () => {
    const { actions, state } = await openThread({ messages: new Map([[1, lines(1, 260)]]) });
    actions.ui.showMessage(1, 30);
    await expect.element(log().getByText('Line 30', { exact: true })).toBeVisible();
    expect(state().thread?.hasNewer).toBe(true);
    // Each page comes in below where the scroll ended.
    const goesOn = () => state().thread?.hasNewer === true || toEnd() > 4;
    for (let round = 0; round < 40 && goesOn(); round += 1) await scrollTo(1e7);
    await expect.element(log().getByText('Line 260', { exact: true })).toBeVisible();
    const ids = state().thread?.messages.map(({ id }) => id) ?? [];
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, index) => 261 - ids.length + index));
  });

  it('says so if the message is not on this device', async () => {
    const { contract, actions, state } = await openThread({ messages: new Map([[1, lines(1, 80)]]) });
    contract.refuse('messages.around', 'not-found');
    actions.ui.showMessage(1, 9_999);
    await expect.poll(() => state().ui.notice).toBe('thread.notHere');
  });
});

describe('find', () => {
  it('looks through everything on the device, counts, and goes on with Enter', async () => {
    const messages = lines(1, 450).map((message) =>
      [7, 210, 449].includes(message.id) ? { ...message, text: `${message.text} Café Brûlé` } : message,
    );
    await openThread({ messages: new Map([[1, messages]]) });
    await userEvent.keyboard('{Control>}f{/Control}');
    const field = page.getByRole('searchbox', { name: 'Find in this conversation' });
    await expect.element(field).toHaveFocus();
    await field.fill('cafe brule');
    await expect.element(page.getByText('1 of 3')).toBeVisible();
    await expect.element(log().getByText(/Line 449 /)).toBeVisible();
    await expect.poll(() => CSS.highlights.get('find')?.size).toBe(1);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('2 of 3')).toBeVisible();
    await expect.element(bubbleOf('Line 210 ')).toBeVisible();
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('{Enter}{Enter}');
    await expect.element(page.getByText('1 of 3')).toBeVisible();
    await field.fill('nowhere at all');
    await expect.element(page.getByText('Nothing found')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(field).not.toBeInTheDocument();
    expect(CSS.highlights.get('find')).toBeUndefined();
  });
});

describe('keys', () => {
  it('one tab stop; arrows, Home, End and pages move it; the menu key opens its menu', async () => {
    const { state } = await openThread({ messages: new Map([[1, lines(1, 59)]]) });
    await expect.poll(toEnd).toBeLessThan(4);
    expect(scroller().querySelectorAll('article[tabindex="0"]')).toHaveLength(1);
    const focused = () => document.activeElement?.getAttribute('data-item');
    const focusedLine = () => Number(focused()?.replace('message ', ''));
    // The list hides what it has not measured yet, and what is hidden takes no focus.
    await expect.element(bubbleOf('Line 59 ')).toBeVisible();
    await focusOn(bubbleOf('Line 59 '));
    expect(focused()).toBe('message 59');
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(focused).toBe('message 58');
    await userEvent.keyboard('{PageUp}');
    await expect.poll(focusedLine).toBeLessThan(55);
    await userEvent.keyboard('{Home}');
    await expect.poll(focused).toBe('message 1');
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('message 59');
    await userEvent.keyboard('{ContextMenu}');
    await expect.element(page.getByRole('menuitem', { name: 'Reply to this' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(state().ui.quote?.message.id).toBe(59);
  });

  it('Q answers the focused message, never a note', async () => {
    const messages = [
      aMessage({ id: 1 }),
      aMessage({ id: 2, kind: 'note', text: 'Only us', author: { kind: 'agent', name: 'Ana' } }),
    ];
    const { state } = await openThread({ messages: new Map([[1, messages]]) });
    await focusOn(bubbleOf('Only us'));
    await userEvent.keyboard('q');
    expect(state().ui.quote?.message.id).toBe(1);
  });

  it('keeps the focus on a reply while it becomes a message', async () => {
    const item = anOutboxItem({ mustLeaveBy: serverNow + hour });
    const { contract } = await openThread({ messages: new Map([[1, [aMessage()]]]), outbox: [item] });
    await focusOn(bubbleOf('It arrives on Thursday.'));
    contract.world.outbox = [];
    const sent = aMessage({
      id: 2,
      kind: 'outgoing',
      text: 'It arrives on Thursday.',
      delivery: 'accepted',
      clientId: item.clientId,
    });
    contract.world.messages.set(1, [aMessage(), sent]);
    contract.emit({ name: 'outbox.changed', data: { ids: [1], revision: 1 } });
    await expect.element(bubbleOf('It arrives on Thursday.').getByText('Accepted')).toBeVisible();
    await expect.poll(() => document.activeElement?.getAttribute('data-item')).toBe(item.clientId);
  });
});

describe('gaps and changes', () => {
  it('names the days that are missing and fetches them', async () => {
    const day = 24 * hour;
    const messages = [
      aMessage({ id: 1, text: 'Before', at: serverNow - 9 * day }),
      aMessage({ id: 9, text: 'After', at: serverNow - 5 * day }),
    ];
    const missing = new Map([[1, [aMessage({ id: 5, text: 'Between', at: serverNow - 7 * day })]]]);
    const { contract } = await openThread({ messages: new Map([[1, messages]]), missing });
    await expect.element(log().getByText(/^Messages from .*\d.* are not on this device$/)).toBeVisible();
    await log().getByRole('button', { name: 'Load' }).click();
    await expect.element(bubbleOf('Between')).toBeVisible();
    expect(contract.callsOf('messages.fillGap')).toEqual([{ conversationId: 1, afterId: 1, beforeId: 9 }]);
    await expect.element(log().getByText(/are not on this device$/)).not.toBeInTheDocument();
  });

  it('folds many changes in a row', async () => {
    const change = (id: number) =>
      aMessage({
        id,
        kind: 'activity',
        text: `Change ${id}`,
        author: { kind: 'system', name: '' },
        at: serverNow - minute,
      });
    await openThread({ messages: new Map([[1, [1, 2, 3, 4].map(change)]]) });
    await expect.element(log().getByText(/^Change 4/)).toBeVisible();
    await expect.element(log().getByText(/^Change 1/)).not.toBeInTheDocument();
    await log().getByRole('button', { name: '4 changes' }).click();
    await expect.element(log().getByText(/^Change 1/)).toBeVisible();
  });
});
