/** Channels and templates in (chatwoot-api §2.5, §4.1–4.4), `template_params` out (§4.6). */
import { describe, expect, it } from 'vitest';
import { templateParams } from '../../electron/core/connectors/chatwoot/template-params.ts';
import { templateFromMeta } from '../../electron/core/connectors/chatwoot/templates.ts';
import type { Template, TemplateValues } from '../../shared/contract/templates.ts';
import { must } from '../../shared/lang/assert.ts';
import { accountPath, agentJson, failure, json, signedIn, type Harness } from './chatwoot-fixtures.ts';

const metaTemplate = {
  id: '987',
  name: 'ticket_status_updated',
  status: 'APPROVED',
  category: 'UTILITY',
  sub_category: 'CUSTOM',
  language: 'en_US',
  parameter_format: 'POSITIONAL',
  components: [
    { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
    { type: 'BODY', text: 'Hello {{2}}, ticket {{1}}' },
    { type: 'FOOTER', text: 'Acme' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'Yes' },
        { type: 'URL', text: 'Track', url: 'https://x/{{1}}' },
        { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+1' },
        { type: 'COPY_CODE', text: 'Copy' },
        { type: 'FLOW', text: 'Book' },
      ],
    },
  ],
};
const withComponents = (...components: readonly object[]) => ({ ...metaTemplate, components });
const parse = (raw: unknown): Template => must(templateFromMeta(3, raw), 'a template of the fixture');

const noValues: TemplateValues = { header: {}, body: {}, buttons: {}, mediaUrl: null, mediaName: null };
const filled: TemplateValues = {
  ...noValues,
  header: { '1': '#5' },
  body: { '1': 'T-1', '2': 'Asha', extra: 'ignored' },
  buttons: { '1': 'abc', '3': 'SAVE20' },
};

describe('a template of Meta', () => {
  it('becomes ours', () => {
    expect(parse(metaTemplate)).toEqual({
      channelId: 3,
      name: 'ticket_status_updated',
      language: 'en_US',
      category: 'utility',
      status: 'approved',
      parameterFormat: 'positional',
      header: { format: 'text', text: 'Order {{1}}' },
      body: 'Hello {{2}}, ticket {{1}}',
      footer: 'Acme',
      buttons: [
        { kind: 'quick-reply', text: 'Yes', url: null },
        { kind: 'url', text: 'Track', url: 'https://x/{{1}}' },
        { kind: 'phone', text: 'Call', url: null },
        { kind: 'copy-code', text: 'Copy', url: null },
        { kind: 'other', text: 'Book', url: null },
      ],
      namespace: null,
    });
  });

  it('shows its format by its placeholders if it does not say', () => {
    const silent = { ...metaTemplate, parameter_format: undefined };
    expect(parse(silent).parameterFormat).toBe('positional');
    expect(parse({ ...silent, components: [{ type: 'body', text: 'Hi {{ first_name }}' }] }).parameterFormat).toBe(
      'named',
    );
    expect(parse({ ...metaTemplate, parameter_format: 'NAMED' }).parameterFormat).toBe('named');
  });

  it.each([
    ['no components', { ...metaTemplate, components: [] }],
    ['a list', withComponents({ type: 'BODY', text: 'x' }, { type: 'LIST' })],
    ['a carousel', withComponents({ type: 'BODY', text: 'x' }, { type: 'CAROUSEL' })],
    ['a call permission request', withComponents({ type: 'BODY', text: 'x' }, { type: 'call_permission_request' })],
    ['an unknown header', withComponents({ type: 'HEADER', format: 'GIF' }, { type: 'BODY', text: 'x' })],
    ['no name', { ...metaTemplate, name: undefined }],
    ['rubbish', 'text'],
  ])('with %s is left out', (_what, raw) => {
    expect(templateFromMeta(3, raw)).toBeNull();
  });
});

describe('template_params', () => {
  it('carries body in the order of counting, header text, and buttons by their place', () => {
    const params = templateParams(parse(metaTemplate), filled);
    expect(params).toEqual({
      name: 'ticket_status_updated',
      language: 'en_US',
      category: 'UTILITY',
      processed_params: {
        body: { '1': 'T-1', '2': 'Asha' },
        header: { '1': '#5' },
        buttons: [
          { type: 'quick_reply' },
          { type: 'url', parameter: 'abc' },
          { type: 'quick_reply' },
          { type: 'copy_code', parameter: 'SAVE20' },
        ],
      },
    });
    expect(JSON.stringify(params.processed_params)).toContain('"body":{"1":"T-1","2":"Asha"}');
    // Rails strips nulls out of arrays, which would move a button to another place.
    expect(JSON.stringify(params)).not.toContain('null');
  });

  it('keeps named values in the order of the text', () => {
    const named = parse({
      ...metaTemplate,
      parameter_format: 'NAMED',
      components: [{ type: 'BODY', text: '{{b}} {{a}} {{b}}' }],
    });
    const params = templateParams(named, { ...noValues, body: { a: 'A', b: 'B' } });
    expect(JSON.stringify(params.processed_params)).toBe('{"body":{"b":"B","a":"A"}}');
  });

  it('says nothing of what has no values', () => {
    const plain = parse(
      withComponents(
        { type: 'BODY', text: 'Hello' },
        { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Ok' }] },
      ),
    );
    expect(templateParams({ ...plain, category: 'unknown', namespace: 'ns' }, noValues)).toEqual({
      name: 'ticket_status_updated',
      language: 'en_US',
      namespace: 'ns',
      processed_params: {},
    });
  });

  it('carries media by address; only a document has a name', () => {
    const media = (format: string) => parse(withComponents({ type: 'HEADER', format }, { type: 'BODY', text: 'x' }));
    const values = { ...noValues, mediaUrl: 'https://x/Invoice.pdf', mediaName: 'Invoice.pdf' };
    expect(templateParams(media('DOCUMENT'), values).processed_params).toEqual({
      header: { media_url: 'https://x/Invoice.pdf', media_type: 'document', media_name: 'Invoice.pdf' },
    });
    expect(templateParams(media('IMAGE'), values).processed_params).toEqual({
      header: { media_url: 'https://x/Invoice.pdf', media_type: 'image' },
    });
    for (const mediaUrl of [null, '', 'ftp://x/y', 'file:///etc/passwd', 'nonsense', `https://x/${'y'.repeat(2000)}`]) {
      expect(() => templateParams(media('IMAGE'), { ...values, mediaUrl })).toThrow(/header media/);
    }
  });

  it.each([
    ['a body value', { ...filled, body: { '1': 'T-1' } }, /body \{\{2\}\}: no value/],
    ['a blank body value', { ...filled, body: { '1': 'T-1', '2': ' \n' } }, /body \{\{2\}\}: no value/],
    ['the header value', { ...filled, header: {} }, /header \{\{1\}\}: no value/],
    ['a button value', { ...filled, buttons: { '1': '', '3': 'S' } }, /button 1: no value/],
    ['a code that fits', { ...filled, buttons: { '1': 'a', '3': 'x'.repeat(16) } }, /button 3: more than 15/],
  ])('is refused without %s', (_what, values, reason) => {
    expect(() => templateParams(parse(metaTemplate), values)).toThrow(reason);
  });

  it('is refused for a location header', () => {
    const location = parse(withComponents({ type: 'HEADER', format: 'LOCATION' }, { type: 'BODY', text: 'x' }));
    expect(() => templateParams(location, noValues)).toThrow(/location/);
  });
});

describe('reference data', () => {
  const inbox = (over: object) => ({
    id: 3,
    name: 'WA',
    channel_type: 'Channel::Whatsapp',
    phone_number: '+1555',
    ...over,
  });
  const DAY = 86_400_000;
  /** What changed, inboxes, agents, teams, labels, ready texts, macros. */
  const listsAsked = 7;

  async function withInboxes(inboxes: readonly object[], single: object = {}): Promise<Harness> {
    return signedIn(({ path }) => {
      if (path === `${accountPath}/inboxes`) return json({ payload: inboxes });
      if (path === `${accountPath}/agents`) return json([agentJson]);
      if (path === `${accountPath}/teams`) return json([{ id: 2, name: 'support', account_id: 1 }]);
      if (path === `${accountPath}/labels`) return json({ payload: [{ id: 1, title: 'vip', color: '#f00' }] });
      if (path.startsWith(`${accountPath}/inboxes/`)) return json(single);
      return json({ error: 'Resource could not be found' }, 404);
    });
  }

  it('is read in one request for each list', async () => {
    const { connector, requests } = await withInboxes([
      inbox({ message_templates: [metaTemplate, { name: 'broken' }] }),
    ]);
    const { data } = await connector.reference(null);
    expect(data.agents).toEqual([{ id: 7, name: 'Asha', availability: 'online' }]);
    expect(data.teams).toEqual([{ id: 2, name: 'support', isMine: false }]);
    expect(data.labels).toEqual([{ title: 'vip', color: '#f00' }]);
    expect(data.templates?.map((template) => template.name)).toEqual(['ticket_status_updated']);
    expect(data.channels).toEqual([
      {
        id: 3,
        name: 'WA',
        kind: 'whatsapp',
        phoneNumber: '+1555',
        windowMs: DAY,
        capabilities: { templates: true, groups: false, calls: false },
      },
    ]);
    expect(requests).toHaveLength(listsAsked);
  });

  it('takes {} for "never read", and asks for the inbox alone if the list leaves templates out', async () => {
    const never = await withInboxes([inbox({ message_templates: {} })]);
    expect((await never.connector.reference(null)).data.templates).toEqual([]);
    expect(never.requests).toHaveLength(listsAsked);
    const newer = await withInboxes([inbox({})], inbox({ message_templates: [metaTemplate] }));
    expect((await newer.connector.reference(null)).data.templates).toHaveLength(1);
    expect(newer.requests.map(({ path }) => path)).toContain(`${accountPath}/inboxes/3`);
    const without = await withInboxes([inbox({})], inbox({}));
    expect((await without.connector.reference(null)).data.templates).toEqual([]);
  });

  it.each([
    [
      'Twilio WhatsApp',
      { channel_type: 'Channel::TwilioSms', medium: 'whatsapp', content_templates: {} },
      'whatsapp',
      DAY,
    ],
    ['Twilio SMS', { channel_type: 'Channel::TwilioSms', medium: 'sms' }, 'sms', null],
    ['SMS', { channel_type: 'Channel::Sms' }, 'sms', null],
    [
      'API with a window',
      { channel_type: 'Channel::Api', additional_attributes: { agent_reply_time_window: '24' } },
      'api',
      DAY,
    ],
    [
      'API with zero',
      { channel_type: 'Channel::Api', additional_attributes: { agent_reply_time_window: '0' } },
      'api',
      null,
    ],
    [
      'API with nonsense',
      { channel_type: 'Channel::Api', additional_attributes: { agent_reply_time_window: 'x' } },
      'api',
      null,
    ],
    ['API without', { channel_type: 'Channel::Api' }, 'api', null],
    ['Messenger', { channel_type: 'Channel::FacebookPage' }, 'other', DAY],
    ['Tiktok', { channel_type: 'Channel::Tiktok' }, 'other', 2 * DAY],
    ['e-mail', { channel_type: 'Channel::Email' }, 'other', null],
  ])('%s', async (_what, over, kind, windowMs) => {
    const { connector, requests } = await withInboxes([inbox(over)]);
    expect((await connector.reference(null)).data.channels?.[0]).toMatchObject({ kind, windowMs });
    expect(requests).toHaveLength(listsAsked);
  });

  it('reads templates of Twilio and fills them in its own flat form', async () => {
    const twilio = {
      content_sid: 'HX1',
      friendly_name: 'order_ready',
      language: 'de',
      status: 'approved',
      template_type: 'text',
      variables: {},
      category: 'utility',
      body: 'Hallo {{1}}, {{2}}',
    };
    const list = { templates: [twilio, { ...twilio, template_type: 'catalog' }] };
    const { connector } = await withInboxes([
      inbox({
        channel_type: 'Channel::TwilioSms',
        medium: 'whatsapp',
        phone_number: 'whatsapp:+1555',
        content_templates: list,
      }),
    ]);
    const { templates = [], channels = [] } = (await connector.reference(null)).data;
    expect(templates).toHaveLength(1);
    expect(channels[0]?.phoneNumber).toBe('+1555');
    const params = templateParams(must(templates[0], 'one template'), { ...noValues, body: { '1': 'A', '2': 'B' } });
    expect(params).toEqual({
      name: 'order_ready',
      language: 'de',
      category: 'UTILITY',
      processed_params: { '1': 'A', '2': 'B' },
    });
  });

  it('fails as a whole when a list is not one', async () => {
    const { connector } = await withInboxes([{ id: 'three' }]);
    expect(await failure(connector.reference(null))).toMatchObject({ kind: 'bad-response' });
  });
});
