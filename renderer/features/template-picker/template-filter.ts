/** Which templates the list shows, and in which order. Pure; works on what is on this device. */
import type { Template } from '../../../shared/contract/templates.ts';
import { isLanguage } from '../../../shared/templates/language.ts';
import { isListed, isSendable, unsendableReason, type UnsendableKey } from '../../../shared/templates/parse.ts';
import { byName, rankTemplates, templateId, templatePoints, type RankFacts } from '../../../shared/templates/rank.ts';
import { searchScore } from '../../../shared/templates/search.ts';

export const tabs = ['suggested', 'favourites', 'recent', 'all'] as const;
export type Tab = (typeof tabs)[number];

export interface TemplateQuery {
  readonly tab: Tab;
  readonly search: string;
  /** As `isLanguage` takes it; null: all. */
  readonly language: string | null;
  /** The agent chose the language. Until then a search looks in the others as well. */
  readonly languageChosen: boolean;
  readonly category: Template['category'] | null;
}

export interface TemplateRow {
  readonly id: string;
  readonly template: Template;
  /** Why it cannot be sent; null: it can. */
  readonly unsendable: UnsendableKey | null;
  /** True if the agent's own text fits into it and nothing else has to be filled in. */
  readonly suggested: boolean;
  readonly favourite: boolean;
}

/** More than this is not a suggestion. */
const mostSuggestions = 10;

export function templateRows(
  templates: readonly Template[],
  query: TemplateQuery,
  facts: RankFacts,
): readonly TemplateRow[] {
  const searching = query.search.trim() !== '';
  const wanted = templates.filter(
    (template) => isListed(template) && inTab(template, query.tab, facts) && passes(template, query, searching),
  );
  const found = searching ? bySearch(wanted, query, facts) : inOrder(wanted, query.tab, facts);
  return found.map((template) => {
    const id = templateId(template);
    return {
      id,
      template,
      unsendable: unsendableReason(template),
      suggested: facts.fitting.has(id),
      favourite: facts.uses.get(id)?.favourite === true,
    };
  });
}

function inTab(template: Template, tab: Tab, { uses }: RankFacts): boolean {
  const use = uses.get(templateId(template));
  if (tab === 'favourites') return use?.favourite === true;
  return tab !== 'recent' || (use?.lastSentAt ?? null) !== null;
}

function passes(template: Template, query: TemplateQuery, searching: boolean): boolean {
  const { language, category } = query;
  if (category !== null && template.category !== category) return false;
  if (language === null || isLanguage(template.language, language)) return true;
  // Nobody asked for this language alone: what was searched for or chosen before is worth more than our guess.
  return !query.languageChosen && (searching || query.tab === 'favourites' || query.tab === 'recent');
}

function bySearch(wanted: readonly Template[], query: TemplateQuery, facts: RankFacts): readonly Template[] {
  return wanted
    .flatMap((template) => {
      const score = searchScore(template, query.search);
      return score === null ? [] : [{ template, score, worth: templatePoints(template, facts) }];
    })
    .toSorted(
      (a, b) =>
        sendableFirst(a.template, b.template) ||
        languageFirst(a.template, b.template, query.language) ||
        b.score - a.score ||
        b.worth - a.worth ||
        byName(a.template, b.template),
    )
    .map(({ template }) => template);
}

function inOrder(wanted: readonly Template[], tab: Tab, facts: RankFacts): readonly Template[] {
  if (tab === 'all') return wanted.toSorted((a, b) => sendableFirst(a, b) || byName(a, b));
  if (tab === 'favourites') return rankTemplates(wanted, facts);
  if (tab === 'recent') {
    const lastSent = (template: Template): number => facts.uses.get(templateId(template))?.lastSentAt ?? 0;
    return wanted.toSorted((a, b) => sendableFirst(a, b) || lastSent(b) - lastSent(a) || byName(a, b));
  }
  const ranked = rankTemplates(wanted, facts);
  const sendable = ranked.filter(isSendable);
  return sendable.length === 0 ? ranked : sendable.slice(0, mostSuggestions);
}

function sendableFirst(a: Template, b: Template): number {
  return Number(isSendable(b)) - Number(isSendable(a));
}

function languageFirst(a: Template, b: Template, language: string | null): number {
  if (language === null) return 0;
  return Number(isLanguage(b.language, language)) - Number(isLanguage(a.language, language));
}

export function languagesOf(templates: readonly Template[]): readonly string[] {
  return [...new Set(templates.filter(isListed).map((template) => template.language))].toSorted();
}

export function categoriesOf(templates: readonly Template[]): readonly Template['category'][] {
  return [...new Set(templates.filter(isListed).map((template) => template.category))].toSorted();
}
