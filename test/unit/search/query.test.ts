import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEmptySearch, parseSearch, type ParsedSearch } from '../../../shared/search/query.ts';

const nothing: ParsedSearch = {
  starts: [],
  phrases: [],
  parts: [],
  from: null,
  note: false,
  file: false,
  before: null,
  within: null,
};

describe('what was typed, taken apart', () => {
  test.each<[string, Partial<ParsedSearch>]>([
    ['', {}],
    ['   ', {}],
    ['order ORD-123', { starts: ['order', 'ORD-123'] }],
    ['"out of stock" shoes', { phrases: ['out of stock'], starts: ['shoes'] }],
    ['"not closed', { phrases: ['not closed'] }],
    ['""', {}],
    ['from:me hello', { from: 'me', starts: ['hello'] }],
    ['FROM:Customer', { from: 'customer' }],
    ['from:bob', { starts: ['from:bob'] }],
    ['note: refund', { note: true, starts: ['refund'] }],
    ['note:refund', { note: true, starts: ['refund'] }],
    ['note', { starts: ['note'] }],
    ['has:file', { file: true }],
    ['has:pets', { starts: ['has:pets'] }],
    ['before:2026-02-28', { before: '2026-02-28' }],
    ['before:2026-02-30', { starts: ['before:2026-02-30'] }],
    ['before:monday', { starts: ['before:monday'] }],
    ['in:Anna', { within: 'Anna' }],
    ['in:"Anna B" x', { within: 'Anna B', starts: ['x'] }],
    ['in: Anna', { starts: ['in:', 'Anna'] }],
    ['within:Anna', { starts: ['within:Anna'] }],
    ['12:30 http://a.example/b', { starts: ['12:30', 'http://a.example/b'] }],
    ['??? 👍', { parts: ['???', '👍'] }],
    ['退款 order', { parts: ['退款'], starts: ['order'] }],
    ['"ขอบคุณ ครับ"', { parts: ['ขอบคุณ ครับ'] }],
    ['Zu\u0308rich', { starts: ['Zürich'] }],
  ])('%j', (text, expected) => {
    expect(parseSearch(text)).toEqual({ ...nothing, ...expected });
  });

  test('every text can be parsed, and only a blank one says nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const isBlank = text.replaceAll('"', '').trim() === '';
        expect(isEmptySearch(parseSearch(text))).toBe(isBlank);
      }),
    );
  });
});
