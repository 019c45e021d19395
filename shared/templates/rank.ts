/** Which template an agent most likely wants: what fits the customer and what was used here before. */
import type { Template, TemplateUse } from '../contract/templates.ts';
import { isLanguage } from './language.ts';
import { isSendable } from './parse.ts';

/** A template's identity is its name and its language. */
export function templateId({ name, language }: Pick<Template, 'name' | 'language'>): string {
  return `${name}/${language}`;
}

const points = {
  /** The agent's own text fits into it: that is what they are here for. */
  fits: 1000,
  language: 60,
  favourite: 40,
  /** For each doubling of the number of times it was sent. */
  useDoubling: 8,
  mostUse: 40,
  /** For one that was sent just now; half of it a week later. */
  recent: 30,
} as const;
const recentHalfMs = 7 * 86_400_000;

export interface RankFacts {
  readonly nowMs: number;
  /** As `isLanguage` takes it. */
  readonly language: string | null;
  readonly uses: ReadonlyMap<string, TemplateUse>;
  /** Ids of those that the agent's text fits into. */
  readonly fitting: ReadonlySet<string>;
}

export function usesById(uses: readonly TemplateUse[]): ReadonlyMap<string, TemplateUse> {
  return new Map(uses.map((use) => [templateId(use), use]));
}

/** The higher the better; only for comparing. */
export function templatePoints(template: Template, { nowMs, language, uses, fitting }: RankFacts): number {
  const id = templateId(template);
  const use = uses.get(id);
  let sum = fitting.has(id) ? points.fits : 0;
  if (language !== null && isLanguage(template.language, language)) sum += points.language;
  if (use === undefined) return sum;
  if (use.favourite) sum += points.favourite;
  sum += Math.min(points.mostUse, points.useDoubling * Math.log2(1 + use.sent));
  // A clock that was set back does not make a use worth more than one of this moment.
  const ageMs = use.lastSentAt === null ? null : Math.max(0, nowMs - use.lastSentAt);
  return ageMs === null ? sum : sum + points.recent * 0.5 ** (ageMs / recentHalfMs);
}

/** Best first; equal ones by name, so that the list never jumps. Those that cannot be sent come after all others. */
export function rankTemplates(templates: readonly Template[], facts: RankFacts): readonly Template[] {
  return templates
    .map((template) => ({ template, sendable: isSendable(template), worth: templatePoints(template, facts) }))
    .toSorted((a, b) => Number(b.sendable) - Number(a.sendable) || b.worth - a.worth || byName(a.template, b.template))
    .map(({ template }) => template);
}

export function byName(a: Template, b: Template): number {
  return compare(a.name, b.name) || compare(a.language, b.language);
}

/** By code unit: the same on every computer. Names are ASCII. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
