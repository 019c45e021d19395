/** The cable's states on a fake socket: every way up, every way down, and silence after the end. */
import { describe, expect, it } from 'vitest';
import type { LiveConnection } from '../../electron/core/connectors/connector.ts';
import { must } from '../../shared/lang/assert.ts';
import {
  contactJson,
  harness,
  json,
  profileJson,
  pubsubToken,
  pushConversationJson,
  pushMessageJson,
  signedIn,
  type FakeSocket,
  type Harness,
} from './chatwoot-fixtures.ts';

const identifier = `{"channel":"RoomChannel","pubsub_token":"${pubsubToken}","account_id":1,"user_id":7}`;

interface Line extends Harness {
  readonly socket: FakeSocket;
  readonly connection: LiveConnection;
  /** What the handlers heard, in order. */
  readonly heard: string[];
  /** `from>to` of every transition that was logged. */
  readonly transitions: () => readonly string[];
}

async function line(): Promise<Line> {
  const ready = await signedIn();
  const heard: string[] = [];
  const connection = ready.connector.live({
    onConfirmed: () => heard.push('confirmed'),
    onConversation: (conversation, messages) => heard.push(`conversation ${conversation.id}+${messages.length}`),
    onMessage: (message) => heard.push(`message ${message.id}`),
    onMentioned: (conversationId) => heard.push(`mentioned ${conversationId}`),
    onContact: (contact) => heard.push(`contact ${contact.id} ${contact.name}`),
    onPresence: (present) => heard.push(`present ${JSON.stringify([...present])}`),
    onContactGone: (contactId) => heard.push(`contact gone ${contactId}`),
    onReferenceChanged: () => heard.push('reference'),
    onClockSample: (sample) => heard.push(`clock ${sample.source}`),
    onDown: (reason) => heard.push(`down ${reason}`),
  });
  const transitions = () =>
    ready.log
      .filter((entry) => entry.what === 'cable')
      .map(({ fields }) => `${String(fields['from'])}>${String(fields['to'])}`);
  return { ...ready, heard, connection, transitions, socket: must(ready.sockets.at(-1), 'the cable opened a socket') };
}

async function confirmed(): Promise<Line> {
  const up = await line();
  up.socket.frame({ type: 'welcome' });
  up.socket.frame({ type: 'confirm_subscription', identifier });
  return up;
}

const event = (name: string, data: unknown, over: object = {}) => ({
  identifier,
  message: { event: name, data },
  ...over,
});

describe('going up', () => {
  it('subscribes after the welcome and is live when confirmed', async () => {
    const { socket, heard, transitions } = await line();
    expect(socket.url).toBe('wss://desk.example/app/cable');
    expect(socket.protocols).toEqual(['actioncable-v1-json']);
    expect(socket.sent).toEqual([]);
    socket.frame({ type: 'welcome' });
    expect(socket.sent.map((text) => JSON.parse(text))).toEqual([{ command: 'subscribe', identifier }]);
    expect(heard).toEqual([]);
    socket.frame({ type: 'confirm_subscription', identifier });
    socket.frame({ type: 'confirm_subscription', identifier });
    expect(heard).toEqual(['confirmed']);
    expect(transitions()).toEqual(['connecting>welcomed', 'welcomed>subscribing', 'subscribing>confirmed']);
  });

  it('is not confirmed by an answer to another subscription', async () => {
    const { socket, heard } = await line();
    socket.frame({ type: 'welcome' });
    socket.frame({ type: 'confirm_subscription', identifier: '{}' });
    expect(heard).toEqual([]);
  });

  it('tells presence when it is asked to, in the words of the channel, and not before the confirm', async () => {
    const early = await line();
    early.connection.sayPresent();
    expect(early.socket.sent).toEqual([]);
    const { connection, socket } = await confirmed();
    connection.sayPresent();
    const frame = { command: 'message', identifier, data: '{"action":"update_presence"}' };
    expect(JSON.parse(must(socket.sent.at(-1), 'a frame'))).toEqual(frame);
    connection.close();
    connection.sayPresent();
    expect(socket.sent).toHaveLength(2);
  });

  it('sends no presence by itself and never logs the token', async () => {
    const { socket, clock, log } = await confirmed();
    for (let second = 0; second < 60; second += 3) {
      socket.frame({ type: 'ping', message: 1_768_392_000 + second });
      await clock.advance(3000);
    }
    expect(socket.sent).toHaveLength(1);
    expect(JSON.stringify(log)).not.toContain(pubsubToken);
  });
});

describe('going down', () => {
  it('without a confirm: after 10 s, although pings arrive', async () => {
    const { socket, clock, heard, transitions } = await line();
    await clock.advance(2000);
    socket.frame({ type: 'welcome' });
    for (let second = 0; second < 9; second += 3) {
      await clock.advance(3000);
      socket.frame({ type: 'ping', message: 1_768_392_000 + second });
    }
    await clock.advance(999);
    expect(heard.filter((what) => what !== 'clock ping')).toEqual([]);
    await clock.advance(1);
    expect(heard.at(-1)).toBe('down no-confirm');
    expect(transitions().at(-1)).toBe('subscribing>down');
    expect(socket.closed).toBe(true);
    expect(clock.pending).toBe(0);
  });

  it('silent: 9 s after the last frame, also before the welcome', async () => {
    const early = await line();
    await early.clock.advance(8999);
    expect(early.heard).toEqual([]);
    await early.clock.advance(1);
    expect(early.heard).toEqual(['down silent']);
    expect(early.transitions()).toEqual(['connecting>down']);

    const { socket, clock, heard, transitions } = await confirmed();
    await clock.advance(8000);
    socket.frame({ type: 'ping', message: 1_768_392_008 });
    await clock.advance(8999);
    expect(heard).toEqual(['confirmed', 'clock ping']);
    await clock.advance(1);
    expect(heard.at(-1)).toBe('down silent');
    expect(transitions().at(-1)).toBe('confirmed>down');
  });

  it.each([
    ['the socket closes', (up: Line) => up.socket.onclose?.({ code: 1006, reason: '' }), 'closed'],
    ['the server restarts', (up: Line) => up.socket.frame({ type: 'disconnect', reason: 'server_restart' }), 'closed'],
    ['it is unauthorized', (up: Line) => up.socket.frame({ type: 'disconnect', reason: 'unauthorized' }), 'bad-token'],
    ['it is rejected', (up: Line) => up.socket.frame({ type: 'reject_subscription', identifier }), 'bad-token'],
  ])('when %s, told once', async (_what, happen, reason) => {
    const up = await confirmed();
    const listener = up.socket.onmessage;
    happen(up);
    happen(up);
    up.socket.frame(event('message.created', pushMessageJson()));
    // A frame that was already on its way to the listener.
    listener?.({ data: JSON.stringify({ type: 'ping', message: 1_768_392_000 }) });
    await up.clock.advance(60_000);
    expect(up.heard).toEqual(['confirmed', `down ${reason}`]);
    expect(up.clock.pending).toBe(0);
  });

  it('when it cannot be opened, but only after live() returned', async () => {
    const { connector, clock } = harness(() => json(profileJson), {
      openWebSocket: () => {
        throw new SyntaxError('bad address');
      },
    });
    await connector.profile();
    const down: string[] = [];
    const nothing = (): void => undefined;
    connector.live({
      onConfirmed: nothing,
      onConversation: nothing,
      onMessage: nothing,
      onMentioned: nothing,
      onContact: nothing,
      onPresence: nothing,
      onContactGone: nothing,
      onReferenceChanged: nothing,
      onClockSample: nothing,
      onDown: (reason) => void down.push(reason),
    });
    expect(down).toEqual([]);
    await clock.advance(0);
    expect(down).toEqual(['closed']);
  });

  it('by our own hand, in silence', async () => {
    const { connection, socket, clock, heard } = await confirmed();
    connection.close();
    connection.close();
    expect(socket.closed).toBe(true);
    // A socket that fails while closing must find a listener, or Node would end the process.
    expect(socket.onerror).not.toBeNull();
    await clock.advance(60_000);
    expect(heard).toEqual(['confirmed']);
    expect(clock.pending).toBe(0);
  });
});

describe('events', () => {
  it.each([
    ['message.created', pushMessageJson(), 'message 902'],
    ['message.updated', pushMessageJson({ previous_changes: { status: ['sent', 'read'] } }), 'message 902'],
    ['conversation.created', pushConversationJson(), 'conversation 42+1'],
    ['conversation.updated', pushConversationJson(), 'conversation 42+1'],
    ['conversation.status_changed', pushConversationJson(), 'conversation 42+1'],
    ['conversation.read', pushConversationJson({ messages: [] }), 'conversation 42+0'],
    ['conversation.contact_changed', pushConversationJson(), 'conversation 42+1'],
    ['assignee.changed', pushConversationJson(), 'conversation 42+1'],
    ['team.changed', pushConversationJson(), 'conversation 42+1'],
    ['contact.updated', { ...contactJson, account_id: 1 }, 'contact 55 Maria'],
    [
      'presence.update',
      { account_id: 1, users: { 7: 'online', 8: 'busy', 9: 'somehow' } },
      'present [[7,"online"],[8,"busy"],[9,"offline"]]',
    ],
    ['contact.merged', { ...contactJson, account_id: 1 }, 'contact 55 Maria'],
    ['contact.deleted', { ...contactJson, account_id: 1 }, 'contact gone 55'],
    ['account.cache_invalidated', { account_id: 1, cache_keys: { label: '1' } }, 'reference'],
  ])('%s', async (name, data, told) => {
    const { socket, heard } = await confirmed();
    socket.frame(event(name, data));
    expect(heard).toEqual(['confirmed', told]);
  });

  it('conversation.mentioned: the conversation, and that it was for me', async () => {
    const { socket, heard } = await confirmed();
    socket.frame(event('conversation.mentioned', pushConversationJson()));
    expect(heard).toEqual(['confirmed', 'conversation 42+1', 'mentioned 42']);
  });

  it('of other accounts, other channels and no interest are passed over', async () => {
    const { socket, heard, log } = await confirmed();
    const before = log.length;
    socket.frame(event('message.created', pushMessageJson({ account_id: 2 })));
    socket.frame(event('message.created', pushMessageJson({ account_id: undefined })));
    socket.frame(event('message.created', pushMessageJson(), { identifier: '{}' }));
    socket.frame(event('presence.update', { account_id: 2, users: { '7': 'online' } }));
    socket.frame(event('conversation.typing_on', { account_id: 1 }));
    expect(heard).toEqual(['confirmed']);
    expect(log.length).toBe(before);
  });

  it('that are broken are logged without their content, skipped, and the next one is heard', async () => {
    const { socket, heard, log } = await confirmed();
    const before = log.length;
    for (const data of ['{"type":', '[]', 'null', '7', '""', new ArrayBuffer(4), undefined]) socket.raw(data);
    socket.frame({ identifier, message: 'text' });
    socket.frame({ identifier, message: { event: 'message.created' } });
    socket.frame(event('message.created', pushMessageJson({ content: 'secret words', created_at: 'now' })));
    socket.frame(event('conversation.updated', pushConversationJson({ inbox_id: null })));
    socket.frame({ type: 'ping', message: 'soon' });
    socket.frame({ type: 'from the future' });
    expect(log.slice(before).map((entry) => entry.what)).toHaveLength(11);
    expect(log.at(-2)?.fields).toEqual({ event: 'message.created', field: 'created_at' });
    expect(JSON.stringify(log)).not.toContain('secret words');
    socket.frame(event('message.created', pushMessageJson()));
    expect(heard).toEqual(['confirmed', 'message 902']);
  });
});
