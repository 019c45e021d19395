import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../renderer/app.css';
import { App } from '../../renderer/app.tsx';
import { keepSame } from '../../renderer/state/keep-same.ts';
import { createReadAhead } from '../../renderer/state/read-ahead.ts';
import type { MessagePage } from '../../shared/contract/entities.ts';
import { aConversation, aMessage, aTemplate } from './support/fixtures.ts';
import { memoryContract, type MemoryContract } from './support/memory-contract.ts';
import { renderOver, settled } from './support/render-page.tsx';
import { openDesk } from './support/whole-desk.tsx';

const pageOf = (serverHasOlder: boolean): MessagePage => ({ rows: [], gaps: [], hasOlder: false, serverHasOlder });

/** Reads that are answered by hand. */
function byHand() {
  const asked: { readonly id: number; readonly answer: PromiseWithResolvers<MessagePage> }[] = [];
  const ahead = createReadAhead((id) => {
    const answer = Promise.withResolvers<MessagePage>();
    asked.push({ id, answer });
    return answer.promise;
  });
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  const answer = async (index: number, found = pageOf(false)): Promise<void> => {
    asked[index]?.answer.resolve(found);
    await settled();
  };
  return { ahead, answer, ids: () => asked.map(({ id }) => id) };
}

describe('what is read ahead', () => {
  it('is there for the conversation it belongs to, once', async () => {
    const { ahead, answer, ids } = byHand();
    ahead.want(1);
    const found = pageOf(true);
    await answer(0, found);
    expect(ahead.take(2)).toBeNull();
    ahead.want(1);
    await answer(1, found);
    expect(ahead.take(1)).toBe(found);
    expect(ahead.take(1)).toBeNull();
    expect(ids()).toEqual([1, 1]);
  });

  it('follows a cursor that is faster than the answers with one read at a time', async () => {
    const { ahead, answer, ids } = byHand();
    for (const id of [1, 2, 3, 4]) ahead.want(id);
    expect(ids()).toEqual([1]);
    await answer(0);
    await answer(1);
    expect(ids()).toEqual([1, 4]);
    expect(ahead.take(1)).toBeNull();
  });

  it('is dropped by a change, also by one that comes while it is being read', async () => {
    const { ahead, answer } = byHand();
    ahead.want(1);
    ahead.drop([7]);
    await answer(0);
    ahead.drop([1, 2]);
    expect(ahead.take(1)).toBeNull();
    ahead.want(1);
    ahead.drop(null);
    await answer(1);
    expect(ahead.take(1)).toBeNull();
  });
});

describe('a thread under the cursor', () => {
  const conversations = [1, 2, 3].map((id) =>
    aConversation({ id, contact: { id, name: `Customer ${id}`, phoneNumber: null, avatarUrl: null }, unread: 0 }),
  );
  const saying = (words: string) =>
    new Map(conversations.map(({ id }) => [id, [aMessage({ id, conversationId: id, text: `${words} of ${id}` })]]));

  /** The cursor is on the first conversation, and its messages are here. */
  async function pointed(): Promise<MemoryContract> {
    const contract = memoryContract({ conversations, messages: saying('Words') });
    await renderOver(
      contract,
      <div style={{ height: '100vh' }}>
        <App />
      </div>,
    );
    await expect.element(page.getByRole('option', { name: /Customer 1/ })).toBeVisible();
    await userEvent.keyboard('j');
    await expect.poll(() => contract.callsOf('messages.list').length).toBe(1);
    return contract;
  }

  it('is painted by the key that opens it, and not read again', async () => {
    const contract = await pointed();
    const shown: boolean[] = [];
    // After the page's own handlers, and before any answer.
    window.addEventListener(
      'keydown',
      () => queueMicrotask(() => shown.push(document.querySelector('[role=log]') !== null)),
      {
        once: true,
      },
    );
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/Words of/).first()).toBeVisible();
    expect(shown).toEqual([true]);
    // The picker reads further back, for what was sent to this customer.
    const pages = contract.callsOf('messages.list').filter(({ limit }) => limit === 60);
    expect(pages).toHaveLength(1);
  });

  it('is read again if it changed in between', async () => {
    const contract = await pointed();
    contract.world.messages = saying('News');
    contract.emit({ name: 'messages.changed', data: { ids: [1, 2, 3], revision: 1 } });
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/News of/).first()).toBeVisible();
    expect(document.body.textContent).not.toContain('Words of');
  });
});

describe('the template picker of the open conversation', () => {
  afterEach(() => vi.unstubAllGlobals());

  const templates = [aTemplate({ name: 'order_update' }), aTemplate({ name: 'follow_up' })];
  const choices = (): number => document.querySelectorAll('dialog[open] [role=option]').length;

  it('has its templates with the key that opens it, and reads nothing then', async () => {
    // A page that always has time, so that reading is over at a moment that can be told.
    vi.stubGlobal('requestIdleCallback', (run: () => void) => {
      queueMicrotask(run);
      return 0;
    });
    const contract = await openDesk({ conversations: [aConversation()], templates });
    await settled(contract);
    const read = contract.callsOf('templates.list').length;
    const shown: number[] = [];
    window.addEventListener('keydown', () => queueMicrotask(() => shown.push(choices())), { once: true });
    await userEvent.keyboard('t');
    await expect.poll(choices).toBe(2);
    expect(shown).toEqual([2]);
    expect(contract.callsOf('templates.list')).toHaveLength(read);
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
  });

  it('shows what has changed since it was read', async () => {
    const contract = await openDesk({ conversations: [aConversation()], templates });
    await expect.poll(() => contract.callsOf('pricing.get').length).toBeGreaterThan(0);
    contract.world.templates = [...templates, aTemplate({ name: 'one_more' })];
    contract.emit({ name: 'templates.changed', data: { revision: 1 } });
    await userEvent.keyboard('t');
    await expect.poll(choices).toBe(3);
  });
});

describe('keeping what says the same', () => {
  it('keeps the object before for any data, and takes the new one for any difference', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(keepSame(a, structuredClone(a))).toBe(a);
        if (JSON.stringify(a) !== JSON.stringify(b)) expect(keepSame({ a }, { a: b }).a).toBe(b);
      }),
    );
  });

  it('sees a key that is missing, one that is undefined and an array that became an object', () => {
    for (const [before, now] of [
      [{ a: 1 }, { a: 1, b: undefined }],
      [{ a: undefined }, { b: undefined }],
      [[1], { 0: 1 }],
      [[1, 2], [1]],
    ] as const) {
      expect(keepSame<unknown>(before, now)).toBe(now);
    }
  });
});
