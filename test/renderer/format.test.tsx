import { describe, expect, it } from 'vitest';
import { formatMessage, messageArguments } from '../../shared/i18n/format.ts';
import { en } from '../../shared/i18n/en.ts';

describe('message format', () => {
  it('fills named arguments and writes numbers as the language does', () => {
    expect(formatMessage('{name} has {count}', { name: 'Mara', count: 41_208 }, 'en')).toBe('Mara has 41,208');
  });

  it('chooses the plural form, exact numbers first', () => {
    const message = '{n, plural, =0 {none} one {# hour} other {# hours}} left';
    expect([0, 1, 2, 1000].map((n) => formatMessage(message, { n }, 'en'))).toEqual([
      'none left',
      '1 hour left',
      '2 hours left',
      '1,000 hours left',
    ]);
  });

  it('knows the plural forms of other languages', () => {
    const message = '{n, plural, one {f1} few {f2} many {f3} other {f4}}';
    expect([1, 3, 11].map((n) => formatMessage(message, { n }, 'ar'))).toEqual(['f1', 'f2', 'f3']);
  });

  it('chooses between all six forms of Arabic', () => {
    const message = '{n, plural, zero {z} one {o} two {t} few {f} many {m} other {x}}';
    expect([0, 1, 2, 3, 11, 100].map((n) => formatMessage(message, { n }, 'ar')).join('')).toBe('zotfmx');
  });

  it('keeps names apart from right-to-left words around them, and leaves others alone', () => {
    expect(formatMessage('إلى {name}', { name: 'Mara' }, 'ar-EG')).toBe('إلى \u2068Mara\u2069');
    expect(formatMessage('to {name}', { name: 'سارة' }, 'en')).toBe('to سارة');
  });

  it('allows arguments inside a plural', () => {
    expect(formatMessage('{n, plural, one {{name} and # more} other {#}}', { n: 1, name: 'Ana' }, 'en')).toBe(
      'Ana and 1 more',
    );
  });

  it('leaves a missing argument visible', () => {
    expect(formatMessage('Hello {name}', {}, 'en')).toBe('Hello {name}');
  });

  it.each(['{', 'a } b', '{n, plural, one {x}}', '{n, select, a {b}}'])('refuses %s', (message) => {
    expect(() => formatMessage(message, { n: 1 }, 'en')).toThrow();
  });

  it('can read every text that we have', () => {
    for (const [key, message] of Object.entries(en)) expect(() => messageArguments(message), key).not.toThrow();
  });
});
