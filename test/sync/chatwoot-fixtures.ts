/** Answers as Chatwoot 4.10 gives them (chatwoot-api §1.3, §2.3, §3.2, §3.3, §7.2) and a connector on a scripted network. */
import { createChatwootConnector } from '../../electron/core/connectors/chatwoot/chatwoot-connector.ts';
import { ConnectorError, type Connector } from '../../electron/core/connectors/connector.ts';
import type { Log, OpenWebSocket, WebSocketLike } from '../../electron/core/ports.ts';
import { FakeClock } from '../support/fake-clock.ts';

export const serverUrl = 'https://desk.example/app';
export const token = 'tok-secret';
export const pubsubToken = 'pubsub-secret';
export const accountPath = '/api/v1/accounts/1';

type Json = Readonly<Record<string, unknown>>;

export const profileJson: Json = {
  access_token: 'x',
  account_id: 1,
  available_name: 'Asha',
  email: 'asha@x.io',
  id: 7,
  name: 'Asha K',
  pubsub_token: pubsubToken,
  role: 'agent',
  accounts: [
    { id: 2, name: 'Other', status: 'active', role: 'agent', availability: 'offline' },
    { id: 1, name: 'Acme', status: 'active', role: 'agent', availability: 'busy', availability_status: 'online' },
  ],
};

export const contactJson: Json = {
  additional_attributes: {},
  availability_status: 'offline',
  email: null,
  id: 55,
  name: 'Maria',
  phone_number: '+15557654321',
  blocked: false,
  identifier: null,
  thumbnail: 'https://desk.example/a.png',
  custom_attributes: {},
};

export const agentJson: Json = {
  id: 7,
  account_id: 1,
  availability_status: 'online',
  available_name: 'Asha',
  email: 'asha@x.io',
  name: 'Asha K',
  role: 'agent',
  thumbnail: '',
};

export function restMessageJson(over: Json = {}): Json {
  return {
    id: 901,
    content: 'Hi',
    inbox_id: 3,
    conversation_id: 42,
    message_type: 1,
    content_type: 'text',
    status: 'sent',
    content_attributes: {},
    created_at: 1_768_392_000,
    private: false,
    source_id: null,
    sender: { id: 7, name: 'Asha K', available_name: 'Asha', avatar_url: '', type: 'user', thumbnail: '' },
    ...over,
  };
}

export function pushMessageJson(over: Json = {}): Json {
  return {
    id: 902,
    content: 'hello',
    account_id: 1,
    inbox_id: 3,
    conversation_id: 42,
    message_type: 0,
    created_at: 1_768_391_000,
    updated_at: '2026-01-14T11:43:20.123Z',
    private: false,
    status: 'sent',
    source_id: 'wamid.IN',
    content_type: 'text',
    content_attributes: {},
    sender_type: 'Contact',
    sender_id: 55,
    external_source_ids: {},
    additional_attributes: {},
    processed_message_content: 'hello',
    sentiment: {},
    conversation: { assignee_id: null, unread_count: 1, last_activity_at: 1_768_391_000 },
    sender: { ...contactJson, type: 'contact' },
    ...over,
  };
}

export function restConversationJson(over: Json = {}, meta: Json = {}): Json {
  return {
    meta: { sender: contactJson, channel: 'Channel::Whatsapp', hmac_verified: false, ...meta },
    id: 42,
    messages: [pushMessageJson()],
    account_id: 1,
    uuid: 'u',
    additional_attributes: {},
    agent_last_seen_at: 1_768_392_000,
    assignee_last_seen_at: 0,
    can_reply: true,
    contact_last_seen_at: 0,
    custom_attributes: {},
    inbox_id: 3,
    labels: ['vip'],
    muted: false,
    snoozed_until: null,
    status: 'open',
    created_at: 1_768_300_000,
    updated_at: 1_768_392_000.123456,
    timestamp: 1_768_392_000,
    first_reply_created_at: 0,
    unread_count: 2,
    last_non_activity_message: pushMessageJson(),
    last_activity_at: 1_768_392_000,
    priority: null,
    waiting_since: 1_768_391_000,
    sla_policy_id: null,
    ...over,
  };
}

export function pushConversationJson(over: Json = {}, meta: Json = {}): Json {
  return {
    additional_attributes: {},
    can_reply: true,
    channel: 'Channel::Whatsapp',
    contact_inbox: { id: 1, contact_id: 55, inbox_id: 3, source_id: '15557654321' },
    id: 42,
    inbox_id: 3,
    messages: [pushMessageJson()],
    labels: ['vip'],
    meta: { sender: contactJson, assignee: null, assignee_type: null, team: null, hmac_verified: false, ...meta },
    status: 'open',
    custom_attributes: {},
    snoozed_until: '2026-01-15T09:00:00.000Z',
    unread_count: 2,
    first_reply_created_at: null,
    priority: 'high',
    waiting_since: 0,
    agent_last_seen_at: 1_768_392_000,
    contact_last_seen_at: 0,
    last_activity_at: 1_768_392_000,
    timestamp: 1_768_392_000,
    created_at: 1_768_300_000,
    updated_at: 1_768_392_001.5,
    account_id: 1,
    ...over,
  };
}

export interface SentRequest {
  readonly method: string;
  /** With query, without the server. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly init: RequestInit;
}

export interface LogLine {
  readonly what: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export class FakeSocket implements WebSocketLike {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly sent: string[] = [];
  closed = false;
  readonly url: string;
  readonly protocols: readonly string[];
  constructor(url: string, protocols: readonly string[]) {
    this.url = url;
    this.protocols = protocols;
  }
  send(data: string): void {
    this.sent.push(data);
  }
  close(): void {
    this.closed = true;
  }
  /** A frame from the server. */
  frame(frame: unknown): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  raw(data: unknown): void {
    this.onmessage?.({ data });
  }
}

export type Answering = (request: SentRequest) => Response | Promise<Response>;

export interface Harness {
  readonly connector: Connector;
  readonly clock: FakeClock;
  readonly requests: SentRequest[];
  readonly sockets: FakeSocket[];
  readonly log: LogLine[];
  /** Replaces what the network answers from now on. */
  answer(next: Answering): void;
}

export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export function harness(
  first: Answering = () => json(profileJson),
  options: { accountId?: number; openWebSocket?: OpenWebSocket } = {},
): Harness {
  const clock = new FakeClock();
  const requests: SentRequest[] = [];
  const sockets: FakeSocket[] = [];
  const lines: LogLine[] = [];
  const log: Log = { write: (_level, what, fields = {}) => void lines.push({ what, fields }) };
  let answering = first;
  const connector = createChatwootConnector({
    serverUrl,
    token,
    clock,
    log,
    async fetch(url, init) {
      const request: SentRequest = {
        method: init.method ?? 'GET',
        path: url.slice(serverUrl.length),
        headers: new Headers(init.headers),
        body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
        init,
      };
      requests.push(request);
      return answering(request);
    },
    openWebSocket(url, protocols) {
      const socket = new FakeSocket(url, protocols);
      sockets.push(socket);
      return socket;
    },
    ...options,
  });
  return { connector, clock, requests, sockets, log: lines, answer: (next) => void (answering = next) };
}

/** Past `profile()`, with an empty record of requests. */
export async function signedIn(then: Answering = () => json({})): Promise<Harness> {
  const ready = harness();
  await ready.connector.profile();
  ready.requests.length = 0;
  ready.answer(then);
  return ready;
}

/** The ConnectorError of a call, in the form in which tables compare it. */
export async function failure(
  call: Promise<unknown>,
): Promise<{ kind: string; committed: string; status: number | null }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ConnectorError) return { kind: error.kind, committed: error.committed, status: error.status };
    throw error;
  }
  throw new Error('the call succeeded');
}
