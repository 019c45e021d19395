/** What is queued for a conversation that is not in the cache, because that was begun anew: nothing is taken for granted. */
import { afterEach, expect, test } from 'vitest';
import { ConnectorError, type Connector } from '../../electron/core/connectors/connector.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { act, clientId, reply, template } from '../support/outbox-items.ts';

const hour = 3_600_000;

let desk: Desk;
afterEach(() => desk.dispose());

/** Queues something offline; then the cache is lost, `awayMs` go by, and the desk starts with the server there again. */
async function backWithoutCache(
  queue: () => Promise<unknown>,
  awayMs: number,
  { meanwhile = () => {}, slow = 'conversationPage' }: { meanwhile?: () => void; slow?: keyof Connector } = {},
): Promise<void> {
  desk = await openDesk((server) => {
    server.addConversation(1);
    server.customerWrites(1, 'Where is my order?');
  });
  await desk.clock.advance(2_000);
  desk.server.unplug();
  await desk.clock.advance(100);
  await queue();
  await desk.kill();
  desk.loseCache();
  await desk.clock.advance(awayMs);
  meanwhile();
  desk.server.plugIn();
  // One thing takes its time, as the list of a large workspace does; whatever else is asked is answered.
  const notYet = new ConnectorError('server', 'no', 503, 'not there yet');
  for (let time = 0; time < 3; time += 1) desk.server.failNext(slow, notYet);
  await desk.restart();
  await desk.clock.advance(120_000);
}

const sendReply = () => desk.call('replies.send', reply('It is on its way.'));
const sendTemplate = () => desk.call('templates.send', template());

test('a reply whose window closed meanwhile is parked, not sent', async () => {
  await backWithoutCache(sendReply, 25 * hour);
  expect(desk.server.sentTo(1)).toEqual([]);
  expect(await desk.outbox(1)).toMatchObject([
    { state: 'needs-template', content: { text: 'It is on its way.' }, problem: { kind: 'window-closed' } },
  ]);
});

test('the file of such a reply is not even uploaded', async () => {
  await backWithoutCache(async () => {
    const { id } = await desk.addFile('receipt.pdf', '%PDF-1.7');
    await desk.call('replies.send', reply('Your receipt', clientId(), [id]));
  }, 25 * hour);
  expect(desk.server.requests.filter((request) => request.startsWith('uploadFile'))).toEqual([]);
  expect(await desk.outbox(1)).toMatchObject([{ state: 'needs-template' }]);
});

test('a macro that writes to the customer waits for a person', async () => {
  await backWithoutCache(
    () => desk.call('conversations.act', act({ kind: 'run-macro', macroId: 6, name: 'Say goodbye' })),
    25 * hour,
  );
  expect(desk.server.macroRuns).toEqual([]);
  expect(await desk.outbox(1)).toMatchObject([{ state: 'held', problem: { kind: 'window-closed' } }]);
});

test('a reply whose window is open still goes, once', async () => {
  await backWithoutCache(sendReply, hour);
  expect(desk.server.sentTo(1)).toEqual(['It is on its way.']);
});

test.each(['conversationPage', 'reference'] as const)(
  'a template waits for %s and is not taken for gone',
  async (slow) => {
    await backWithoutCache(sendTemplate, 25 * hour, { slow });
    expect(desk.server.sentTo(1)).toEqual(['Hello Mara, your order is on its way.']);
  },
);

test('deleted on the server as well: it fails, and its text is there', async () => {
  await backWithoutCache(sendReply, hour, { meanwhile: () => desk.server.conversations.delete(1) });
  expect(await desk.outbox(1)).toMatchObject([{ state: 'failed', content: { text: 'It is on its way.' } }]);
});

test('several at once: a macro that writes to a customer who is not here is refused before anything is queued', async () => {
  desk = await openDesk((server) => server.addConversation(1));
  await desk.clock.advance(2_000);
  const asked = desk.call('conversations.actOnMany', {
    targets: [{ conversationId: 99, clientId: clientId() }],
    action: { kind: 'run-macro', macroId: 6, name: 'Say goodbye' },
  });
  await expect(asked).rejects.toMatchObject({ code: 'window-unverified' });
  expect(await desk.outbox()).toEqual([]);
});
