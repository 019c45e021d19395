import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';
import { account, call, conversationWith, get, post, startQuiet } from './practice-client.ts';
import type { Wire } from './practice-client.ts';

let server: PracticeServer;
beforeAll(async () => {
  server = await startQuiet();
});
afterAll(async () => {
  expect(server.problems).toEqual([]);
  await server.stop();
});

const admin = (): Record<string, string> => ({ 'api-access-token': server.state.users[0]?.accessToken ?? '' });

describe('sign-in', () => {
  it('answers a password with session headers that open the profile until sign-out', async () => {
    const signedIn = await call(
      server,
      'POST',
      '/auth/sign_in',
      { email: server.email, password: server.password },
      {},
    );
    expect(signedIn.status).toBe(200);
    expect(signedIn.body.data).toMatchObject({ id: server.userId, access_token: server.apiAccessToken, role: 'agent' });
    expect(signedIn.headers.get('token-type')).toBe('Bearer');
    expect(signedIn.headers.get('uid')).toBe(server.email);
    expect(Number(signedIn.headers.get('expiry'))).toBeGreaterThan(server.now() / 1000);
    const headers = Object.fromEntries(
      ['access-token', 'client', 'uid'].map((key) => [key, signedIn.headers.get(key) ?? '']),
    );
    expect((await call(server, 'GET', '/api/v1/profile', undefined, headers)).body.id).toBe(server.userId);
    const valid = await call(server, 'GET', '/auth/validate_token', undefined, headers);
    expect(valid.body.payload).toMatchObject({ success: true, data: { id: server.userId } });
    expect((await call(server, 'DELETE', '/auth/sign_out', undefined, headers)).body).toEqual({ success: true });
    expect((await call(server, 'GET', '/api/v1/profile', undefined, headers)).status).toBe(401);
  });

  it('gives every refusal its own 401 body', async () => {
    const wrong = await call(server, 'POST', '/auth/sign_in', { email: server.email, password: 'no' }, {});
    expect([wrong.status, wrong.body]).toEqual([
      401,
      { success: false, errors: ['Invalid login credentials. Please try again.'] },
    ]);
    const nobody = await call(server, 'GET', '/api/v1/profile', undefined, {});
    expect([nobody.status, nobody.body]).toEqual([
      401,
      { errors: ['You need to sign in or sign up before continuing.'] },
    ]);
    const badToken = await call(server, 'GET', '/api/v1/profile', undefined, { api_access_token: 'x' });
    expect([badToken.status, badToken.body]).toEqual([401, { error: 'Invalid Access Token' }]);
    const notAllowed = await call(server, 'POST', `${account}/inboxes/11/sync_templates`, {});
    expect([notAllowed.status, notAllowed.body]).toEqual([401, { error: 'You are not authorized to do this action' }]);
    const otherAccount = await call(server, 'GET', '/api/v1/accounts/2/inboxes');
    expect([otherAccount.status, otherAccount.body]).toEqual([
      401,
      { error: 'You are not authorized to access this account' },
    ]);
  });

  it('takes the token in both spellings of its header', async () => {
    for (const name of ['api_access_token', 'api-access-token']) {
      const profile = await call(server, 'GET', '/api/v1/profile', undefined, { [name]: server.apiAccessToken });
      expect(profile.body).toMatchObject({ id: server.userId, name: 'Sam Rivera', account_id: 1 });
    }
  });
});

describe('lists', () => {
  it('wraps each list the way the dialect does', async () => {
    expect(await get(server, '/agents')).toBeInstanceOf(Array);
    expect(await get(server, '/teams')).toBeInstanceOf(Array);
    expect((await get(server, '/labels')).payload[0]).toHaveProperty('title');
    const inboxes = (await get(server, '/inboxes')).payload;
    expect(inboxes[0].phone_number).toBe('+15550783881');
    expect(inboxes[0].message_templates).toBeInstanceOf(Array);
    expect(inboxes[1]).toMatchObject({ channel_type: 'Channel::Sms' });
    expect(inboxes[2].message_templates).toEqual({});
    expect(inboxes[0]).not.toHaveProperty('provider_config');
    expect((await call(server, 'GET', `${account}/inboxes/11`, undefined, admin())).body).toHaveProperty(
      'provider_config',
    );
    expect((await get(server, '/contacts/search?q=a')).payload).toHaveLength(15);
    expect(await get(server, '/cache_keys')).toHaveProperty('cache_keys.inbox', expect.stringMatching(/^\d{10}$/));
  });

  it('has templates of every kind', async () => {
    const templates: Wire[] = (await get(server, '/inboxes/11')).message_templates;
    const statuses = new Set(templates.map((template) => template.status));
    expect(statuses).toEqual(new Set(['APPROVED', 'PAUSED', 'REJECTED', 'PENDING']));
    expect(templates.filter((template) => template.status === 'APPROVED').length).toBeGreaterThanOrEqual(12);
    const formats = templates.flatMap((template) => template.components.map((part: Wire) => part.format ?? null));
    expect(formats).toEqual(expect.arrayContaining(['IMAGE', 'DOCUMENT', 'TEXT']));
    expect(new Set(templates.map((template) => template.parameter_format))).toEqual(new Set(['NAMED', 'POSITIONAL']));
  });

  it('pages conversations by 25, open ones unless asked, newest activity first', async () => {
    const { meta, payload } = (await get(server, '/conversations')).data;
    expect(payload).toHaveLength(25);
    expect(payload.every((row: Wire) => row.status === 'open')).toBe(true);
    const times = payload.map((row: Wire) => row.last_activity_at);
    expect(times).toEqual(times.toSorted((a: number, b: number) => b - a));
    expect(meta.assigned_count + meta.unassigned_count).toBe(meta.all_count);
    const ids = new Set<number>();
    let page = 1;
    for (; page < 10; page += 1) {
      const rows: Wire[] = (await get(server, `/conversations?status=all&page=${String(page)}`)).data.payload;
      if (rows.length === 0) break;
      for (const row of rows) ids.add(row.id);
    }
    expect(ids.size).toBe(server.state.conversations.length);
    expect(ids.size).toBeGreaterThanOrEqual(45);
    const mine = (await get(server, '/conversations?assignee_type=me')).data;
    expect(mine.meta).toEqual(meta);
    expect(mine.payload).toHaveLength(meta.mine_count);
  });

  it('lists by updated_within without pages, whatever their number', async () => {
    const all = (await get(server, '/conversations?status=all&updated_within=99999999')).data.payload;
    expect(all).toHaveLength(server.state.conversations.length);
    const before = (await get(server, '/conversations?status=all&updated_within=1800')).data.payload;
    const old = conversationWith(server, 'Zainab Omar');
    expect(before.map((row: Wire) => row.id)).not.toContain(old);
    await post(server, `/conversations/${String(old)}/labels`, { labels: ['vip'] });
    const after = (await get(server, '/conversations?status=all&updated_within=1800')).data.payload;
    expect(after.map((row: Wire) => row.id)).toContain(old);
  });

  it('does not move updated_at for what somebody read', async () => {
    const id = conversationWith(server, 'Sofía Ramírez');
    const before = await get(server, `/conversations/${String(id)}`);
    expect(before.unread_count).toBe(2);
    const read = await post(server, `/conversations/${String(id)}/update_last_seen`);
    expect([read.unread_count, read.updated_at]).toEqual([0, before.updated_at]);
    expect((await post(server, `/conversations/${String(id)}/unread`)).unread_count).toBe(1);
  });

  it('knows one conversation by its display id only', async () => {
    const conversation = server.state.conversations[0];
    expect((await call(server, 'GET', `${account}/conversations/${String(conversation?.id)}`)).status).toBe(200);
    const byDatabaseId = await call(server, 'GET', `${account}/conversations/${String(conversation?.databaseId)}`);
    expect([byDatabaseId.status, byDatabaseId.body]).toEqual([404, { error: 'Resource could not be found' }]);
  });

  it('leaves out what is unset and keeps the units of each field', async () => {
    const row = await get(server, `/conversations/${String(conversationWith(server, 'Sofía Ramírez'))}`);
    expect(row.meta).not.toHaveProperty('assignee');
    expect(row.meta).not.toHaveProperty('team');
    expect(Number.isInteger(row.last_activity_at)).toBe(true);
    const snoozed = await get(server, `/conversations/${String(conversationWith(server, 'Lars van Dijk'))}`);
    expect(snoozed.snoozed_until).toMatch(/^\d{4}-\d\d-\d\dT.*\.\d{3}Z$/);
    expect(snoozed.meta.assignee).not.toHaveProperty('access_token');
  });
});

describe('messages', () => {
  let id: number;
  let all: Wire[];
  const page = async (query: string): Promise<number[]> =>
    (await get(server, `/conversations/${String(id)}/messages${query}`)).payload.map((message: Wire) => message.id);

  beforeAll(async () => {
    id = conversationWith(server, 'Rosa Feldmann');
    const template = server.state.messages.find((message) => message.conversationId === id && message.type === 1);
    if (template === undefined) throw new Error('the seed has a reply to Rosa');
    // More rows than one `after` answer holds.
    for (let extra = 0; extra < 120; extra += 1) {
      await post(server, `/conversations/${String(id)}/messages`, { content: `note ${String(extra)}`, private: true });
    }
    all = await get(server, `/conversations/${String(id)}/messages?after=0&before=99999999`).then(
      (body) => body.payload,
    );
  });

  it('pages by 20, 20, 100 and 1000 with the dialect’s own borders', async () => {
    const ids = all.map((message) => message.id);
    expect(ids.length).toBeGreaterThan(160);
    expect(await page('')).toEqual(ids.slice(-20));
    const middle = ids[60] ?? 0;
    expect(await page(`?before=${String(middle)}`)).toEqual(ids.slice(40, 60));
    expect(await page(`?after=${String(middle)}`)).toEqual(ids.slice(61, 161));
    expect(await page(`?after=${String(middle)}&before=${String(ids[70])}`)).toEqual(ids.slice(60, 70));
  });

  it('drops notes and activity on request, and tells about the conversation in meta', async () => {
    const body = await get(server, `/conversations/${String(id)}/messages?filter_internal_messages=1`);
    expect(body.payload.every((message: Wire) => !message.private && message.message_type !== 2)).toBe(true);
    expect(body.meta).toMatchObject({
      labels: ['vip', 'wholesale'],
      contact: { type: 'contact', name: 'Rosa Feldmann' },
    });
  });

  it('refuses what the builder refuses', async () => {
    const path = `${account}/conversations/${String(conversationWith(server, 'Emma Clarke'))}/messages`;
    const incoming = await call(server, 'POST', path, { content: 'x', message_type: 'incoming' });
    expect([incoming.status, incoming.body]).toEqual([
      422,
      { error: 'Incoming messages are only allowed in Api inboxes' },
    ]);
    const long = await call(server, 'POST', path, { content: 'x'.repeat(150_001) });
    expect(long.body.error).toMatch(/^Validation failed: Content is too long/);
    for (const template_params of ['text', ['a'], { language: 'en' }, { name: 'x', processed_params: ['a'] }]) {
      const answer = await call(server, 'POST', path, { content: 'x', template_params });
      expect([answer.status, answer.body.error]).toEqual([422, expect.stringMatching(/^Validation failed: /)]);
    }
    const statuses = server.requests.filter((request) => request.path === path).length;
    expect(statuses).toBe(6);
  });

  it('refuses the 201st message of a minute', async () => {
    const emma = conversationWith(server, 'Beth Turner');
    const path = `${account}/conversations/${String(emma)}/messages`;
    let answer = await call(server, 'POST', path, { content: 'n', private: true });
    for (let count = 1; count < 200; count += 1)
      answer = await call(server, 'POST', path, { content: 'n', private: true });
    expect(answer.status).toBe(200);
    answer = await call(server, 'POST', path, { content: 'n', private: true });
    expect([answer.status, answer.body]).toEqual([422, { error: 'Validation failed: Too many messages' }]);
  });

  it('keeps any content attribute, forgets echo_id, fills Liquid outside backticks', async () => {
    const emma = conversationWith(server, 'Emma Clarke');
    const created = await post(server, `/conversations/${String(emma)}/messages`, {
      content: 'Hi {{contact.name}}, `{{contact.name}}` stays',
      private: true,
      echo_id: 'abc-1',
      content_attributes: { latchkey_id: 'abc-1', in_reply_to: 5 },
    });
    expect(created).toMatchObject({
      content: 'Hi Emma Clarke, `{{contact.name}}` stays',
      echo_id: 'abc-1',
      content_attributes: { latchkey_id: 'abc-1', in_reply_to: null, in_reply_to_external_id: null },
    });
    const listed = (await get(server, `/conversations/${String(emma)}/messages`)).payload.at(-1);
    expect(listed.content_attributes.latchkey_id).toBe('abc-1');
    expect(listed).not.toHaveProperty('echo_id');
    expect(listed).not.toHaveProperty('updated_at');
  });

  it('serves attachments without a sign-in', async () => {
    const fatima = conversationWith(server, 'Fatima Al Mansoori');
    const messages: Wire[] = (await get(server, `/conversations/${String(fatima)}/messages`)).payload;
    const photo = messages.find((message) => message.attachments !== undefined).attachments[0];
    const answer = await fetch(photo.data_url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    const form = new FormData();
    form.append('content', 'see file');
    form.append('private', 'true');
    form.append('attachments[]', new Blob(['hello'], { type: 'text/plain' }), 'a.txt');
    const headers = { 'api-access-token': server.apiAccessToken };
    const path = `${server.url}${account}/conversations/${String(fatima)}/messages`;
    const created: Wire = await (await fetch(path, { method: 'POST', headers, body: form })).json();
    expect(created).toMatchObject({ content: 'see file', private: true });
    expect(await (await fetch(created.attachments[0].data_url)).text()).toBe('hello');
  });
});

describe('contacts and new conversations', () => {
  it('finds the ways to reach a contact and starts an SMS conversation', async () => {
    const carlos = server.state.contacts.find((contact) => contact.name === 'Carlos Mendoza');
    const ways: Wire[] = (await get(server, `/contacts/${String(carlos?.id)}/contactable_inboxes`)).payload;
    const sms = ways.find((way) => way.inbox.channel_type === 'Channel::Sms');
    expect(sms).toMatchObject({ source_id: '+525550000101', inbox: { id: 12 } });
    expect(ways[0]).toMatchObject({ source_id: '525550000101', inbox: { id: 11 } });
    const created = await post(server, '/conversations', {
      inbox_id: 12,
      contact_id: carlos?.id,
      source_id: sms.source_id,
      additional_attributes: { latchkey_id: 'c-1' },
      message: { content: 'Hola por SMS' },
    });
    expect(created).toMatchObject({ inbox_id: 12, can_reply: true, additional_attributes: { latchkey_id: 'c-1' } });
    const listed: Wire[] = (await get(server, `/contacts/${String(carlos?.id)}/conversations`)).payload;
    expect(listed.map((row) => row.id)).toContain(created.id);
  });
});
