import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeepLink } from '../../../shared/links/deep-link.ts';

describe('deep links', () => {
  it.each([
    ['latchkey://closing', { kind: 'closing' }],
    ['latchkey://outbox/', { kind: 'outbox' }],
    ['latchkey://settings', { kind: 'settings' }],
    ['latchkey://conversation/practice/42', { kind: 'conversation', workspaceId: 'practice', conversationId: 42 }],
    ['LATCHKEY://conversation/practice/42/', { kind: 'conversation', workspaceId: 'practice', conversationId: 42 }],
  ])('%s', (text, link) => {
    expect(parseDeepLink(text)).toEqual(link);
  });

  it.each([
    '',
    'latchkey:',
    'latchkey://',
    'latchkey://send/practice/42',
    'latchkey://outbox/all',
    'latchkey://outbox?send=1',
    'latchkey://conversation/practice/0',
    'latchkey://conversation/practice/-1',
    'latchkey://conversation/practice/1e3',
    'latchkey://conversation/practice/9999999999999999',
    'latchkey://conversation/a%2fb/1',
    'latchkey://conversation/Practice Desk/1',
    'latchkey://conversation/practice/42#reply',
    'latchkey://user:secret@conversation/practice/42',
    'https://conversation/practice/42',
    'javascript:alert(1)',
    '--server=http://evil.example',
    `latchkey://conversation/${'a'.repeat(600)}/1`,
  ])('is none of ours: %s', (text) => {
    expect(parseDeepLink(text)).toBeNull();
  });

  it('reads every workspace and number there can be', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{1,80}$/), fc.integer({ min: 1, max: 1e15 - 1 }), (id, number) => {
        const link = parseDeepLink(`latchkey://conversation/${id}/${number}`);
        expect(link).toEqual({ kind: 'conversation', workspaceId: id, conversationId: number });
      }),
    );
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        const link = parseDeepLink(`latchkey://${rest}`);
        expect(link === null || typeof link.kind === 'string').toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
