/** Which templates the list shows, and in which order. Pure; works on what is on this device. */
import type { Template } from '../../../shared/contract/templates.ts';
import { isListed, unsendableReason, type UnsendableKey } from '../../../shared/templates/parse.ts';
import { suggestTemplatesForText } from '../../../shared/templates/render.ts';

export interface TemplateQuery {
  readonly search: string;
  /** null: all */
  readonly language: string | null;
  readonly category: Template['category'] | null;
}

export interface TemplateRow {
  readonly id: string;
  readonly template: Template;
  /** Why it cannot be sent; null: it can. */
  readonly unsendable: UnsendableKey | null;
  /** True if the agent's own text fits into it and nothing else has to be filled in. */
  readonly suggested: boolean;
}

/** A template's identity is its name and its language. */
export function templateId(template: Template): string {
  return `${template.name}/${template.language}`;
}

/** Suggested first, then the sendable ones by name, then those that cannot be sent. */
export function templateRows(
  templates: readonly Template[],
  query: TemplateQuery,
  text: string,
): readonly TemplateRow[] {
  const suggested = new Set(text.trim() === '' ? [] : suggestTemplatesForText(templates).map(templateId));
  const needle = fold(query.search.trim());
  return templates
    .filter((template) => isListed(template) && matches(template, query, needle))
    .map((template) => {
      const id = templateId(template);
      return { id, template, unsendable: unsendableReason(template), suggested: suggested.has(id) };
    })
    .toSorted((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
}

function rank(row: TemplateRow): number {
  if (row.unsendable !== null) return 2;
  return row.suggested ? 0 : 1;
}

function matches(template: Template, query: TemplateQuery, needle: string): boolean {
  if (query.language !== null && template.language !== query.language) return false;
  if (query.category !== null && template.category !== query.category) return false;
  if (needle === '') return true;
  const header = template.header?.format === 'text' ? template.header.text : '';
  const buttons = template.buttons.map((button) => button.text);
  // Names are written with underscores and looked for with spaces.
  const haystack = [template.name, template.name.replaceAll('_', ' '), header, template.body, ...buttons].join('\n');
  return fold(haystack).includes(needle);
}

/** Without case and accents: "pédido" is found by "pedido". */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

export function languagesOf(templates: readonly Template[]): readonly string[] {
  return [...new Set(templates.filter(isListed).map((template) => template.language))].toSorted();
}

export function categoriesOf(templates: readonly Template[]): readonly Template['category'][] {
  return [...new Set(templates.filter(isListed).map((template) => template.category))].toSorted();
}
