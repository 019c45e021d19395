/** WhatsApp says no after the server said yes: the text comes back with the reason, and never leaves twice by itself. */
import { afterEach, expect, test } from 'vitest';
import { openDesk, type Desk } from '../support/desk.ts';
import { reply, template } from '../support/outbox-items.ts';

let desk: Desk;
afterEach(() => desk.dispose());

/** A reply that the server accepted and WhatsApp refused with this text. */
async function refusedLate(
  failure: string,
  before: 'live' | 'offline' = 'live',
): Promise<{ id: string; message: number }> {
  desk = await openDesk((server) => {
    server.addConversation(1);
    server.customerWrites(1, 'Where is my order?');
  });
  const sent = reply('On its way.');
  await desk.call('replies.send', sent);
  await desk.clock.advance(1_000);
  const message = desk.server.messages.get(1)?.find(({ text }) => text === 'On its way.')?.id ?? 0;
  if (before === 'offline') desk.server.unplug();
  desk.server.statusMoves(1, message, { sourceId: 'wamid.1', status: 'failed', failure });
  if (before === 'offline') desk.server.plugIn();
  await desk.clock.advance(20_000);
  return { id: sent.clientId, message };
}

const everySent = () => desk.server.sentTo(1);

test.each(['131047: Re-engagement message', '63016 - outside the allowed window', '470'])(
  'refused because the window is closed (%s): one step from a template, and the chat locks',
  async (failure) => {
    const { id } = await refusedLate(failure);
    expect(await desk.outbox(1)).toMatchObject([
      { state: 'needs-template', content: { text: 'On its way.' }, problem: { kind: 'refused', text: failure } },
    ]);
    await expect(desk.call('replies.send', reply('again?'))).rejects.toMatchObject({ code: 'window-closed' });
    await desk.clock.advance(600_000);
    expect(everySent()).toEqual(['On its way.']);
    await desk.call('templates.send', template(id));
    await desk.clock.advance(1_000);
    expect(everySent()).toEqual(['On its way.', 'Hello Mara, your order is on its way.']);
    expect(await desk.outbox(1)).toEqual([]);
  },
);

test.each([
  ['100: Invalid parameter', 100],
  ['131070: other responder', 131_070],
  ['131026: Message undeliverable', 131_026],
  ['131049: limit', 131_049],
  ['131050: stopped', 131_050],
])(
  'refused for another reason (%s): failed with WhatsApp’s number, and the text can be taken back',
  async (text, code) => {
    const { id } = await refusedLate(text);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'failed', problem: { kind: 'refused', code, text } }]);
    const { draft } = await desk.call('outbox.takeBack', { clientId: id });
    expect(draft).toMatchObject({ audience: 'customer', text: 'On its way.' });
    expect(await desk.outbox(1)).toEqual([]);
    await desk.clock.advance(120_000);
    expect(everySent()).toEqual(['On its way.']);
  },
);

test('heard of only after a gap, it is the same', async () => {
  await refusedLate('131047: Re-engagement message', 'offline');
  expect(await desk.outbox(1)).toMatchObject([{ state: 'needs-template', problem: { code: 131_047 } }]);
});

test('sent again once the customer has written: a new message under a new id, once', async () => {
  const { id } = await refusedLate('131047: Re-engagement message');
  desk.server.customerWrites(1, 'Hello?');
  await desk.clock.advance(1_000);
  await desk.call('outbox.decide', { clientId: id, decision: 'send-again' });
  await desk.clock.advance(120_000);
  expect(everySent()).toEqual(['On its way.', 'On its way.']);
  const ids = (desk.server.messages.get(1) ?? []).filter(({ kind }) => kind === 'outgoing').map((one) => one.clientId);
  expect(new Set(ids).size).toBe(2);
  expect(await desk.outbox(1)).toEqual([]);
});

test('delivered after all: nothing is left to do', async () => {
  const { message } = await refusedLate('131047: Re-engagement message');
  desk.server.statusMoves(1, message, { status: 'delivered', failure: null });
  await desk.clock.advance(1_000);
  expect(await desk.outbox(1)).toEqual([]);
});
