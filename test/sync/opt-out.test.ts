/** Who stopped marketing gets none: the call handler and the outbox each refuse it, whatever the other does. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Template } from '../../shared/contract/templates.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { orderUpdate } from '../support/fake-server.ts';

const values = { header: {}, body: { '1': 'Mara' }, buttons: {}, mediaUrl: null, mediaName: null };
const autumnOffer: Template = { ...orderUpdate, name: 'autumn_offer', category: 'marketing' };
const stopped = '131050: User has stopped receiving marketing messages';

let desk: Desk;
afterEach(() => desk.dispose());

/** Conversations 1 and 2 are with the same customer on the same number, 3 is with somebody else. */
beforeEach(async () => {
  desk = await openDesk((server) => {
    server.templates = [orderUpdate, autumnOffer];
    for (const id of [1, 2, 3]) server.addConversation(id);
    const [first, second] = [1, 2].map((id) => server.conversations.get(id)!);
    server.conversations.set(2, { ...second!, contact: first!.contact! });
    server.customerWrites(1, 'Hello');
  });
  await desk.clock.advance(2_000);
});

async function refusedOnce(): Promise<void> {
  await desk.call('templates.send', offer(1, 1));
  await desk.clock.advance(2_000);
  const sent = desk.server.messages.get(1)?.at(-1);
  desk.server.statusMoves(1, sent?.id ?? 0, { sourceId: 'wamid.1' });
  desk.server.statusMoves(1, sent?.id ?? 0, { status: 'failed', failure: stopped });
  await desk.clock.advance(2_000);
}

const offer = (number: number, conversationId: number, name = autumnOffer.name) => ({
  conversationId,
  clientId: `00000000-0000-4000-8000-00000000000${String(number)}`,
  name,
  language: 'en_US',
  values,
  replaces: null,
});
const sentIn = (conversationId: number): number =>
  desk.server.requests.filter((request) => request.startsWith(`createMessage ${String(conversationId)}`)).length;

describe('the call handler', () => {
  test('refuses marketing to them in every conversation with this number, and nobody else', async () => {
    await refusedOnce();
    for (const id of [1, 2]) {
      await expect(desk.call('templates.send', offer(2, id))).rejects.toMatchObject({ code: 'opted-out' });
    }
    await desk.call('templates.send', offer(3, 2, orderUpdate.name));
    await desk.call('templates.send', offer(4, 3));
  });
});

describe('the outbox', () => {
  test('refuses what was queued before they stopped it, and says why', async () => {
    desk.server.unplug();
    await desk.clock.advance(2_000);
    // Without a network nobody knows yet, so that the call handler lets it through.
    await desk.call('templates.send', offer(2, 2));
    desk.server.someoneAdds(1, { text: 'An offer', status: 'failed', failure: stopped, isTemplate: true });
    desk.server.plugIn();
    await desk.clock.advance(60_000);
    const items = await desk.outbox(2);
    expect(items).toMatchObject([{ state: 'failed', problem: { kind: 'refused', code: 131_050 } }]);
    expect(sentIn(2)).toBe(0);
  });
});
