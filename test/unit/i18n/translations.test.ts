/** Every language says what English says: with the same values, for every number, and in words of its own. */
import { describe, expect, it } from 'vitest';
import { loadMessages, spoken } from '../../../renderer/i18n/load.ts';
import { Language } from '../../../shared/contract/settings.ts';
import { en, type MessageKey } from '../../../shared/i18n/en.ts';
import { formatMessage, messageArguments } from '../../../shared/i18n/format.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { must } from '../../../shared/lang/assert.ts';
import { readMoment } from '../../../shared/snooze/read-moment.ts';
import { sameOnPurpose } from './same-on-purpose.ts';

const keys = Object.keys(en) as MessageKey[];
const translated = spoken.filter((language) => language !== 'en' && language !== 'pseudo');

interface Plural {
  readonly name: string;
  /** `one`, `=0` … */
  readonly cases: ReadonlySet<string>;
}

/** The plurals of a message, wherever they stand in it. */
function pluralsOf(message: string): readonly Plural[] {
  return [...message.matchAll(/\{\s*(\w+)\s*,\s*plural\s*,/g)].map((found) => {
    const cases = new Set<string>();
    let depth = 1;
    for (let at = found.index + found[0].length; at < message.length && depth > 0; at += 1) {
      const selector = /([=\w]+)\s*\{/y;
      selector.lastIndex = at;
      const name = depth === 1 ? selector.exec(message)?.[1] : undefined;
      if (name !== undefined) {
        cases.add(name);
        at = selector.lastIndex - 1;
      }
      if (message.charAt(at) === '{') depth += 1;
      if (message.charAt(at) === '}') depth -= 1;
    }
    return { name: must(found[1], 'a plural has a name'), cases };
  });
}

/** Which numbers from 0 to 1000 fall into which category: the categories that an inbox can meet. */
function numbersByCategory(locale: string): ReadonlyMap<string, readonly number[]> {
  const rules = new Intl.PluralRules(locale);
  const found = new Map<string, number[]>();
  for (let count = 0; count <= 1000; count += 1) {
    const category = rules.select(count);
    found.set(category, [...(found.get(category) ?? []), count]);
  }
  return found;
}

/** One of each category of every language we speak, and the numbers around them. */
const counts = [0, 1, 2, 3, 7, 11, 15, 60, 100, 101, 102, 103, 111, 240];

/** Numbers where a number decides, and elsewhere words that cannot be missed. */
function argumentsOf(message: string, count: number): Readonly<Record<string, string | number>> {
  const numbers = new Set(pluralsOf(message).map(({ name }) => name));
  return Object.fromEntries(
    [...messageArguments(message)].map((name) => [name, numbers.has(name) ? count : `<${name}>`]),
  );
}

const markers = (text: string): readonly string[] => [...new Set(text.match(/<\w+>/g))].toSorted();

function wrong(check: (key: MessageKey) => boolean): readonly MessageKey[] {
  return keys.filter((key) => !check(key));
}

/** What commands call things is read in English in every language, so the examples of it stay as they are. */
const typed = ['none', 'me', 'low', 'medium', 'high', 'urgent'];
const examples = keys.filter((key) => /^command\..*\.(argument|which|who)$/.test(key));
/** Lists of moments, "2h, tomorrow 9", the last behind a question. */
const moments = ['command.snooze.argument', 'command.remind.argument', 'snooze.when'] as const;
/** Everybody is addressed politely; these words belong to the other form. */
const familiar: Readonly<Record<string, RegExp>> = {
  de: /^(?:du|dich|dir|deine?[mnrs]?)$/,
  es: /^(?:tú|tus?|te|ti|tuy[ao]s?|comprueba|inténtalo)$/,
  nl: /^(?:je|jij|jou|jouw|jullie)$/,
  'pt-BR': /^(?:tu|te|ti|contigo|teus?|tuas?)$/,
};
const words = (text: string): string => ` ${text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;

it('every language of the settings can be chosen', () => {
  expect(spoken.toSorted()).toEqual(Language.options.toSorted());
  expect(examples.length).toBeGreaterThan(8);
});

describe.each(translated)('%s', async (language) => {
  const texts: Messages = await loadMessages(language);

  it('has the keys of English', () => {
    expect(Object.keys(texts).toSorted()).toEqual(keys.toSorted());
  });

  it('asks for the same values', () => {
    const names = (message: string) => [...messageArguments(message)].toSorted().join(' ');
    expect(wrong((key) => names(texts[key]) === names(en[key]))).toEqual([]);
  });

  it('says every value for every number that English says', () => {
    const missing = keys.flatMap((key) =>
      counts
        .filter((count) => {
          const values = argumentsOf(en[key], count);
          const expected = markers(formatMessage(en[key], values, 'en'));
          return String(markers(formatMessage(texts[key], values, language))) !== String(expected);
        })
        .map((count) => `${key} for ${count}`),
    );
    expect(missing).toEqual([]);
  });

  it('says the number itself where English does', () => {
    const missing = keys.flatMap((key) =>
      [15, 100, 103]
        .filter((count) => {
          const values = argumentsOf(en[key], count);
          const inWords = formatMessage('{count}', { count }, language);
          const english = formatMessage(en[key], values, 'en');
          return english.includes(String(count)) && !formatMessage(texts[key], values, language).includes(inWords);
        })
        .map((count) => `${key} for ${count}`),
    );
    expect(missing).toEqual([]);
  });

  it('has a form for every kind of number, and none that it does not know', () => {
    const categories = numbersByCategory(language);
    const lacking = keys.flatMap((key) =>
      pluralsOf(texts[key]).flatMap(({ name, cases }) => [
        ...[...categories]
          .filter(([category, numbers]) => !cases.has(category) && !numbers.every((count) => cases.has(`=${count}`)))
          .map(([category]) => `${key} {${name}} lacks ${category}`),
        ...[...cases]
          .filter((each) => !each.startsWith('=') && each !== 'other' && !categories.has(each))
          .map((each) => `${key} {${name}} has ${each}`),
      ]),
    );
    expect(lacking).toEqual([]);
  });

  it('is not English, but for what is the same on purpose', () => {
    const letters = (text: string) => /\p{L}/u.test(text.replaceAll(/\{\w+\}/g, ''));
    const same = new Set(keys.filter((key) => texts[key] === en[key] && letters(en[key])).map((key) => en[key]));
    expect([...same].toSorted()).toEqual([...(sameOnPurpose[language] ?? [])].toSorted());
  });

  it('addresses people the same way everywhere', () => {
    const other = familiar[language] ?? /(?!)/;
    const each = (key: MessageKey) => words(texts[key].toLowerCase()).trim().split(' ');
    expect(wrong((key) => !each(key).some((word) => other.test(word)))).toEqual([]);
  });

  it('keeps the examples of what agents type', () => {
    const lost = examples.flatMap((key) =>
      typed
        .filter((each) => words(en[key]).includes(` ${each} `) && !words(texts[key]).includes(` ${each} `))
        .map((each) => `${key}: ${each}`),
    );
    expect(lost).toEqual([]);
  });

  it('gives examples of moments that are understood in it', () => {
    const now = Date.UTC(2026, 10, 3, 12);
    const context = { now, timeZone: 'UTC', closesAt: now + 3_600_000 };
    for (const key of moments) {
      const list = texts[key].replace(/^.*[?؟][^:]*: /u, '').split(/[,،] /u);
      expect(list.length).toBeGreaterThan(1);
      for (const moment of list) expect([moment, readMoment(moment, context, language).kind]).toEqual([moment, 'at']);
    }
  });

  it('shouts nowhere, and closes every isolate it opens', () => {
    // A made-up customer may be glad.
    expect(wrong((key) => key === 'intro.drill.other' || !/[!¡]/u.test(texts[key]))).toEqual([]);
    expect(
      wrong((key) => /^[^\u2066-\u2069]*(?:\u2066[^\u2066-\u2069]*\u2069[^\u2066-\u2069]*)*$/u.test(texts[key])),
    ).toEqual([]);
  });
});

describe('what these checks would find', () => {
  it.each([
    ['{n, plural, one {# a} other {# b}}', ['one', 'other']],
    ['{n, plural, =0 {{x} a} zero {} few {{x, plural, one {} other {}}} other {#}}', ['=0', 'zero', 'few', 'other']],
    ['no {plural} here', []],
  ])('%s', (message, cases) => {
    expect([...(pluralsOf(message)[0]?.cases ?? [])]).toEqual(cases);
  });

  it('knows the categories of Arabic, Portuguese and German', () => {
    const names = (locale: string) => [...numbersByCategory(locale).keys()].toSorted().join(' ');
    expect(names('ar')).toBe('few many one other two zero');
    expect([names('pt-BR'), names('es'), names('de'), names('nl')]).toEqual(Array(4).fill('one other'));
  });
});
