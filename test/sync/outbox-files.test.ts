/** Files: the bytes go first, each makes a message of its own, and nothing about them is lost or sent twice. */
import { afterEach, describe, expect, test } from 'vitest';
import { ConnectorError } from '../../electron/core/connectors/connector.ts';
import type { Draft } from '../../shared/contract/entities.ts';
import type { LocalFile } from '../../shared/contract/files.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { clientId, note, reply } from '../support/outbox-items.ts';

const minute = 60_000;
const hour = 60 * minute;
const jpeg = '\u00ff\u00d8\u00ff photo';

let desk: Desk;
afterEach(() => desk.dispose());

async function openChat(undoSeconds: 0 | 5 = 0): Promise<void> {
  desk = await openDesk(
    (server) => {
      server.addConversation(1);
      server.customerWrites(1, 'Which parcel?');
    },
    { undoSeconds },
  );
}

const photo = (name = 'parcel.jpg'): Promise<LocalFile> =>
  desk.addFile(
    name,
    Uint8Array.from(jpeg, (character) => character.charCodeAt(0)),
  );
const voice = (): Promise<LocalFile> => desk.addFile('voice.mp3', 'ID3 hello');

/** What the customer gets: the text, or the name of the file with its caption. */
function sent(): string[] {
  return (desk.server.messages.get(1) ?? [])
    .filter(({ kind }) => kind === 'outgoing')
    .map(({ text, attachments = [] }) => [...attachments.map(({ name }) => `[${name ?? ''}]`), text].join('').trim());
}

function uploads(): number {
  return desk.server.requests.filter((request) => request.startsWith('uploadFile')).length;
}

/** WhatsApp takes over what the server has. */
async function handOver(): Promise<void> {
  for (const { id, kind, sourceId } of desk.server.messages.get(1) ?? []) {
    if (kind === 'outgoing' && sourceId === null) desk.server.statusMoves(1, id, { sourceId: `wamid.${id}` });
  }
  await desk.clock.advance(1_000);
}

describe('what leaves', () => {
  test('every file is a message, in order, one at a time, the text with the first', async () => {
    await openChat();
    const files = [await photo('one.jpg'), await photo('two.jpg'), await voice()];
    const { items } = await desk.call('replies.send', {
      ...reply(
        'Here',
        clientId(),
        files.map(({ id }) => id),
      ),
    });
    expect(items).toHaveLength(3);
    await desk.clock.advance(1_000);
    expect(sent()).toEqual(['[one.jpg]Here']);
    await handOver();
    expect(sent()).toEqual(['[one.jpg]Here', '[two.jpg]']);
    await handOver();
    expect(sent()).toEqual(['[one.jpg]Here', '[two.jpg]', '[voice.mp3]']);
  });

  test('audio carries no text, so that it goes first; a note keeps both together', async () => {
    await openChat();
    const { id } = await voice();
    await desk.call('replies.send', reply('Listen', clientId(), [id]));
    await desk.call('notes.add', note('For the team', [id]));
    await desk.clock.advance(1_000);
    await handOver();
    expect(sent()).toEqual(['Listen', '[voice.mp3]']);
    expect(desk.server.messages.get(1)?.find(({ kind }) => kind === 'note')).toMatchObject({
      text: 'For the team',
      attachments: [{ name: 'voice.mp3' }],
    });
  });

  test('calling twice with the same client id is one send', async () => {
    await openChat();
    const once = reply('Here', clientId(), [(await photo()).id, (await photo('two.jpg')).id]);
    const first = await desk.call('replies.send', once);
    expect(await desk.call('replies.send', once)).toEqual(first);
    await desk.clock.advance(1_000);
    await handOver();
    expect(sent()).toEqual(['[parcel.jpg]Here', '[two.jpg]']);
  });

  test('a quote goes along, and comes back with the words it answers', async () => {
    await openChat();
    const asked = desk.server.messages.get(1)?.[0]?.id ?? 0;
    const answer = reply('This one');
    await desk.call('replies.send', { ...answer, body: { ...answer.body, quotedId: asked } });
    await desk.clock.advance(1_000);
    const { rows } = await desk.call('messages.list', { conversationId: 1, before: null, limit: 20 });
    expect(rows.at(-1)?.quoted).toEqual({ messageId: asked, author: 'Mara', text: 'Which parcel?' });
  });

  test('what WhatsApp does not take is refused before it is queued, and nothing of the send is', async () => {
    await openChat();
    const zip = await desk.addFile('all.zip', 'PK\u0003\u0004');
    const mixed = reply('Here', clientId(), [(await photo()).id, zip.id]);
    await expect(desk.call('replies.send', mixed)).rejects.toMatchObject({ code: 'file-invalid' });
    expect(await desk.outbox()).toEqual([]);
    await expect(desk.call('notes.add', note('', [zip.id]))).resolves.toMatchObject({ items: [{ state: 'queued' }] });
    await expect(desk.addFile('nothing.jpg', '')).rejects.toMatchObject({ code: 'file-invalid' });
    expect(desk.copies()).toHaveLength(2);
  });
});

describe('when the upload fails', () => {
  const serverTrouble = new ConnectorError('server', 'no', 500, 'HTTP 500');

  test('nothing was visible, so it is simply tried again, ever more rarely, and a person sees it', async () => {
    await openChat();
    for (let time = 0; time < 4; time += 1) desk.server.failNext('uploadFile', serverTrouble);
    await desk.call('replies.send', reply('', clientId(), [(await photo()).id]));
    await desk.clock.advance(14_000);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'queued', problem: null }]);
    await desk.clock.advance(2_000);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'queued', problem: { kind: 'retrying', tries: 3 } }]);
    expect(uploads()).toBe(3);
    await desk.clock.advance(70_000);
    expect(sent()).toEqual(['[parcel.jpg]']);
    expect(uploads()).toBe(5);
  });

  test.each([
    [413, { kind: 'file', why: 'too-large' }],
    [422, { kind: 'file', why: 'refused', text: 'no' }],
  ])('%i fails it with the reason; the text behind it goes on', async (status, problem) => {
    await openChat();
    desk.server.failNext('uploadFile', new ConnectorError('rejected', 'no', status, 'no'));
    await desk.call('replies.send', reply('', clientId(), [(await photo()).id]));
    await desk.call('replies.send', reply('Sorry'));
    await desk.clock.advance(1_000);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'failed', problem }]);
    expect(sent()).toEqual(['Sorry']);
  });

  test('the limit of the hour holds back all files, and no text of others', async () => {
    await openChat();
    desk.server.addConversation(2);
    desk.server.customerWrites(2, 'Hello?');
    desk.server.failNext('uploadFile', new ConnectorError('rate-limited', 'no', 429, 'too many requests'));
    await desk.call('replies.send', reply('', clientId(), [(await photo()).id]));
    await desk.clock.advance(1_000);
    await desk.call('replies.send', { ...reply('', clientId(), [(await photo()).id]), conversationId: 2 });
    await desk.call('notes.add', note('meanwhile'));
    await desk.clock.advance(50_000);
    expect(uploads()).toBe(1);
    expect(desk.server.notesOf(1)).toEqual(['meanwhile']);
    await desk.clock.advance(15_000);
    expect(uploads()).toBe(3);
  });

  test('a copy that is gone fails it instead of blocking what comes after', async () => {
    await openChat(5);
    const { id } = await photo();
    await desk.call('replies.send', reply('', clientId(), [id]));
    desk.loseCopy(id);
    await desk.clock.advance(6_000);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'failed', problem: { kind: 'file', why: 'missing' } }]);
  });

  test('bytes that the server cleaned up go again', async () => {
    await openChat();
    desk.server.failNext('createMessage', new ConnectorError('rate-limited', 'no', 429, 'too many requests'));
    await desk.call('replies.send', reply('', clientId(), [(await photo()).id]));
    await desk.clock.advance(1_000);
    desk.server.uploads.forgetAll();
    await desk.clock.advance(60_000);
    expect(uploads()).toBe(2);
    expect(sent()).toEqual(['[parcel.jpg]']);
  });
});

describe('restarts and time', () => {
  test('killed between the upload and the message: the bytes are not sent again, the message once', async () => {
    await openChat();
    desk.server.failNext('createMessage', new ConnectorError('rate-limited', 'no', 429, 'too many requests'));
    await desk.call('replies.send', reply('Here', clientId(), [(await photo()).id]));
    await desk.clock.advance(1_000);
    expect(uploads()).toBe(1);
    await desk.kill();
    await desk.restart();
    await desk.clock.advance(1_000);
    expect(uploads()).toBe(1);
    expect(sent()).toEqual(['[parcel.jpg]Here']);
  });

  test('killed during the upload: nothing is uncertain, and it goes after all', async () => {
    await openChat();
    desk.server.uploads.takesMs = 30_000;
    await desk.call('replies.send', reply('Here', clientId(), [(await photo()).id]));
    await desk.clock.advance(10_000);
    await desk.kill();
    await desk.restart();
    expect(await desk.outbox(1)).toMatchObject([{ state: 'queued' }]);
    await desk.clock.advance(31_000);
    expect(sent()).toEqual(['[parcel.jpg]Here']);
  });

  test('law 1: the window ends while the bytes are on their way', async () => {
    await openChat();
    const { openedAt } = (await desk.conversation(1)).window;
    desk.server.skipClock((openedAt ?? 0) + 24 * hour - 3 * minute - desk.server.now());
    await desk.clock.advance(100);
    desk.server.uploads.takesMs = 10 * minute;
    await desk.call('replies.send', reply('Here', clientId(), [(await photo()).id]));
    await desk.clock.advance(11 * minute);
    expect(uploads()).toBe(1);
    expect(sent()).toEqual([]);
    expect(await desk.outbox(1)).toMatchObject([{ state: 'needs-template', problem: { kind: 'window-closed' } }]);
  });

  test('cancelled while the bytes are on their way: no message', async () => {
    await openChat();
    desk.server.uploads.takesMs = minute;
    const going = reply('Here', clientId(), [(await photo()).id]);
    await desk.call('replies.send', going);
    await desk.clock.advance(1_000);
    await desk.call('outbox.decide', { clientId: going.clientId, decision: 'cancel' });
    await desk.clock.advance(2 * minute);
    expect(sent()).toEqual([]);
    expect(await desk.outbox()).toEqual([]);
  });
});

describe('drafts', () => {
  const draftOf = async (): Promise<Draft | null> =>
    (await desk.call('drafts.get', { conversationId: 1, audience: 'customer' })).draft;

  test('taking one back brings the whole send into the field, files, quote and all', async () => {
    await openChat(5);
    const files = [await voice(), await photo()];
    const going = reply(
      'Listen',
      clientId(),
      files.map(({ id }) => id),
    );
    const { items } = await desk.call('replies.send', { ...going, body: { ...going.body, quotedId: 1_001 } });
    expect(items).toHaveLength(3);
    const last = items.at(-1)?.clientId ?? '';
    const { draft } = await desk.call('outbox.takeBack', { clientId: last });
    expect(draft).toMatchObject({ text: 'Listen', files, quotedId: 1_001 });
    expect(await draftOf()).toEqual(draft);
    await desk.clock.advance(minute);
    expect(sent()).toEqual([]);
    expect(await desk.outbox()).toEqual([]);
  });

  test('what a crash left of a copy goes with the next start; what a draft holds stays', async () => {
    let isDying = false;
    desk = await openDesk((server) => server.addConversation(1), {
      beforeStoreCall: (name) => (isDying && name === 'file.add' ? new Promise(() => {}) : undefined),
    });
    const file = await photo();
    await desk.call('drafts.save', { conversationId: 1, audience: 'customer', text: '', caret: 0, files: [file] });
    isDying = true;
    void photo('half.jpg');
    await desk.clock.advance(100);
    expect(desk.copies()).toHaveLength(2);
    await desk.kill();
    isDying = false;
    await desk.restart();
    expect(desk.copies()).toEqual([file.id]);
  });

  test('a draft of a file alone is kept through a restart, and its copy with it', async () => {
    await openChat();
    const file = await photo();
    const draft = { conversationId: 1, audience: 'customer', text: '', caret: 0, files: [file] } as const;
    await desk.call('drafts.save', { ...draft, files: [file] });
    await desk.kill();
    await desk.restart();
    expect(await draftOf()).toMatchObject({ files: [file] });
    await desk.call('replies.send', reply('', clientId(), [file.id]));
    expect(await draftOf()).toBeNull();
    await desk.clock.advance(1_000);
    expect(sent()).toEqual(['[parcel.jpg]']);
  });
});
