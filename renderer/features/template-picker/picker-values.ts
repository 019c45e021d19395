/** The values that a form begins with, and what it proposes for the others. */
import type { Contact } from '../../../shared/contract/entities.ts';
import type { Template, TemplateDraft, TemplateValues, ValueSource } from '../../../shared/contract/templates.ts';
import { flattenForVariable } from '../../../shared/templates/flatten.ts';
import { templateFields, type TemplateField } from '../../../shared/templates/parse.ts';
import { emptyValues, setValue, valueOf } from '../../../shared/templates/render.ts';

export type FormValues = Pick<TemplateDraft, 'values' | 'sources'>;

/** One name for a field: the same key may stand in the header and in the body. */
export function fieldId(field: TemplateField): string {
  return `${field.part}-${field.key}`;
}

export function fieldValue(field: TemplateField, values: TemplateValues): string {
  return field.kind === 'media' ? (values.mediaUrl ?? '') : valueOf(values[field.part], field.key);
}

/** Variables that ask for the customer's name by their own name. Positional ones do not say what they want. */
const firstNames = new Set(['first_name', 'firstname', 'voornaam', 'vorname', 'nombre', 'primeiro_nome', 'prenom']);
const wholeNames = new Set(['name', 'customer_name', 'contact_name', 'full_name', 'customer', 'naam', 'nome']);
const numbers = new Set(['phone', 'phone_number', 'customer_phone']);

const firstOf = (name: string): string => name.trim().split(/\s+/u)[0] ?? '';

function fromContact(field: TemplateField, contact: Contact): string {
  if (field.kind !== 'text') return '';
  const key = field.key.toLowerCase();
  if (firstNames.has(key)) return firstOf(contact.name);
  if (numbers.has(key)) return contact.phoneNumber ?? '';
  return wholeNames.has(key) ? contact.name.trim() : '';
}

/** `text` goes into the first variable of the body that the contact does not fill. */
export function startValues(template: Template, contact: Contact, text: string): FormValues {
  const sources: Record<string, ValueSource> = {};
  let values = emptyValues;
  for (const field of templateFields(template)) {
    const value = fromContact(field, contact);
    if (value === '') continue;
    values = setValue(values, field, value);
    sources[fieldId(field)] = 'contact';
  }
  const target = templateFields(template).find(
    (field) => field.part === 'body' && sources[fieldId(field)] === undefined,
  );
  if (text.trim() !== '' && target !== undefined) {
    values = setValue(values, target, flattenForVariable(text).text);
    sources[fieldId(target)] = 'text';
  }
  return { values, sources };
}

export interface Proposal {
  readonly source: 'contact' | 'last';
  readonly value: string;
}

/**
 * For an empty field; the agent takes one or none. The last values are never filled in by themselves: they were another
 * customer's.
 */
export function proposalsFor(field: TemplateField, contact: Contact, last: TemplateValues | null): readonly Proposal[] {
  const names = field.kind === 'text' ? [firstOf(contact.name), contact.name.trim()] : [];
  const used = last === null ? '' : fieldValue(field, last);
  const fromThem = [...new Set(names)].filter((value) => value !== '');
  return [
    ...fromThem.map((value): Proposal => ({ source: 'contact', value })),
    ...(used === '' || fromThem.includes(used) ? [] : [{ source: 'last', value: used } as const]),
  ];
}
