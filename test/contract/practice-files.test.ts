/** Attachments of the practice server through the real connector, and kept as media through the real disk. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChatwootConnector } from '../../electron/core/connectors/chatwoot/chatwoot-connector.ts';
import type { Connector, NewMessage } from '../../electron/core/connectors/connector.ts';
import { diskFileStore } from '../../electron/core/files/disk-file-store.ts';
import { joined } from '../../electron/core/files/file-store.ts';
import { createMedia } from '../../electron/core/files/media.ts';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import type { Attachment } from '../../shared/contract/entities.ts';
import { must } from '../../shared/lang/assert.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { conversationWith, joinRoom, startQuiet } from './practice-client.ts';

const log = { write: () => undefined };
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

let server: PracticeServer;
let connector: Connector;
beforeEach(async () => {
  server = await startQuiet();
  connector = createChatwootConnector({
    serverUrl: server.url,
    token: server.apiAccessToken,
    fetch: (url, init) => fetch(url, init),
    openWebSocket: () => {
      throw new Error('this test listens by itself');
    },
    clock: new FakeClock(),
    log,
  });
  await connector.profile();
});
afterEach(async () => {
  expect(server.problems).toEqual([]);
  await server.stop();
});

let count = 0;
function replyTo(name: string, content: Omit<Extract<NewMessage['content'], { kind: 'reply' }>, 'kind'>): NewMessage {
  count += 1;
  const clientId = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  const conversationId = conversationWith(server, name);
  return { conversationId, clientId, writtenAt: server.now(), content: { kind: 'reply', ...content } };
}

const uploadOf = (bytes: Uint8Array<ArrayBuffer>, name: string, type: string): Promise<string> =>
  connector.uploadFile({ name, type, bytes: new Blob([bytes]) });

async function attachmentsIn(name: string): Promise<readonly Attachment[]> {
  const { messages } = await connector.newestMessages(conversationWith(server, name));
  return messages.flatMap((message) => message.attachments ?? []);
}

describe('to the customer', () => {
  it('goes ahead of its message, and can then be read from it', async () => {
    const uploadId = await uploadOf(png, 'Türe (1).png', 'image/png');
    const message = await connector.createMessage(replyTo('Noah Williams', { text: 'Like this', uploadId }));
    expect(message).toMatchObject({ kind: 'outgoing', text: 'Like this', attachments: [{ kind: 'image' }] });
    const [attachment] = message.attachments ?? [];
    const answer = await fetch(attachment?.url ?? '');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(png);
    expect(decodeURIComponent(attachment?.url ?? '')).toContain('Türe (1).png');
  });

  it('says that it does not know the bytes, and makes no message', async () => {
    const before = server.state.messages.length;
    const sending = connector.createMessage(replyTo('Noah Williams', { text: '', uploadId: 'blob9--gone' }));
    await expect(sending).rejects.toMatchObject({ kind: 'unknown-upload', committed: 'no' });
    expect(server.state.messages).toHaveLength(before);
  });

  it.each([
    ['a type WhatsApp does not take', 'GIF89a', 'a.gif', 'image/gif', '', /^131053/u],
    ['a caption that is too long', '%PDF-1.4', 'a.pdf', 'application/pdf', 'x'.repeat(1025), /^131009/u],
  ])('fails late with %s', async (_what, bytes, name, type, text, error) => {
    const cable = await joinRoom(server);
    const uploadId = await uploadOf(new Uint8Array(new TextEncoder().encode(bytes)), name, type);
    const { id } = await connector.createMessage(replyTo('Noah Williams', { text, uploadId }));
    server.skip(5_000);
    const failed = await cable.event('message.updated', (data) => data.id === id && data.status === 'failed');
    expect(failed.content_attributes.external_error).toMatch(error);
    cable.close();
  });

  it('answers a message of the customer', async () => {
    const { messages } = await connector.newestMessages(conversationWith(server, 'Noah Williams'));
    const asked = must(
      messages.find(({ kind }) => kind === 'incoming'),
      'Noah wrote',
    ).id;
    const message = await connector.createMessage(replyTo('Noah Williams', { text: 'That one', quotedId: asked }));
    expect(message.quotedId).toBe(asked);
    const unknown = await connector.createMessage(replyTo('Noah Williams', { text: 'Which?', quotedId: 999_999 }));
    expect(unknown.quotedId).toBeNull();
  });

  it('keeps files of notes to itself, whatever they are', async () => {
    const uploadId = await uploadOf(
      new Uint8Array(new TextEncoder().encode('<svg onload=1>')),
      'a.svg',
      'image/svg+xml',
    );
    const note = replyTo('Noah Williams', { text: '' });
    const message = await connector.createMessage({ ...note, content: { kind: 'note', text: 'Look', uploadId } });
    expect(message).toMatchObject({ kind: 'note', attachments: [{ name: 'a.svg' }] });
  });
});

describe('from the customer', () => {
  it('the workspace shows one of each kind, and a quoted answer', async () => {
    const { messages } = await connector.newestMessages(conversationWith(server, 'Noah Williams'));
    const all = messages.flatMap((message) => message.attachments ?? []);
    expect(all.map(({ kind }) => kind)).toEqual(['audio', 'location', 'contact', 'image']);
    expect(all[1]).toMatchObject({ coordinates: { latitude: 38.9072, longitude: -77.0369 }, url: null });
    expect(all[2]).toMatchObject({ name: 'Maya Williams', phoneNumber: '+12025550190' });
    expect(all[3]).toMatchObject({ width: 320, height: 240 });
    const photo = messages.find((message) => message.attachments?.some(({ kind }) => kind === 'image'));
    expect(messages.find(({ quotedId }) => typeof quotedId === 'number')?.quotedId).toBe(photo?.id);
    expect((await attachmentsIn('Anouk Visser')).map(({ kind }) => kind)).toEqual(['file']);
  });

  it('is fetched without the token, kept, and there without the server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-media-'));
    const voice = must(
      (await attachmentsIn('Noah Williams')).find(({ kind }) => kind === 'audio'),
      'a voice message',
    );
    const headers: unknown[] = [];
    const media = createMedia({
      store: { call: async () => voice as never, close: async () => undefined },
      pieces: diskFileStore(folder),
      fetch: (url, init) => {
        headers.push(init.headers);
        return fetch(url, init);
      },
      clock: new FakeClock(),
      log,
      serverUrl: server.url,
    });
    try {
      const [first, second] = await Promise.all([media.open(voice.id), media.open(voice.id)]);
      if (typeof first === 'string' || typeof second === 'string') throw new Error('it was not fetched');
      expect(first).toMatchObject({ type: 'audio/wav', sizeBytes: 32_044 });
      expect(headers).toEqual([undefined]);
      expect(readdirSync(folder)).toEqual([String(voice.id)]);
      server.setOutage(true);
      const offline = await media.open(voice.id);
      if (typeof offline === 'string') throw new Error('it was not kept');
      expect(new TextDecoder().decode(await joined(offline.read({ first: 8, last: 11 })))).toBe('WAVE');
      rmSync(join(folder, String(voice.id)));
      expect(await media.open(voice.id)).toBe('unreachable');
    } finally {
      server.setOutage(false);
      rmSync(folder, { recursive: true });
    }
  });
});
