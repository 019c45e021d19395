/** A plain client of the practice server for its tests: no code of ours between the test and the wire. */
import { startPractice } from '../../electron/practice/practice-server.ts';
import type { PracticeOptions, PracticeServer } from '../../electron/practice/practice-server.ts';

/** JSON as it came; tests look into it freely. */
// oxlint-disable-next-line typescript/no-explicit-any -- the shapes are what is under test
export type Wire = any;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Wire;
}

export async function call(
  server: PracticeServer,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = { 'api-access-token': server.apiAccessToken },
): Promise<Reply> {
  const answer = await fetch(server.url + path, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = (answer.headers.get('content-type') ?? '').includes('json');
  return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
}

export const account = '/api/v1/accounts/1';
export const get = async (server: PracticeServer, path: string): Promise<Wire> =>
  (await call(server, 'GET', account + path)).body;
export const post = async (server: PracticeServer, path: string, body: unknown = {}): Promise<Wire> =>
  (await call(server, 'POST', account + path, body)).body;

/** A fixed random source: every run of a test sees the same seed. */
export function fixedRandom(): () => number {
  let state = 0x2545f491;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

export const startQuiet = (options: Partial<PracticeOptions> = {}): Promise<PracticeServer> =>
  startPractice({ port: 0, dataFile: null, lively: false, random: fixedRandom(), ...options });

/** The display id of the conversation with this customer (the newest one). */
export function conversationWith(server: PracticeServer, name: string): number {
  const contact = server.state.contacts.find((other) => other.name === name);
  const conversation = server.state.conversations.findLast((other) => other.contactId === contact?.id);
  if (conversation === undefined) throw new Error(`the seed has no ${name}`);
  return conversation.id;
}

export interface CableClient {
  readonly frames: readonly Wire[];
  /** The first frame, past or to come, that fits; rejects after the deadline. */
  waitFor(what: string, fits: (frame: Wire) => boolean, deadlineMs?: number): Promise<Wire>;
  /** The data of the first such event for which `fits` holds. */
  event(name: string, fits?: (data: Wire) => boolean): Promise<Wire>;
  send(frame: unknown): void;
  readonly closed: Promise<void>;
  close(): void;
}

export async function openCable(server: PracticeServer): Promise<CableClient> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/cable`, 'actioncable-v1-json');
  const frames: Wire[] = [];
  const watchers = new Set<() => void>();
  socket.addEventListener('message', ({ data }) => {
    frames.push(JSON.parse(String(data)));
    for (const watcher of watchers) watcher();
  });
  const closed = new Promise<void>((resolve) => {
    socket.addEventListener('close', () => resolve());
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('the cable did not open')));
  });
  const waitFor: CableClient['waitFor'] = (what, fits, deadlineMs = 8_000) =>
    new Promise((resolve, reject) => {
      const finish = (done: () => void): void => {
        clearTimeout(timer);
        watchers.delete(look);
        done();
      };
      const timer = setTimeout(
        () => finish(() => reject(new Error(`no ${what} within ${String(deadlineMs)} ms`))),
        deadlineMs,
      );
      const look = (): void => {
        const frame = frames.find(fits);
        if (frame !== undefined) finish(() => resolve(frame));
      };
      watchers.add(look);
      look();
    });
  return {
    frames,
    waitFor,
    event: async (name, fits = () => true) => {
      const frame = await waitFor(name, (other) => other.message?.event === name && fits(other.message.data));
      return frame.message.data;
    },
    send: (frame) => socket.send(JSON.stringify(frame)),
    closed,
    close: () => socket.close(),
  };
}

export function roomIdentifier(server: PracticeServer, wrong: Record<string, unknown> = {}): string {
  const me = server.state.users.find((user) => user.id === server.userId);
  return JSON.stringify({
    channel: 'RoomChannel',
    pubsub_token: me?.pubsubToken,
    account_id: 1,
    user_id: me?.id,
    ...wrong,
  });
}

/** Connected and subscribed. */
export async function joinRoom(server: PracticeServer): Promise<CableClient> {
  const cable = await openCable(server);
  const identifier = roomIdentifier(server);
  cable.send({ command: 'subscribe', identifier });
  await cable.waitFor(
    'confirm_subscription',
    (frame) => frame.type === 'confirm_subscription' && frame.identifier === identifier,
  );
  return cable;
}

/** WhatsApp's webhook for one text, in Meta's JSON. */
export function textWebhook(from: string, name: string, id: string, text: string): unknown {
  return webhook({
    contacts: [{ profile: { name }, wa_id: from }],
    messages: [{ from, id, timestamp: '1749416383', type: 'text', text: { body: text } }],
  });
}

export const webhook = (value: Record<string, unknown>): unknown => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102290129340398',
      changes: [
        {
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
            ...value,
          },
          field: 'messages',
        },
      ],
    },
  ],
});
