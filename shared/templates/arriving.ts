/**
 * What becomes of a value on its way to the customer. Chatwoot runs Liquid over `processed_params` (models/concerns/
 * liquidable.rb), and trims and strips what goes into header and body (populate_template_parameters_service.rb,
 * `sanitize_parameter`), without telling anybody. We do both before the preview, so that it shows what will arrive.
 */
import type { Template, TemplateValues } from '../contract/templates.ts';
import { fillVariables, type Variables } from '../composer/variables.ts';
import { templateFields } from './parse.ts';
import { setValue, valueOf } from './render.ts';

const stripped = /[<>"']/gu;

/** As a header or body variable reaches WhatsApp. What is too long is refused by `validate` instead of being cut off. */
export function arrivingText(value: string): string {
  return value.replaceAll(stripped, '').trim();
}

/** All values as they will arrive. `known`: the Liquid variables whose value this device knows. */
export function arrivingValues(template: Template, values: TemplateValues, known: Variables): TemplateValues {
  let arriving = values;
  for (const field of templateFields(template)) {
    if (field.kind === 'media') continue;
    const value = valueOf(values[field.part], field.key);
    // A field that nobody has touched stays away: an empty value of its own would be a value too many.
    if (value === '') continue;
    const filled = fillVariables(value, known);
    // Chatwoot only trims the value of a button.
    arriving = setValue(arriving, field, field.kind === 'text' ? arrivingText(filled) : filled.trim());
  }
  return arriving;
}

/** The same text with quotation marks that survive the way: ’ “ ”. Angle brackets have no such twin. */
export function withLastingQuotes(value: string): string {
  return value
    .replaceAll("'", '’')
    .replaceAll(/(^|[\s([{–—-])"/gu, '$1“')
    .replaceAll('"', '”');
}
