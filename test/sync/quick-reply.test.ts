/** A reply typed into a notification: judged by the handler of the composer, and never lost. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerFromNotification } from '../../electron/core/alerts/quick-reply.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { seededRandom } from '../support/seeded-random.ts';

const day = 86_400_000;
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk((server) => {
    server.addConversation(1);
    server.customerWrites(1, 'Where is my order?');
  });
});
afterEach(() => desk.dispose());

function answer(text: string, isThere = true) {
  const handlers: Partial<Handlers> = {
    'replies.send': (args) => desk.call('replies.send', args),
    'drafts.get': (args) => desk.call('drafts.get', args),
    'drafts.save': (args) => desk.call('drafts.save', args),
  };
  const log = { write: () => undefined };
  return answerFromNotification({ handlers: isThere ? handlers : null, random: seededRandom(1), log }, 1, text);
}
const draft = async () => (await desk.call('drafts.get', { conversationId: 1, audience: 'customer' })).draft;

describe('a reply from a notification', () => {
  test('goes out while the window is open', async () => {
    expect(await answer('On its way.')).toBe('sent');
    await desk.clock.advance(5_000);
    expect(desk.server.sentTo(1)).toEqual(['On its way.']);
    expect(await draft()).toBeNull();
  });

  test('typed into a window that closed meanwhile it is a draft, beside the templates, and no note', async () => {
    await desk.call('drafts.save', { conversationId: 1, audience: 'customer', text: 'Half a thought', caret: 3 });
    await desk.clock.advance(day + 60_000);
    expect(await answer('On its way.')).toBe('choose-template');
    expect(await draft()).toMatchObject({ text: 'On its way.\n\nHalf a thought', caret: 11 });
    await desk.clock.advance(60_000);
    expect(desk.server.sentTo(1)).toEqual([]);
    const team = await desk.call('drafts.get', { conversationId: 1, audience: 'team' });
    expect(team.draft).toBeNull();
  });

  test('too long for a message it is a draft as well', async () => {
    expect(await answer('a'.repeat(5_000))).toBe('reply');
    expect((await draft())?.text).toHaveLength(5_000);
  });

  test('an empty one sends nothing; without its workspace the person is taken to what there is', async () => {
    expect(await answer('  ')).toBe('reply');
    expect(await answer('On its way.', false)).toBe('read');
    await desk.clock.advance(5_000);
    expect(desk.server.sentTo(1)).toEqual([]);
  });
});
