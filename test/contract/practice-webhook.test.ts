import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import { conversationWith, get, joinRoom, post, startQuiet, textWebhook, webhook } from './practice-client.ts';
import type { Wire } from './practice-client.ts';

let server: PracticeServer;
beforeEach(async () => {
  server = await startQuiet();
});
afterEach(async () => {
  expect(server.problems).toEqual([]);
  await server.stop();
});

/** Without a JSON content type, as a bare `curl -d` sends it. */
async function deliver(body: unknown): Promise<void> {
  const answer = await fetch(server.webhook, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
}
const counts = (): number[] => [server.state.conversations.length, server.state.messages.length];

/** The "text message" example of WhatsApp's webhook reference, unchanged. */
const documentationExample =
  '{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},"contacts":[{"profile":{"name":"Sheena Nelson"},"wa_id":"16505551234"}],"messages":[{"from":"16505551234","id":"wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=","timestamp":"1749416383","type":"text","text":{"body":"Does it come in another color?"}}]},"field":"messages"}]}]}';

it('turns the example of WhatsApp’s documentation into a conversation at the top with a full window', async () => {
  expect(server.webhook).toBe(`${server.url}/webhooks/whatsapp/+15550783881`);
  const cable = await joinRoom(server);
  await deliver(documentationExample);
  const event = await cable.event('message.created', (data) => data.content === 'Does it come in another color?');
  expect(event).toMatchObject({
    message_type: 0,
    sender_type: 'Contact',
    sender: { name: 'Sheena Nelson', phone_number: '+16505551234' },
  });
  await cable.event('conversation.created', (data) => data.id === event.conversation_id);
  const top = (await get(server, '/conversations')).data.payload[0];
  expect(top).toMatchObject({
    id: event.conversation_id,
    can_reply: true,
    unread_count: 1,
    status: 'open',
    inbox_id: 11,
  });
  // WhatsApp's own timestamp (2025) is ignored by the server.
  expect(Math.abs(top.messages[0].created_at * 1000 - server.now())).toBeLessThan(5_000);
  cable.close();
  const before = counts();
  await deliver(documentationExample);
  expect(counts()).toEqual(before);
});

it('continues a conversation unless it is resolved, and wakes a snoozed one', async () => {
  const snoozed = conversationWith(server, 'Luís Carvalho');
  await deliver(textWebhook('351900000216', 'Luís Carvalho', 'wamid.T1', 'Então?'));
  expect((await get(server, `/conversations/${String(snoozed)}`)).status).toBe('open');
  const resolved = conversationWith(server, 'Lotte Meijer');
  await deliver(textWebhook('31600000404', 'Lotte Meijer', 'wamid.T2', 'Nog een vraag'));
  const fresh = conversationWith(server, 'Lotte Meijer');
  expect(fresh).not.toBe(resolved);
  expect((await get(server, `/conversations/${String(resolved)}`)).status).toBe('resolved');
});

it('drops what is not for this number, reactions, unsupported types and nonsense', async () => {
  const before = counts();
  const metadata = { display_phone_number: '15550783881', phone_number_id: 'another' };
  const message = { from: '16505551234', id: 'wamid.T3', type: 'text', text: { body: 'x' } };
  await deliver(webhook({ metadata, messages: [message] }));
  await deliver(webhook({ metadata: { ...metadata, display_phone_number: '1999' }, messages: [message] }));
  await deliver(webhook({ messages: [{ ...message, type: 'reaction', reaction: { emoji: '👍' } }] }));
  await deliver(webhook({ messages: [{ ...message, type: 'unsupported', errors: [{ code: 131051 }] }] }));
  await deliver({ object: 'page' });
  await deliver('not json');
  expect(counts()).toEqual(before);
});

it('reads buttons, captions and quoted messages', async () => {
  const carlos = conversationWith(server, 'Carlos Mendoza');
  const quoted = server.state.messages.find(
    (other) => other.conversationId === carlos && other.type === 1 && !other.isPrivate,
  );
  const from = '525550000101';
  await deliver(
    webhook({
      messages: [
        {
          from,
          id: 'wamid.T4',
          type: 'button',
          button: { text: 'Sí', payload: 'Sí' },
          context: { id: quoted?.sourceId },
        },
      ],
    }),
  );
  await deliver(webhook({ messages: [{ from, id: 'wamid.T5', type: 'image', image: { id: '1', caption: 'mira' } }] }));
  const rows: Wire[] = (await get(server, `/conversations/${String(carlos)}/messages`)).payload.slice(-2);
  expect(rows[0]).toMatchObject({ content: 'Sí', content_attributes: { in_reply_to: quoted?.id } });
  expect(rows[1]).toMatchObject({ content: 'mira', attachments: [{ file_type: 'image' }] });
});

it('applies statuses by WhatsApp’s message id', async () => {
  const cable = await joinRoom(server);
  const path = `/conversations/${String(conversationWith(server, 'Mateus Oliveira'))}/messages`;
  const sent = await post(server, path, { content: 'Ok' });
  const { source_id: id } = await cable.event(
    'message.updated',
    (data) => data.id === sent.id && data.status === 'read',
  );
  await deliver(
    webhook({ statuses: [{ id, status: 'failed', errors: [{ code: 131047, title: 'Re-engagement message' }] }] }),
  );
  const failed = await cable.event('message.updated', (data) => data.id === sent.id && data.status === 'failed');
  expect(failed.content_attributes.external_error).toBe('131047: Re-engagement message');
  cable.close();
});

it('answers WhatsApp’s handshake', async () => {
  const ask = (token: string): Promise<Response> =>
    fetch(`${server.webhook}?hub.mode=subscribe&hub.challenge=77&hub.verify_token=${token}`);
  expect(await (await ask('practice-verify-token')).text()).toBe('77');
  expect((await ask('wrong')).status).toBe(401);
});
