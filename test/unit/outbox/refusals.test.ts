import { describe, expect, it } from 'vitest';
import { parseFailure, plainReason } from '../../../shared/outbox/refusals.ts';

describe('the code in the server text', () => {
  it.each([
    ['131047: Re-engagement message', 131047],
    ['63016 - Failed to send freeform message because …', 63016],
    ['131026', 131026],
    ['(#131056) - pair rate limit', 131056],
    ['0: AuthException', 0],
    ['Template not found or invalid template name', null],
    ['24 hours have passed', null],
    ['', null],
  ])('%s', (text, code) => {
    expect(parseFailure(text)).toBe(code);
  });
});

describe('plain reasons', () => {
  it('closes the window for the refusals that mean just that, and gives the text back', () => {
    for (const code of [131047, 63016, 470]) {
      expect(plainReason(code)).toEqual({
        reasonKey: 'refusal.window-closed',
        retry: 'no',
        reopensText: true,
        closesWindow: true,
      });
    }
  });

  it.each([
    [131026, 'refusal.unreachable', 'no'],
    [131049, 'refusal.marketing-limit', 'later'],
    [131050, 'refusal.opted-out', 'no'],
    [131056, 'refusal.too-fast', 'later'],
    [132000, 'refusal.template-variables', 'fix'],
    [132015, 'refusal.template-paused', 'later'],
    [131042, 'refusal.billing', 'admin'],
    [199, 'refusal.unknown', 'no'],
    [200, 'refusal.permission', 'admin'],
    [299, 'refusal.permission', 'admin'],
    [300, 'refusal.unknown', 'no'],
    [null, 'refusal.unknown', 'no'],
  ])('%s is %s, retry %s, and leaves the window alone', (code, reasonKey, retry) => {
    expect(plainReason(code)).toMatchObject({ reasonKey, retry, closesWindow: false });
  });
});
