import { describe, expect, it } from 'vitest';
import { doNotDisturbUntil, isQuiet, minuteOfDay, type AlertRules } from '../../../shared/notify/alert-rules.ts';
import { defaultAlertRules } from '../../../shared/notify/default-alert-rules.ts';
import { announce, digest, type Happening } from '../../../shared/notify/announce.ts';
import type { WindowKind } from '../../../shared/window/window-state.ts';

const nowhere = { conversationId: null };
const minute = 60_000;

type MessageOf = Extract<Happening, { kind: 'message' }>;
const message = (conversationId: number, change: Partial<MessageOf> = {}): Happening => ({
  kind: 'message',
  conversationId,
  name: `Customer ${conversationId}`,
  ownership: 'mine',
  window: 'open',
  text: 'When will it arrive?',
  ...change,
});
const closing = (conversationId: number, stepMinutes: number): Happening => ({
  kind: 'closing',
  conversationId,
  name: `Customer ${conversationId}`,
  ownership: 'mine',
  window: 'urgent',
  warning: {
    conversationId,
    name: `Customer ${conversationId}`,
    closesAt: 1_795_000_000_000 + conversationId * minute,
    stepMs: stepMinutes * minute,
  },
});
const rules = (change: Partial<AlertRules>): AlertRules => ({ ...defaultAlertRules, ...change });

describe('what an agent hears of', () => {
  it.each<[string, Happening, Partial<AlertRules>, boolean]>([
    ['a message in my conversation', message(1), {}, true],
    ['one in nobody’s, by default', message(1, { ownership: 'unassigned' }), {}, false],
    ['one in nobody’s, if asked for', message(1, { ownership: 'unassigned' }), { whose: 'mine-and-unassigned' }, true],
    ['one of a colleague', message(1, { ownership: 'others' }), { whose: 'mine-and-unassigned' }, false],
    ['one of a colleague, if all are wanted', message(1, { ownership: 'others' }), { whose: 'all' }, true],
    ['messages switched off', message(1), { messages: false }, false],
    ['everything switched off', message(1), { privacy: 'off' }, false],
    ['a closing window', closing(1, 60), {}, true],
    ['closing windows switched off', closing(1, 60), { closing: false }, false],
  ])('%s', (_, happening, change, heard) => {
    expect(announce([happening], rules(change), nowhere).length > 0).toBe(heard);
  });

  it('is silent only about the conversation that is in view', () => {
    const ids = announce([message(1), message(2)], defaultAlertRules, { conversationId: 2 });
    expect(ids.map(({ id }) => id)).toEqual(['message-1']);
  });

  it('makes one notification of several messages of one customer', () => {
    const [only, ...more] = announce([message(1), message(1), message(1)], defaultAlertRules, nowhere);
    expect(more).toEqual([]);
    expect(only?.body).toEqual([{ key: 'notify.message.several', values: { count: 3 }, times: {} }]);
  });

  it('makes one notification of forty', () => {
    const forty = Array.from({ length: 40 }, (_, index) => message(index + 1));
    const [only, ...more] = announce(forty, defaultAlertRules, nowhere);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ kind: 'burst', conversationId: null });
    expect(only?.title.values).toEqual({ count: 40 });
  });

  it('says six closing windows together, the first one by name, and offers the sweep', () => {
    const [only, ...more] = announce(
      [6, 5, 4, 3, 2, 1].map((id) => closing(id, 60)),
      defaultAlertRules,
      nowhere,
    );
    expect(more).toEqual([]);
    expect(only).toMatchObject({ id: 'closing', actions: ['start-sweep'] });
    expect(only?.body[0]).toMatchObject({ values: { name: 'Customer 1' } });
  });

  it('is urgent, with a sound, only at the last step of a window', () => {
    expect(announce([closing(1, 60)], defaultAlertRules, nowhere)[0]).toMatchObject({ urgent: false, sound: false });
    expect(announce([closing(1, 15)], defaultAlertRules, nowhere)[0]).toMatchObject({ urgent: true, sound: true });
    expect(announce([closing(1, 15)], rules({ sound: false }), nowhere)[0]?.sound).toBe(false);
  });
});

describe('privacy', () => {
  const shown = (privacy: AlertRules['privacy']): string =>
    JSON.stringify(announce([message(1), closing(2, 15)], rules({ privacy }), nowhere));
  it.each<[AlertRules['privacy'], boolean, boolean]>([
    ['count', false, false],
    ['name', true, false],
    ['text', true, true],
  ])('%s', (privacy, name, text) => {
    expect(shown(privacy).includes('Customer')).toBe(name);
    expect(shown(privacy).includes('When will it arrive')).toBe(text);
  });
});

describe('the actions of a notification', () => {
  it.each<[WindowKind, boolean]>([
    ['open', true],
    ['closing', true],
    ['urgent', true],
    ['last', true],
    ['unlimited', true],
    ['guard', false],
    ['closed', false],
    ['none', false],
    ['unverified', false],
  ])('while the window is %s a reply is offered: %s', (window, offered) => {
    const [only] = announce([message(1, { window })], defaultAlertRules, nowhere);
    expect(only?.actions.includes('reply')).toBe(offered);
    expect(only?.actions.length).toBeGreaterThan(1);
  });

  it('never offers a reply to the customer on a mention: it is answered by a note', () => {
    const mention: Happening = { ...message(1), kind: 'mention', by: 'Ana' } as Happening;
    expect(announce([mention], defaultAlertRules, nowhere)[0]?.actions).toEqual(['open', 'note']);
  });
});

describe('the digest', () => {
  it('says each number that is not zero', () => {
    const said = digest({ messages: 14, closed: 3, closing: 0, parked: 2 }, defaultAlertRules);
    expect(said?.body.map(({ key, values }) => [key, values['count']])).toEqual([
      ['notify.tally.messages', 14],
      ['notify.tally.closed', 3],
      ['notify.tally.parked', 2],
    ]);
  });
  it('says nothing if nothing happened, or nothing is wanted', () => {
    expect(digest({ messages: 0, closed: 0, closing: 0, parked: 0 }, defaultAlertRules)).toBeNull();
    expect(digest({ messages: 1, closed: 0, closing: 0, parked: 0 }, rules({ privacy: 'off' }))).toBeNull();
  });
});

describe('quiet hours', () => {
  const night = { quietHours: { from: 22 * 60, to: 7 * 60 }, doNotDisturbUntil: null };
  const day = { quietHours: { from: 12 * 60, to: 13 * 60 }, doNotDisturbUntil: null };
  it.each([
    [night, 22 * 60, true],
    [night, 3 * 60, true],
    [night, 7 * 60, false],
    [night, 21 * 60 + 59, false],
    [day, 12 * 60, true],
    [day, 13 * 60, false],
  ])('%j at minute %i: %s', (given, minuteNow, quiet) => {
    expect(isQuiet(given, { epochMs: 0, minuteOfDay: minuteNow })).toBe(quiet);
  });
  it('do not disturb ends at its moment', () => {
    const dnd = { quietHours: null, doNotDisturbUntil: 1_000 };
    expect(isQuiet(dnd, { epochMs: 999, minuteOfDay: 0 })).toBe(true);
    expect(isQuiet(dnd, { epochMs: 1_000, minuteOfDay: 0 })).toBe(false);
  });
  it('follow the local clock through a change to winter time', () => {
    // Amsterdam, 25 October 2026: 02:30 happens twice.
    const first = Date.UTC(2026, 9, 25, 0, 30);
    expect(minuteOfDay(first, 'Europe/Amsterdam')).toBe(150);
    expect(minuteOfDay(first + 60 * minute, 'Europe/Amsterdam')).toBe(150);
    expect(minuteOfDay(first + 120 * minute, 'Europe/Amsterdam')).toBe(210);
  });
});

describe('do not disturb', () => {
  const at = (text: string): number => Date.parse(text);
  it.each([
    ['half-hour', '2026-11-22T13:00:00Z', '2026-11-22T13:30:00Z'],
    ['hour', '2026-11-22T13:00:00Z', '2026-11-22T14:00:00Z'],
    ['tomorrow', '2026-11-22T13:00:30Z', '2026-11-23T08:00:00Z'],
    ['tomorrow', '2026-11-22T23:30:00Z', '2026-11-24T08:00:00Z'],
    // Summer time ends on 25 October and begins on 28 March.
    ['tomorrow', '2026-10-24T18:00:00Z', '2026-10-25T08:00:00Z'],
    ['tomorrow', '2027-03-27T18:00:00Z', '2027-03-28T07:00:00Z'],
  ] as const)('%s from %s ends at %s in Amsterdam', (choice, from, until) => {
    expect(doNotDisturbUntil(choice, at(from), 'Europe/Amsterdam')).toBe(at(until));
  });

  it('ends at once when asked', () => {
    expect(doNotDisturbUntil('off', at('2026-11-22T13:00:00Z'), 'Europe/Amsterdam')).toBeNull();
  });
});
