import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, hasHit } from '../../../shared/search/excerpt.ts';
import { parseSearch } from '../../../shared/search/query.ts';

/** Hits in brackets. */
function marked(text: string, search: string): string {
  return excerpt(text, parseSearch(search))
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');
}

describe('the passage around what was found', () => {
  test.each([
    ['Where is my order?', 'ord', 'Where is my [order]?'],
    ['Málaga, MALAGA', 'mala', '[Málaga], [MALAGA]'],
    ['ORD-123456 and ORD-99', 'ord-123', '[ORD-123456] and ORD-99'],
    ['a cat, a hat', 'a', '[a] cat, [a] hat'],
    ['out of stock, stock out', '"stock out"', 'out of stock, [stock out]'],
    ['我要退款，谢谢', '退款', '我要[退款]，谢谢'],
    ['<b>order</b>', 'order', '<b>[order]</b>'],
    ['Ask [@Asha K](mention://user/7/Asha%20K) now', 'ask', '[Ask] @Asha K now'],
    ['nothing here', 'zzz', 'nothing here'],
    ['', 'x', ''],
  ])('%j for %j', (text, search, expected) => {
    expect(marked(text, search)).toBe(expected);
  });

  test('of a long text it is a part, with the hit in it', () => {
    const text = `${'before '.repeat(50)}needle ${'after '.repeat(50)}`;
    const shown = marked(text, 'needle');
    expect(shown).toMatch(/^…before .*\[needle\] after .*…$/u);
    expect(shown.length).toBeLessThan(180);
  });

  test('its parts are a passage of the text, whatever the text is', () => {
    const words = fc.array(fc.constantFrom('ord', 'order', 'É', '👍', '\n', '退', 'x'.repeat(90)), { maxLength: 60 });
    fc.assert(
      fc.property(words, fc.constantFrom('ord', 'e', '👍', '退', 'x'), (list, search) => {
        const text = list.join(' ');
        const parts = excerpt(text, parseSearch(search));
        const passage = parts
          .map((part) => part.text)
          .join('')
          .replace(/^…/u, '')
          .replace(/…$/u, '');
        expect(text).toContain(passage);
        expect(parts.some((part) => part.hit)).toBe(hasHit(text, parseSearch(search)));
        expect(passage.isWellFormed()).toBe(true);
      }),
    );
  });
});
