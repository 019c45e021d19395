/** What is queued for a conversation that is not in the cache, because that was begun anew: nothing is taken for granted. */
import { afterEach, expect, test } from 'vitest';
import { ConnectorError } from '../../electron/core/connectors/connector.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { act, reply, template } from '../support/outbox-items.ts';

const hour = 3_600_000;

let desk: Desk;
afterEach(() => desk.dispose());

/** Queues something offline; then the cache is lost, `awayMs` go by, and the desk starts with the server there again. */
async function backWithoutCache(queue: () => Promise<unknown>, awayMs: number, meanwhile = () => {}): Promise<void> {
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
  // The list takes its time, as that of a large workspace does; whatever else is asked is answered.
  const slow = new ConnectorError('server', 'no', 503, 'the list is not there yet');
  for (let time = 0; time < 3; time += 1) desk.server.failNext('conversationPage', slow);
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

test('a template goes once what there is to choose from was read, and is not taken for gone before', async () => {
  await backWithoutCache(sendTemplate, 25 * hour);
  expect(desk.server.sentTo(1)).toEqual(['Hello Mara, your order is on its way.']);
});

test('deleted on the server as well: it fails, and its text is there', async () => {
  await backWithoutCache(sendReply, hour, () => desk.server.conversations.delete(1));
  expect(await desk.outbox(1)).toMatchObject([{ state: 'failed', content: { text: 'It is on its way.' } }]);
});
