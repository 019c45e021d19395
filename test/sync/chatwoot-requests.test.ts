/** What goes out: addresses, headers, bodies; and law 2 at the last door before the network. */
import { assert, asyncProperty, string, uuid } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewMessage } from '../../electron/core/connectors/connector.ts';
import type { Template } from '../../shared/contract/templates.ts';
import {
  accountPath,
  agentJson,
  failure,
  harness,
  json,
  profileJson,
  restConversationJson,
  restMessageJson,
  signedIn,
  token,
} from './chatwoot-fixtures.ts';

const template: Template = {
  channelId: 3,
  name: 'ticket_status_updated',
  language: 'en_US',
  category: 'utility',
  status: 'approved',
  parameterFormat: 'positional',
  header: null,
  body: 'Hello {{1}}, ticket {{2}}',
  footer: null,
  buttons: [],
  namespace: null,
};
const values = { header: {}, body: { '1': 'Asha', '2': '#2332' }, buttons: {}, mediaUrl: null, mediaName: null };

function newMessage(content: NewMessage['content']): NewMessage {
  return { conversationId: 42, clientId: 'a-uuid', writtenAt: 1_768_390_000_900, content };
}

describe('signing in', () => {
  it('shows the token in the dashed header, follows no redirect and sends no cookie', async () => {
    const { connector, requests } = harness();
    expect(await connector.profile()).toEqual({
      accountId: 1,
      accountName: 'Acme',
      agent: { id: 7, name: 'Asha', availability: 'busy' },
    });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: 'GET', path: '/api/v1/profile' });
    expect(requests[0]?.headers.get('api-access-token')).toBe(token);
    expect([...(requests[0]?.headers.keys() ?? [])]).not.toContain('api_access_token');
    expect(requests[0]?.init).toMatchObject({ redirect: 'manual', credentials: 'omit', cache: 'no-store' });
  });

  it('stays with its account when another device switches, and says when it is gone', async () => {
    const { connector, answer } = harness();
    await connector.profile();
    answer(() => json({ ...profileJson, account_id: 2 }));
    expect(await connector.profile()).toMatchObject({ accountId: 1 });
    answer(() => json({ ...profileJson, account_id: 2, accounts: [{ id: 2, name: 'Other' }] }));
    expect(await failure(connector.profile())).toMatchObject({ kind: 'forbidden' });
  });

  it('can be told the account', async () => {
    const { connector } = harness(() => json(profileJson), { accountId: 2 });
    expect(await connector.profile()).toMatchObject({ accountId: 2, accountName: 'Other' });
  });

  it('comes before everything else', async () => {
    const { connector, requests } = harness();
    await expect(connector.newestMessages(42)).rejects.toThrow(/profile\(\) is the first call/);
    expect(requests).toEqual([]);
  });
});

describe('reading', () => {
  it('pages conversations newest first, over all of them', async () => {
    const rows = [
      restConversationJson(),
      restConversationJson({ id: 43, messages: [], last_non_activity_message: null }),
    ];
    const list = { data: { meta: { mine_count: 1, all_count: 57 }, payload: rows } };
    const { connector, requests } = await signedIn(() => json(list));
    const page = await connector.conversationPage(3);
    expect(page.total).toBe(57);
    expect(page.rows.map((row) => row.conversation.id)).toEqual([42, 43]);
    const path = `${accountPath}/conversations?status=all&sort_by=last_activity_at_desc&page=3`;
    expect(requests[0]?.path).toBe(path);
    await connector.conversationsChangedWithin(61.2);
    expect(requests[1]?.path).toBe(`${accountPath}/conversations?status=all&updated_within=62`);
  });

  it('asks for one conversation by its display id', async () => {
    const { connector, requests } = await signedIn(() => json(restConversationJson()));
    expect((await connector.conversation(42)).conversation.contact?.name).toBe('Maria');
    expect(requests[0]?.path).toBe(`${accountPath}/conversations/42`);
  });

  it.each([
    ['newest', '', 20],
    ['before', '?before=900', 20],
    ['after', '?after=900', 100],
  ] as const)('messages, %s: one request, and more only after a full page', async (which, query, full) => {
    let count = full;
    const { connector, requests } = await signedIn(() =>
      json({ meta: {}, payload: Array.from({ length: count }, (_, index) => restMessageJson({ id: index + 1 })) }),
    );
    const call = () => {
      if (which === 'newest') return connector.newestMessages(42);
      return which === 'before' ? connector.messagesBefore(42, 900) : connector.messagesAfter(42, 900);
    };
    const fullPage = await call();
    expect(fullPage.more).toBe(true);
    expect(fullPage.messages.map((message) => message.id)).toEqual(Array.from({ length: full }, (_, i) => i + 1));
    count = full - 1;
    expect((await call()).more).toBe(false);
    expect(requests.map((request) => request.path)).toEqual([
      `${accountPath}/conversations/42/messages${query}`,
      `${accountPath}/conversations/42/messages${query}`,
    ]);
  });
});

describe('writing a message', () => {
  it('sends a reply once, with the client id where the server keeps it', async () => {
    const stored = restMessageJson({ echo_id: 'a-uuid', content_attributes: { latchkey_id: 'a-uuid' } });
    const { connector, requests } = await signedIn(() => json(stored));
    const patch = await connector.createMessage(newMessage({ kind: 'reply', text: 'Hi' }));
    expect(patch).toMatchObject({ id: 901, kind: 'outgoing', clientId: 'a-uuid', status: 'sent', sourceId: null });
    expect('isTemplate' in patch).toBe(false);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: 'POST', path: `${accountPath}/conversations/42/messages` });
    expect(requests[0]?.headers.get('content-type')).toBe('application/json');
    expect(requests[0]?.body).toEqual({
      content: 'Hi',
      private: false,
      message_type: 'outgoing',
      content_type: 'text',
      echo_id: 'a-uuid',
      client_message_id: 'a-uuid',
      content_attributes: { latchkey_id: 'a-uuid', external_created_at: 1_768_390_000 },
    });
  });

  it('sends a template with its values and knows that it is one', async () => {
    const { connector, requests } = await signedIn(() => json(restMessageJson()));
    const text = 'Hello Asha, ticket #2332';
    expect(await connector.createMessage(newMessage({ kind: 'template', text, template, values }))).toMatchObject({
      isTemplate: true,
    });
    expect(requests[0]?.body).toMatchObject({
      content: text,
      private: false,
      template_params: {
        name: 'ticket_status_updated',
        language: 'en_US',
        category: 'UTILITY',
        processed_params: { body: { '1': 'Asha', '2': '#2332' } },
      },
    });
  });

  it('sends nothing for a template with a blank value', async () => {
    const { connector, requests } = await signedIn();
    const blank = { ...values, body: { '1': ' ', '2': 'x' } };
    const call = connector.createMessage(newMessage({ kind: 'template', text: 't', template, values: blank }));
    expect(await failure(call)).toEqual({ kind: 'rejected', committed: 'no', status: null });
    expect(requests).toEqual([]);
  });

  it('law 2: whatever a note says, it leaves as private and never as a template', async () => {
    const { connector, requests } = await signedIn(() => json(restMessageJson({ private: true })));
    await assert(
      asyncProperty(string({ minLength: 1 }), uuid(), async (text, clientId) => {
        requests.length = 0;
        // An object from a careless caller: keys of the other kinds come along.
        const content = { kind: 'note' as const, text, template, values, private: false };
        const patch = await connector.createMessage({ conversationId: 42, clientId, writtenAt: 0, content });
        expect(patch.kind).toBe('note');
        expect(requests).toHaveLength(1);
        const body = requests[0]?.body;
        expect(body).toMatchObject({ private: true, content: text });
        expect(body).not.toHaveProperty('template_params');
      }),
      { numRuns: 50 },
    );
  });
});

describe('actions', () => {
  const done = {
    meta: {},
    payload: { success: true, conversation_id: 42, current_status: 'open', snoozed_until: null },
  };

  it('set the status by name, a snooze with its end in seconds', async () => {
    const { connector, requests } = await signedIn(() => json(done));
    await connector.setStatus(42, 'resolved', 1_768_400_000_000);
    await connector.setStatus(42, 'snoozed', 1_768_400_000_999);
    await connector.setStatus(42, 'snoozed', null);
    expect(requests.map((request) => request.path)).toEqual(
      Array.from({ length: 3 }, () => `${accountPath}/conversations/42/toggle_status`),
    );
    expect(requests.map((request) => request.body)).toEqual([
      { status: 'resolved' },
      { status: 'snoozed', snoozed_until: 1_768_400_000 },
      { status: 'snoozed' },
    ]);
  });

  it('assign and unassign, whose answers are an agent, null or nothing', async () => {
    const { connector, requests, answer } = await signedIn(() => json(agentJson));
    await connector.assign(42, 7);
    answer(() => json(null));
    await connector.assign(42, null);
    answer(() => new Response('', { status: 200 }));
    await connector.assign(42, null);
    expect(requests.map((request) => request.body)).toEqual([
      { assignee_id: 7 },
      { assignee_id: null },
      { assignee_id: null },
    ]);
    expect(requests[0]?.path).toBe(`${accountPath}/conversations/42/assignments`);
  });

  it('give it to a team or to none, without naming an agent (with both the server ignores the team)', async () => {
    const { connector, requests, answer } = await signedIn(() => json({ id: 2, name: 'returns' }));
    await connector.assignTeam(42, 2);
    answer(() => json(null));
    await connector.assignTeam(42, null);
    expect(requests.map((request) => request.body)).toEqual([{ team_id: 2 }, { team_id: 0 }]);
    expect(requests[0]?.path).toBe(`${accountPath}/conversations/42/assignments`);
  });

  it('set the priority, and clear it with null; the answer is empty', async () => {
    const { connector, requests } = await signedIn(() => new Response('', { status: 200 }));
    await connector.setPriority(42, 'high');
    await connector.setPriority(42, null);
    expect(requests.map((request) => request.body)).toEqual([{ priority: 'high' }, { priority: null }]);
    expect(requests[0]?.path).toBe(`${accountPath}/conversations/42/toggle_priority`);
  });

  it('change labels by reading the list first, because writing replaces all of it', async () => {
    const { connector, requests } = await signedIn(() => json({ payload: ['vip', 'old'] }));
    await connector.changeLabels(42, ['refund', 'vip'], ['old']);
    expect(requests.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      { method: 'GET', path: `${accountPath}/conversations/42/labels`, body: undefined },
      { method: 'POST', path: `${accountPath}/conversations/42/labels`, body: { labels: ['vip', 'refund'] } },
    ]);
    requests.length = 0;
    await connector.changeLabels(42, ['vip'], ['gone']);
    expect(requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('mark as read', async () => {
    const { connector, requests } = await signedIn(() => json(restConversationJson()));
    await connector.markRead(42);
    expect(requests[0]).toMatchObject({ method: 'POST', path: `${accountPath}/conversations/42/update_last_seen` });
  });

  it('do not take a portal page for done', async () => {
    const { connector } = await signedIn(() => new Response('<html>', { status: 200 }));
    expect(await failure(connector.setStatus(42, 'open', null))).toMatchObject({ kind: 'captive-portal' });
    expect(await failure(connector.assign(42, 7))).toMatchObject({ kind: 'captive-portal' });
    expect(await failure(connector.markRead(42))).toMatchObject({ kind: 'captive-portal' });
    expect(await failure(connector.assignTeam(42, 2))).toMatchObject({ kind: 'captive-portal' });
    expect(await failure(connector.setPriority(42, null))).toMatchObject({ kind: 'captive-portal' });
    expect(await failure(connector.changeLabels(42, ['a'], []))).toMatchObject({ kind: 'captive-portal' });
  });
});
