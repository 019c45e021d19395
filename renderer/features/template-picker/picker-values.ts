/** Where a variable's first value comes from: the contact, or the text the agent had already typed. */
import type { Template, TemplateValues } from '../../../shared/contract/templates.ts';
import { templateFields, type TemplateField } from '../../../shared/templates/parse.ts';
import { emptyValues, flattenForVariable, setValue, valueOf } from '../../../shared/templates/render.ts';

export type ValueSource = 'contact' | 'text';

export interface StartValues {
  readonly values: TemplateValues;
  readonly sources: ReadonlyMap<string, ValueSource>;
}

/** One name for a field: the same key may stand in the header and in the body. */
export function fieldId(field: TemplateField): string {
  return `${field.part}-${field.key}`;
}

export function fieldValue(field: TemplateField, values: TemplateValues): string {
  return field.kind === 'media' ? (values.mediaUrl ?? '') : valueOf(values[field.part], field.key);
}

/** Variables that ask for the customer's name by their own name. Positional ones do not say what they want. */
const firstNames = new Set(['first_name', 'firstname']);
const wholeNames = new Set(['name', 'customer_name', 'contact_name', 'full_name', 'customer']);

function fromContact(field: TemplateField, contactName: string): string | null {
  if (field.kind !== 'text') return null;
  const key = field.key.toLowerCase();
  if (firstNames.has(key)) return contactName.trim().split(/\s+/u)[0] ?? null;
  return wholeNames.has(key) ? contactName.trim() : null;
}

/** `text` goes into the first variable of the body that the contact does not fill. */
export function startValues(template: Template, contactName: string, text: string): StartValues {
  const sources = new Map<string, ValueSource>();
  let values = emptyValues;
  for (const field of templateFields(template)) {
    const value = fromContact(field, contactName);
    if (value === null || value === '') continue;
    values = setValue(values, field, value);
    sources.set(fieldId(field), 'contact');
  }
  const target = templateFields(template).find((field) => field.part === 'body' && !sources.has(fieldId(field)));
  if (text.trim() !== '' && target !== undefined) {
    values = setValue(values, target, flattenForVariable(text).text);
    sources.set(fieldId(target), 'text');
  }
  return { values, sources };
}
