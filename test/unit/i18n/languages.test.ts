import { describe, expect, it } from 'vitest';
import { en } from '../../../shared/i18n/en.ts';
import { chooseLanguage, directionOf, localeFor } from '../../../shared/i18n/languages.ts';
import { messages, pseudo } from '../../../shared/i18n/pseudo.ts';
import { formatMessage, messageArguments } from '../../../shared/i18n/format.ts';

describe('the language of the computer', () => {
  const spoken = ['en', 'nl', 'de', 'pt-BR', 'ar', 'pseudo'] as const;
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr-FR', 'nl'], 'nl'],
    [['pt-PT'], 'pt-BR'],
    [['PT-br'], 'pt-BR'],
    [['fr', 'ja'], 'en'],
    [['pseudo'], 'en'],
    [[], 'en'],
  ] as const)('%j → %s', (wanted, expected) => {
    expect(chooseLanguage(wanted, spoken)).toBe(expected);
  });

  it('takes dates from the person’s own region where that speaks the language', () => {
    expect(localeFor('en', ['de-AT', 'en-GB'])).toBe('en-GB');
    expect(localeFor('nl', ['en-US'])).toBe('nl');
    expect(localeFor('pseudo', ['de'])).toBe('en');
    expect([directionOf('ar'), directionOf('de')]).toEqual(['rtl', 'ltr']);
  });
});

describe('pseudo', () => {
  it('changes words only: arguments and plurals still work', () => {
    expect(
      formatMessage(pseudo('{name} has {n, plural, one {# hour} other {# hours}}'), { name: 'Mara', n: 1 }, 'en'),
    ).toMatch(/^\[Mara ĥáš~+ 1 ĥóúŕ~+\]$/u);
  });

  it('has every text, with the same arguments, at least a third longer', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries(en)) {
      const longer = messages[key as keyof typeof en];
      expect([...messageArguments(longer)].toSorted(), key).toEqual([...messageArguments(text)].toSorted());
      expect(longer.length, key).toBeGreaterThanOrEqual(text.length + 2);
    }
  });
});
