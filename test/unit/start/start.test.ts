import { describe, expect, it } from 'vitest';
import { looksLikeNumber, readPhoneNumber } from '../../../shared/phone/phone-number.ts';
import type { Channel } from '../../../shared/contract/entities.ts';
import { channelWays, type WaysInput } from '../../../shared/start/channel-ways.ts';

describe('phone number', () => {
  it.each([
    ['+31 6 1234 5678', '+31612345678'],
    ['0031612345678', '+31612345678'],
    ['+49 (0)151 / 234-567.89', '+4915123456789'],
    ['\u200e+91\u00a098765\u201143210', '+919876543210'],
    ['\uff0b31612345678', '+31612345678'],
    ['+123456789012345', '+123456789012345'],
  ])('reads %s', (text, number) => {
    expect(readPhoneNumber(text)).toEqual({ ok: true, number });
  });

  it.each([
    ['', 'empty'],
    [' - ', 'empty'],
    ['0612345678', 'no-country'],
    ['31612345678', 'no-country'],
    ['+0612345678', 'no-country'],
    ['+31 6 12a4', 'not-a-number'],
    ['+31+612345678', 'not-a-number'],
    ['+31 612', 'too-short'],
    ['+1234567890123456', 'too-long'],
  ])('refuses %s: %s', (text, why) => {
    expect(readPhoneNumber(text)).toEqual({ ok: false, why });
  });

  it('tells a number from a name', () => {
    expect(['06 12', '+31', 'Mara', 'Mara 2', ''].map(looksLikeNumber)).toEqual([true, true, false, false, false]);
  });
});

describe('ways to write first', () => {
  const channel = (id: number, kind: Channel['kind'], windowMs: number | null, templates: boolean): Channel => ({
    id,
    name: kind,
    kind,
    phoneNumber: null,
    windowMs,
    capabilities: { templates, groups: false, calls: false },
  });
  const channels = [
    channel(1, 'other', null, false),
    channel(2, 'whatsapp', 86_400_000, true),
    channel(3, 'sms', null, false),
    channel(4, 'api', 86_400_000, false),
  ];
  const ways = (input: Partial<WaysInput>) =>
    channelWays({ channels, person: 'with-number', reachable: null, withTemplates: null, ...input }).map(
      ({ channel: { id }, why }) => [id, why],
    );

  it('says why not, and puts what is possible first', () => {
    expect(ways({})).toEqual([
      [1, null],
      [2, null],
      [3, null],
      [4, 'customer-first'],
    ]);
    expect(ways({ person: 'new' })).toEqual([
      [2, null],
      [3, null],
      [1, 'number-only'],
      [4, 'number-only'],
    ]);
    expect(ways({ person: 'without-number' })).toEqual([
      [1, null],
      [2, 'no-number'],
      [3, 'no-number'],
      [4, 'customer-first'],
    ]);
    expect(ways({ reachable: [3, 4], withTemplates: [] })).toEqual([
      [3, null],
      [1, 'not-reachable'],
      [2, 'not-reachable'],
      [4, 'customer-first'],
    ]);
    expect(ways({ withTemplates: [] })[2]).toEqual([2, 'no-template']);
  });

  it('knows what the first message is', () => {
    const all = channelWays({ channels, person: 'with-number', reachable: null, withTemplates: null });
    expect(all.map(({ first }) => first)).toEqual(['text', 'template', 'sms', 'template']);
  });
});
