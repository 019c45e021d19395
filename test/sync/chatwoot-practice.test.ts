/** The connector against the practice server over real HTTP and WebSocket: both speak the dialect, neither knows the other. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChatwootConnector } from '../../electron/core/connectors/chatwoot/chatwoot-connector.ts';
import type { Connector } from '../../electron/core/connectors/connector.ts';
import type { WebSocketLike } from '../../electron/core/ports.ts';
import type { MessagePatch } from '../../electron/core/store/records.ts';
import { startPractice, type PracticeServer } from '../../electron/practice/practice-server.ts';
import { must } from '../../shared/lang/assert.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { failure } from './chatwoot-fixtures.ts';
import { allConversations, connectTo, listen, oneOf, realClock, signedInTo } from './practice-connection.ts';

let practice: PracticeServer;

beforeAll(async () => {
  practice = await startPractice({ port: 0, dataFile: null, lively: false, random: seededRandom(7).next });
});
afterAll(async () => {
  await practice.stop();
});

const connect = (token?: string): Connector => connectTo(practice, token);
const signedIn = (): Promise<Connector> => signedInTo(practice);

describe('reading the practice workspace', () => {
  it('signs in, and not with a wrong token', async () => {
    const profile = await connect().profile();
    expect(profile).toMatchObject({ accountId: practice.accountId, agent: { id: practice.userId } });
    expect(profile.agent.name).not.toBe('');
    expect(await failure(connect('wrong').profile())).toEqual({ kind: 'signed-out', committed: 'no', status: 401 });
  });

  it('reads channels, templates and people', async () => {
    const { data } = await (await signedIn()).reference(null);
    const { channels = [], templates = [], agents = [], labels = [] } = data;
    const whatsapp = must(
      channels.find((channel) => channel.kind === 'whatsapp'),
      'a WhatsApp number',
    );
    expect(whatsapp).toMatchObject({ windowMs: 86_400_000, capabilities: { templates: true } });
    expect(templates.length).toBeGreaterThanOrEqual(10);
    expect(new Set(templates.map((template) => template.status))).toContain('paused');
    expect(new Set(templates.map((template) => template.parameterFormat))).toEqual(new Set(['named', 'positional']));
    expect(agents.map((agent) => agent.id)).toContain(practice.userId);
    expect(labels.length).toBeGreaterThan(0);
  });

  it('pages through every conversation once and reads the same one by its id', async () => {
    const connector = await signedIn();
    const { total } = await connector.conversationPage(1);
    const rows = await allConversations(connector);
    expect(rows.length).toBeGreaterThanOrEqual(40);
    expect(new Set(rows.map((row) => row.conversation.id)).size).toBe(rows.length);
    expect(total).toBe(rows.length);
    const some = must(rows[3], 'more than three');
    const again = await connector.conversation(some.conversation.id);
    expect(again.conversation.contact).toEqual(some.conversation.contact);
    expect(await failure(connector.conversation(999_999))).toMatchObject({ kind: 'not-found', status: 404 });
  });

  it('reads messages in both directions without a hole', async () => {
    const connector = await signedIn();
    const id = await oneOf(connector, true);
    const all: MessagePatch[] = [];
    for (let more = true, last = 0; more; last = all.at(-1)?.id ?? 0) {
      const batch = await connector.messagesAfter(id, last);
      all.push(...batch.messages);
      more = batch.more;
    }
    const newest = await connector.newestMessages(id);
    expect(newest.messages.map((message) => message.id)).toEqual(all.slice(-20).map((message) => message.id));
    const last = must(all.at(-1), 'it has messages');
    const before = await connector.messagesBefore(id, last.id);
    expect(before.messages.at(-1)?.id).toBe(all.at(-2)?.id);
    expect(all.every((message) => message.conversationId === id)).toBe(true);
  });
});

describe('writing to the practice workspace', () => {
  it('a reply goes to WhatsApp and is found again by its client id', async () => {
    const connector = await signedIn();
    const conversationId = await oneOf(connector, true);
    const cable = listen(connector);
    await cable.confirmed();
    const clientId = randomUUID();
    const content = { kind: 'reply', text: 'Your order is on its way.' } as const;
    const created = await connector.createMessage({ conversationId, clientId, writtenAt: practice.now(), content });
    expect(created).toMatchObject({ kind: 'outgoing', clientId, status: 'sent', sourceId: null, text: content.text });
    const handed = await cable.first((what) =>
      what.kind === 'message' && what.message.id === created.id && typeof what.message.sourceId === 'string'
        ? what.message
        : null,
    );
    expect(handed).toMatchObject({ clientId, isTemplate: false, conversationId });
    cable.connection.close();
    const stored = (await connector.newestMessages(conversationId)).messages.find(
      (message) => message.id === created.id,
    );
    expect(stored).toMatchObject({ clientId, kind: 'outgoing' });
    expect((await connector.conversationsChangedWithin(60)).map((row) => row.conversation.id)).toContain(
      conversationId,
    );
  });

  it('a note stays inside, also when the window is closed', async () => {
    const connector = await signedIn();
    const conversationId = await oneOf(connector, false);
    const clientId = randomUUID();
    const content = { kind: 'note', text: 'Ask the warehouse first.' } as const;
    const created = await connector.createMessage({ conversationId, clientId, writtenAt: practice.now(), content });
    expect(created).toMatchObject({ kind: 'note', clientId });
    expect(practice.requests.at(-1)?.body).toMatchObject({ private: true });
    expect((await connector.newestMessages(conversationId)).messages.at(-1)).toMatchObject({
      id: created.id,
      kind: 'note',
    });
  });

  it('a template goes out when free text cannot', async () => {
    const connector = await signedIn();
    const { templates = [] } = (await connector.reference(null)).data;
    const template = must(
      templates.find(
        ({ status, parameterFormat, header, buttons, body }) =>
          status === 'approved' &&
          parameterFormat === 'positional' &&
          header === null &&
          buttons.every((button) => !(button.url ?? '').includes('{{') && button.kind !== 'copy-code') &&
          body.includes('{{1}}'),
      ),
      'a plain template with a value',
    );
    const keys = [...template.body.matchAll(/\{\{(\d+)\}\}/g)].map((match) => must(match[1], 'group'));
    const body = Object.fromEntries(keys.map((key) => [key, `value ${key}`]));
    const conversationId = await oneOf(connector, false);
    const cable = listen(connector);
    await cable.confirmed();
    const send = (content: Parameters<Connector['createMessage']>[0]['content']): Promise<MessagePatch> =>
      connector.createMessage({ conversationId, clientId: randomUUID(), writtenAt: practice.now(), content });
    const settledState = (id: number): Promise<MessagePatch> =>
      cable.first((what) =>
        what.kind === 'message' &&
        what.message.id === id &&
        (what.message.status === 'failed' || typeof what.message.sourceId === 'string')
          ? what.message
          : null,
      );
    const values = { header: {}, body, buttons: {}, mediaUrl: null, mediaName: null };
    const sent = await send({ kind: 'template', text: 'rendered', template, values });
    expect(sent.isTemplate).toBe(true);
    expect(await settledState(sent.id)).toMatchObject({ isTemplate: true, failure: null });
    // The server takes free text all the same and only then finds out (chatwoot-api §0.1).
    const refused = await send({ kind: 'reply', text: 'too late' });
    expect(refused.status).toBe('sent');
    expect(await settledState(refused.id)).toMatchObject({ status: 'failed', failure: expect.any(String) });
    cable.connection.close();
  });

  it('actions reach the server and come back over the cable', async () => {
    const connector = await signedIn();
    const id = await oneOf(connector, true);
    const cable = listen(connector);
    await cable.confirmed();
    const until = Math.ceil(practice.now() / 1000) * 1000 + 3_600_000;
    await connector.setStatus(id, 'snoozed', until);
    await connector.assign(id, practice.userId);
    await connector.markRead(id);
    const seen = await cable.first((what) =>
      what.kind === 'conversation' && what.conversation.id === id && what.conversation.status === 'snoozed'
        ? what.conversation
        : null,
    );
    expect(seen.snoozedUntil).toBe(until);
    const after = (await connector.conversation(id)).conversation;
    expect(after).toMatchObject({
      status: 'snoozed',
      snoozedUntil: until,
      assignee: { id: practice.userId },
      unread: 0,
    });
    const { teams = [] } = (await connector.reference(null)).data;
    const team = must(teams[0], 'the practice workspace has teams');
    await connector.assignTeam(id, team.id);
    await connector.setPriority(id, 'urgent');
    const { labels: before = [] } = (await connector.conversation(id)).conversation;
    await connector.changeLabels(id, ['refund'], before.slice(0, 1));
    expect((await connector.conversation(id)).conversation).toMatchObject({
      team: { id: team.id },
      priority: 'urgent',
      labels: [...before.slice(1), 'refund'],
    });
    await connector.assignTeam(id, null);
    await connector.setPriority(id, null);
    expect((await connector.conversation(id)).conversation).toMatchObject({ team: null, priority: null });
    await connector.assign(id, null);
    await connector.setStatus(id, 'open', null);
    expect((await connector.conversation(id)).conversation).toMatchObject({ status: 'open', snoozedUntil: null });
    cable.connection.close();
  });
});

describe('the cable of the practice workspace', () => {
  it('is confirmed and follows a skip of the clock by its pings', async () => {
    const connector = await signedIn();
    const cable = listen(connector);
    await cable.confirmed();
    const aheadMs = 7_200_000;
    practice.skip(aheadMs);
    const sample = await cable.first((what) =>
      what.kind === 'clock' && what.sample.serverMs - what.sample.wallMs > aheadMs / 2 ? what.sample : null,
    );
    expect(Math.abs(sample.serverMs - sample.wallMs - aheadMs)).toBeLessThanOrEqual(sample.uncertaintyMs);
    const asked = must(await connector.sampleClock(), 'the server tells the time');
    expect(asked.source).toBe('api');
    expect(Math.abs(asked.serverMs - asked.wallMs - aheadMs)).toBeLessThanOrEqual(asked.uncertaintyMs);
    cable.connection.close();
  });

  it("goes down when the server is cut off, and REST says 'offline' or nothing", async () => {
    const connector = await signedIn();
    const cable = listen(connector);
    await cable.confirmed();
    practice.setOutage(true);
    expect(await cable.first((what) => (what.kind === 'down' ? what.reason : null))).toBe('closed');
    expect(await failure(connector.conversation(1))).toMatchObject({ kind: 'timeout', committed: 'no', status: null });
    practice.setOutage(false);
    expect((await connector.conversationPage(1)).rows.length).toBeGreaterThan(0);
  });

  it('leaves a write without an answer as unknown, although it was done', async () => {
    const connector = await signedIn();
    const conversationId = await oneOf(connector, true);
    const clientId = randomUUID();
    practice.intercept = ({ method }) => (method === 'POST' ? { kind: 'lose-answer' } : undefined);
    const content = { kind: 'note', text: 'lost on the way back' } as const;
    const call = connector.createMessage({ conversationId, clientId, writtenAt: practice.now(), content });
    expect(await failure(call)).toEqual({ kind: 'timeout', committed: 'unknown', status: null });
    practice.intercept = undefined;
    const { messages } = await connector.newestMessages(conversationId);
    expect(messages.filter((message) => message.clientId === clientId)).toHaveLength(1);
    expect(practice.problems).toEqual([]);
  });

  it('stays unconfirmed with a token of the cable that is wrong', async () => {
    const connector = createChatwootConnector({
      serverUrl: practice.url,
      token: practice.apiAccessToken,
      // The profile of somebody whose cable token was changed meanwhile.
      async fetch(url, init) {
        const response = await fetch(url, init);
        const text = await response.text();
        return new Response(text.replace(/"pubsub_token":"[^"]+"/, '"pubsub_token":"old"'), response);
      },
      openWebSocket: (url, protocols) => new WebSocket(url, [...protocols]) as unknown as WebSocketLike,
      // Only the wait for the confirm is shortened; everything else takes its time.
      clock: { ...realClock, schedule: (ms, run) => realClock.schedule(ms === 10_000 ? 300 : ms, run) },
      log: { write: () => undefined },
    });
    await connector.profile();
    const cable = listen(connector);
    expect(await cable.first((what) => (what.kind === 'down' ? what.reason : null))).toBe('no-confirm');
    expect(cable.heard.some((what) => what.kind === 'confirmed')).toBe(false);
  });
});
