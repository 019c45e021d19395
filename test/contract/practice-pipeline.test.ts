import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import { conversationWith, get, joinRoom, post, startQuiet, textWebhook } from './practice-client.ts';
import type { CableClient, Wire } from './practice-client.ts';

let server: PracticeServer;
let cable: CableClient;
beforeEach(async () => {
  server = await startQuiet();
  cable = await joinRoom(server);
});
afterEach(async () => {
  cable.close();
  expect(server.problems).toEqual([]);
  await server.stop();
});

const messagesPath = (name: string): string => `/conversations/${String(conversationWith(server, name))}/messages`;
const updates = (id: number): Wire[] =>
  cable.frames
    .filter((frame) => frame.message?.event === 'message.updated' && frame.message.data.id === id)
    .map((frame) => frame.message.data);
/** Waits on the practice clock instead of ours. */
const finalUpdate = (id: number, status: string): Promise<Wire> => {
  server.skip(5_000);
  return cable.event('message.updated', (data) => data.id === id && data.status === status);
};

it('hands a reply over, then delivers it, then has it read', async () => {
  const sent = await post(server, messagesPath('Mateus Oliveira'), { content: 'Pronto!' });
  expect(sent).toMatchObject({ status: 'sent', source_id: null, private: false });
  await cable.event('message.updated', (data) => data.id === sent.id && data.status === 'read');
  expect(updates(sent.id).map((data) => [data.status, data.source_id !== null])).toEqual([
    ['sent', true],
    ['delivered', true],
    ['read', true],
  ]);
  expect(updates(sent.id)[0].previous_changes.source_id[0]).toBeNull();
  expect(updates(sent.id)[0].source_id).toMatch(/^wamid\./);
  const listed: Wire[] = (await get(server, messagesPath('Mateus Oliveira'))).payload;
  expect(listed.at(-1)).toMatchObject({ id: sent.id, status: 'read' });
});

it('fails free text in a closed window after saying 200', async () => {
  const sent = await post(server, messagesPath('Oliver Stone'), { content: 'M6 is on its way' });
  expect(sent.status).toBe('sent');
  const failed = await finalUpdate(sent.id, 'failed');
  expect(failed.source_id).toBeNull();
  expect(failed.content_attributes.external_error).toBe('Template not found or invalid template name');
});

it('judges the window when the job runs, on the practice clock', async () => {
  const id = conversationWith(server, 'Fatima Al Mansoori');
  expect((await get(server, `/conversations/${String(id)}`)).can_reply).toBe(true);
  server.skip(3 * 60_000);
  expect((await get(server, `/conversations/${String(id)}`)).can_reply).toBe(false);
  const sent = await post(server, messagesPath('Fatima Al Mansoori'), { content: 'نعم' });
  await finalUpdate(sent.id, 'failed');
});

it('closes at exactly 24 hours', async () => {
  let now = Date.now();
  const frozen = await startQuiet({ wallNow: () => now });
  const frozenId = conversationWith(frozen, 'Fatima Al Mansoori');
  const opened = frozen.state.messages.findLast((message) => message.conversationId === frozenId && message.type === 0);
  now = (opened?.createdAt ?? 0) + 24 * 60 * 60 * 1000 - 1;
  expect((await get(frozen, `/conversations/${String(frozenId)}`)).can_reply).toBe(true);
  now += 1;
  expect((await get(frozen, `/conversations/${String(frozenId)}`)).can_reply).toBe(false);
  await frozen.stop();
});

it('lets WhatsApp refuse late with 131047 for a customer who is marked so', async () => {
  const contact = server.state.contacts.find((other) => other.name === 'Ingrid Bauer');
  const opening = textWebhook(contact?.phoneNumber.slice(1) ?? '', 'Ingrid Bauer', 'wamid.late', 'Hallo?');
  const hook = await fetch(server.webhook, { method: 'POST', body: JSON.stringify(opening) });
  expect(hook.status).toBe(200);
  const sent = await post(server, messagesPath('Ingrid Bauer'), { content: 'Freitag passt.' });
  const failed = await finalUpdate(sent.id, 'failed');
  expect(failed.source_id).toMatch(/^wamid\./);
  expect(failed.content_attributes.external_error).toBe('131047: Re-engagement message');
});

it('never hands a private note to WhatsApp', async () => {
  const note = await post(server, messagesPath('Oliver Stone'), { content: 'between us', private: true });
  const reply = await post(server, messagesPath('Mateus Oliveira'), { content: 'later' });
  await finalUpdate(reply.id, 'read');
  expect(updates(note.id)).toEqual([]);
  const stored = server.state.messages.find((message) => message.id === note.id);
  expect(stored).toMatchObject({ isPrivate: true, status: 'sent', sourceId: null });
});

it('does not send a public message that came with a source id', async () => {
  const odd = await post(server, messagesPath('Mateus Oliveira'), { content: 'x', source_id: 'mine' });
  const reply = await post(server, messagesPath('Mateus Oliveira'), { content: 'y' });
  await finalUpdate(reply.id, 'delivered');
  expect(updates(odd.id)).toEqual([]);
});

describe('templates', () => {
  const send = async (template_params: unknown): Promise<Wire> =>
    post(server, messagesPath('Oliver Stone'), { content: 'Hello Oliver…', template_params });
  const good = {
    name: 'continue_conversation',
    language: 'en_US',
    category: 'UTILITY',
    processed_params: { body: { '1': '{{contact.first_name}}', '2': 'the screws' } },
  };

  it('deliver in a closed window, with Liquid in their values and no trace in REST', async () => {
    const sent = await send(good);
    expect(sent).not.toHaveProperty('additional_attributes');
    const delivered = await finalUpdate(sent.id, 'delivered');
    expect(delivered.additional_attributes.template_params.processed_params.body).toEqual({
      '1': 'Oliver',
      '2': 'the screws',
    });
  });

  it.each([
    ['unknown', { ...good, name: 'nope' }, '132001: Template name does not exist in the translation'],
    [
      'in a language it was not approved in',
      { ...good, language: 'fr' },
      '132001: Template name does not exist in the translation',
    ],
    [
      'rejected',
      { name: 'flash_sale_today', language: 'en_US', processed_params: { body: { '1': 'a' } } },
      '132001: Template name does not exist in the translation',
    ],
    [
      'paused',
      { name: 'back_in_stock', language: 'en_US', processed_params: { body: { '1': 'a', '2': 'b' } } },
      '132015: Template is paused',
    ],
    [
      'with a value missing',
      { ...good, processed_params: { body: { '1': 'Oliver' } } },
      '132000: Number of parameters does not match the expected number of params',
    ],
    [
      'with a blank value',
      { ...good, processed_params: { body: { '1': 'Oliver', '2': ' ' } } },
      '132000: Number of parameters does not match the expected number of params',
    ],
  ])('fail when %s', async (_, params, error) => {
    const sent = await send(params);
    const failed = await finalUpdate(sent.id, 'failed');
    expect([failed.source_id, failed.content_attributes.external_error]).toEqual([null, error]);
  });

  it('need their header, media and button values', async () => {
    const named = { body: { first_name: 'O', delivery_date: 'Friday' } };
    const noHeader = await send({ name: 'order_shipped', language: 'en_US', processed_params: named });
    await finalUpdate(noHeader.id, 'failed');
    const noButton = await send({
      name: 'order_shipped',
      language: 'en_US',
      processed_params: { ...named, header: { order_number: '7' } },
    });
    expect((await finalUpdate(noButton.id, 'failed')).content_attributes.external_error).toMatch(/^131008/);
    const noMedia = await send({
      name: 'invoice_ready',
      language: 'en_US',
      processed_params: { body: { '1': 'O', '2': '7' } },
    });
    expect((await finalUpdate(noMedia.id, 'failed')).content_attributes.external_error).toMatch(/^132012/);
    const complete = await send({
      name: 'order_shipped',
      language: 'en_US',
      processed_params: { ...named, header: { order_number: '7' }, buttons: [{ type: 'url', parameter: 'HP7' }] },
    });
    await finalUpdate(complete.id, 'delivered');
  });
});

it('runs what is under way before it answers the next question after a skip', async () => {
  const sent = await post(server, messagesPath('Mateus Oliveira'), { content: 'Pronto!' });
  server.skip(60_000);
  const listed: Wire[] = (await get(server, messagesPath('Mateus Oliveira'))).payload;
  expect(listed.find((message) => message.id === sent.id).status).toBe('read');
});

it('sends SMS without a window', async () => {
  const sent = await post(server, messagesPath('Dolores Vega'), { content: 'Llega hoy' });
  expect((await finalUpdate(sent.id, 'delivered')).source_id).toMatch(/^SM/);
});
