/** Answers that are not what they should be: all of them (named, nothing taken) or only a row (left out, counted). */
import { describe, expect, it } from 'vitest';
import {
  accountPath,
  agentJson,
  failure,
  json,
  pushMessageJson,
  restConversationJson,
  restMessageJson,
  signedIn,
  type Answering,
} from './chatwoot-fixtures.ts';

const page = (payload: unknown) => json({ data: { meta: { all_count: 3 }, payload } });
const html = '<!doctype html><title>Sign in to Hotel Wi-Fi</title>';
const text = (body: string, status: number) => new Response(body, { status });

describe('an answer that is not Chatwoot speaking', () => {
  const away = { location: 'http://portal/' };
  const answers: readonly (readonly [string, Answering, string])[] = [
    ['a portal that answers 200', () => text(html, 200), 'captive-portal'],
    ['a portal that redirects', () => new Response(null, { status: 302, headers: away }), 'captive-portal'],
    ['a portal that says so', () => text(html, 511), 'captive-portal'],
    ['a proxy that wants a sign-in', () => text(html, 407), 'proxy'],
    ['JSON that is cut off', () => text('{"data":{"meta":{},"payload":[{"id":42', 200), 'bad-response'],
    ['an empty answer', () => text('', 200), 'bad-response'],
    ['other JSON', () => json({ ok: true }), 'bad-response'],
    ['a list that is none', () => page({}), 'bad-response'],
    ['a list in which no row is a conversation', () => page([{ id: 1 }, { id: 2 }, { id: 3 }]), 'bad-response'],
  ];
  it.each(answers)('%s', async (_title, answer, kind) => {
    const { connector } = await signedIn(answer);
    expect(await failure(connector.conversationPage(1))).toMatchObject({ kind, committed: 'no' });
    expect(await failure(connector.conversationsChangedWithin(60))).toMatchObject({ kind });
  });
});

describe('one row that this version cannot read', () => {
  it('costs that conversation and no other, and the log names the field but not what is in it', async () => {
    const odd = restConversationJson({ id: 43, status: { secret: 'customer text' } });
    const { connector, log } = await signedIn(() =>
      page([restConversationJson(), odd, restConversationJson({ id: 44 })]),
    );
    const { rows, total } = await connector.conversationPage(1);
    expect(rows.map(({ conversation }) => conversation.id)).toEqual([42, 44]);
    expect(total).toBe(3);
    expect(log).toContainEqual({
      what: 'rows of unexpected shape left out',
      fields: { what: 'conversations', skipped: 1, of: 3, field: 'status' },
    });
    expect(JSON.stringify(log)).not.toContain('customer text');
  });

  it('does not stop a delta that holds nothing else', async () => {
    const { connector } = await signedIn(() => page([restConversationJson({ inbox_id: null })]));
    expect(await connector.conversationsChangedWithin(60)).toEqual([]);
  });

  it('costs that message, and a full page of messages is still a full page', async () => {
    const messages = Array.from({ length: 20 }, (_, index) => restMessageJson({ id: 900 + index }));
    messages[3] = restMessageJson({ id: 903, message_type: 9 });
    const { connector } = await signedIn(() => json({ payload: messages }));
    const batch = await connector.newestMessages(42);
    expect(batch.messages).toHaveLength(19);
    expect(batch.messages.map(({ id }) => id)).not.toContain(903);
    expect(batch.more).toBe(true);
  });

  it('costs the preview and not the conversation, if it is the message in it', async () => {
    const odd = pushMessageJson({ message_type: 9 });
    const conversation = restConversationJson({ messages: [odd], last_non_activity_message: odd });
    const { connector } = await signedIn(() => page([conversation]));
    const { rows } = await connector.conversationPage(1);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.messages).toEqual([]);
  });

  it('costs that agent, team, label, ready text or macro', async () => {
    const answers: Readonly<Record<string, unknown>> = {
      [`${accountPath}/inboxes`]: { payload: [] },
      [`${accountPath}/agents`]: [agentJson, { id: 'eight' }],
      [`${accountPath}/teams`]: [{ id: 1, name: 'Returns' }, { id: 2 }],
      [`${accountPath}/labels`]: { payload: [{ title: 'vip', color: '#fff' }, { color: '#000' }] },
      [`${accountPath}/canned_responses`]: [{ id: 1, short_code: 'hi', content: 'Hello' }, { id: 2 }],
      [`${accountPath}/macros`]: {
        payload: [
          { id: 1, name: 'Close', actions: [] },
          { id: 2, name: 'Odd' },
        ],
      },
      [`${accountPath}/cache_keys`]: { cache_keys: { label: '1', inbox: '2', team: '3' } },
    };
    const { connector } = await signedIn(({ path }) => json(answers[path]));
    const { data } = await connector.reference(null);
    const lists = [data.agents, data.teams, data.labels, data.canned, data.macros];
    expect(lists.map((list) => list?.length)).toEqual([1, 1, 1, 1, 1]);
  });
});
