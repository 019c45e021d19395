/** In which language to offer templates to a customer. A proposal only: the agent sees where it comes from and can change it. */
import type { Template } from '../contract/templates.ts';
import { parsePieces } from './parse.ts';

/** The language without its country: `pt` of `pt_BR`. Providers write `pt_BR`, `pt-BR` and `PT_br`. */
export function primaryLanguage(tag: string): string {
  return tag.split(/[_-]/u)[0]?.toLowerCase() ?? '';
}

/** True if a template of language `tag` fits `wanted`, which is a whole tag or a language without a country. */
export function isLanguage(tag: string, wanted: string): boolean {
  const same = tag.replace('-', '_').toLowerCase() === wanted.replace('-', '_').toLowerCase();
  return same || primaryLanguage(tag) === wanted.toLowerCase();
}

/** Calling codes (ITU-T E.164) by the languages that most people there read, the commonest first. */
const codesOf: readonly (readonly [string, readonly number[]])[] = [
  ['en', [1, 44, 61, 64, 220, 233, 234, 256, 260, 263, 265, 267, 353, 592]],
  ['es', [34, 51, 52, 53, 54, 56, 57, 58, 240, 502, 503, 504, 505, 506, 507, 591, 593, 595, 598]],
  ['pt', [55, 238, 239, 244, 245, 258, 351]],
  ['fr', [33, 221, 223, 224, 225, 226, 227, 228, 229, 235, 236, 237, 241, 242, 243, 253, 377]],
  ['de', [43, 49, 423]],
  ['it', [39, 378]],
  ['nl', [31, 297, 597, 599]],
  ['ru', [7, 375, 996]],
  ['ar', [20, 212, 213, 216, 218, 222, 249, 961, 962, 963, 964, 965, 966, 967, 968, 970, 971, 973, 974]],
  ['zh_CN', [86]],
  ['zh_HK', [852, 853]],
  ['zh_TW', [886]],
  ...Object.entries({ el: 30, ro: 40, hu: 36, da: 45, sv: 46, nb: 47, pl: 48, ms: 60, id: 62, fil: 63, th: 66 }).map(
    one,
  ),
  ...Object.entries({ ja: 81, ko: 82, vi: 84, tr: 90, ur: 92, fa: 98, he: 972, bn: 880, fi: 358, bg: 359 }).map(one),
  ...Object.entries({ lt: 370, lv: 371, et: 372, hy: 374, uk: 380, sr: 381, hr: 385, sl: 386, mk: 389 }).map(one),
  ...Object.entries({ cs: 420, sk: 421, az: 994, ka: 995, uz: 998, kk: 997, sq: 355, km: 855, lo: 856 }).map(one),
];

function one([language, code]: [string, number]): readonly [string, readonly number[]] {
  return [language, [code]];
}

const languagesOfCode: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...codesOf.flatMap(([language, codes]) => codes.map((code) => [String(code), [language]] as const)),
  // Several languages side by side: the first one that there is a template in.
  ['91', ['hi', 'en']],
  ['27', ['en', 'af']],
  ['32', ['nl', 'fr']],
  ['41', ['de', 'fr', 'it']],
  ['65', ['en', 'zh_CN']],
  ['254', ['sw', 'en']],
  ['255', ['sw', 'en']],
  ['352', ['fr', 'de']],
]);

/** Empty: the number does not tell, or is none. */
export function languagesOfPhone(phoneNumber: string | null): readonly string[] {
  const digits = phoneNumber?.startsWith('+') === true ? phoneNumber.slice(1) : '';
  // No calling code begins with another one.
  for (const length of [1, 2, 3]) {
    const found = languagesOfCode.get(digits.slice(0, length));
    if (digits.length > length && found !== undefined) return found;
  }
  return [];
}

interface Matcher {
  readonly template: Template;
  /** The fixed text at the beginning: most messages differ from it, and comparing it is cheap. */
  readonly head: string;
  readonly pattern: RegExp;
}

function matchersOf(templates: readonly Template[]): readonly Matcher[] {
  return templates
    .toSorted((a, b) => b.body.length - a.body.length)
    .flatMap((template) => {
      const pieces = parsePieces(template.body);
      const fixed = pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
      // Nearly all variable: it would fit anything.
      if (fixed.trim().length < 12) return [];
      const source = pieces.map((piece) => (piece.kind === 'text' ? escaped(piece.text) : '.+?')).join('');
      const head = pieces[0]?.kind === 'text' ? pieces[0].text : '';
      return [{ template, head, pattern: new RegExp(`^${source}$`, 'su') }];
    });
}

/** The template that the last of these texts was that was one at all, by its words; null: none was one of these. */
export function lastTemplateOf(templates: readonly Template[], texts: readonly string[]): Template | null {
  const matchers = matchersOf(templates);
  for (const text of texts.toReversed()) {
    const found = matchers.find(({ head, pattern }) => text.startsWith(head) && pattern.test(text));
    if (found !== undefined) return found.template;
  }
  return null;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

export interface CustomerLanguage {
  /** As `isLanguage` takes it; null: nobody knows. */
  readonly language: string | null;
  /** `last`: of the newest template in this chat. `phone`: of the country of the number. */
  readonly source: 'last' | 'phone' | null;
  /** There is a template in this language that can be sent. */
  readonly available: boolean;
}

interface CustomerFacts {
  /** Only what can be sent. */
  readonly templates: readonly Template[];
  /** What was written to this customer, oldest first. */
  readonly sentTexts: readonly string[];
  readonly phoneNumber: string | null;
}

/** What was used last with them; otherwise what is read where their number is from; otherwise unknown. */
export function customerLanguage({ templates, sentTexts, phoneNumber }: CustomerFacts): CustomerLanguage {
  const last = lastTemplateOf(templates, sentTexts);
  if (last !== null) return { language: last.language, source: 'last', available: true };
  const spoken = languagesOfPhone(phoneNumber);
  const offered = spoken.find((language) => templates.some((template) => isLanguage(template.language, language)));
  const language = offered ?? spoken[0] ?? null;
  return { language, source: language === null ? null : 'phone', available: offered !== undefined };
}
