import { useState } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import type { Template, TemplateValues } from '../../../shared/contract/templates.ts';
import { templateFields, type TemplateField } from '../../../shared/templates/parse.ts';
import { flattenForVariable, setValue } from '../../../shared/templates/render.ts';
import { validate, type TemplateProblem } from '../../../shared/templates/validate.ts';
import { troubleOf, type CallTrouble } from '../../api/call-trouble.ts';
import { useClient } from '../../api/client.tsx';
import type { PickerRequest } from './picker-request.ts';
import { fieldId, fieldValue, startValues, type ValueSource } from './picker-values.ts';

export interface TemplateFormState {
  readonly fields: readonly TemplateField[];
  readonly values: TemplateValues;
  readonly problems: readonly TemplateProblem[];
  readonly error: CallTrouble | null;
  sourceOf(field: TemplateField): ValueSource | null;
  isTouched(field: TemplateField): boolean;
  change(field: TemplateField, value: string): void;
  leave(field: TemplateField): void;
  /** Sends if nothing is wrong; otherwise names every problem. Resolves to true once it is in the outbox. */
  send(): Promise<boolean>;
}

interface FormOptions {
  readonly template: Template;
  readonly conversation: Conversation;
  readonly request: PickerRequest;
}

export function useTemplateForm({ template, conversation, request }: FormOptions): TemplateFormState {
  const client = useClient();
  const [start] = useState(() => startValues(template, conversation.contact.name, request.text));
  const [values, setValues] = useState(start.values);
  const [sources, setSources] = useState(start.sources);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<CallTrouble | null>(null);
  // One id for all attempts of this form: pressing twice is the same message.
  const [clientId] = useState(() => crypto.randomUUID());
  const fields = templateFields(template);
  const problems = validate(template, values);
  const carried = flattenForVariable(request.text).text;

  return {
    fields,
    values,
    problems,
    error,
    sourceOf: (field) => sources.get(fieldId(field)) ?? null,
    isTouched: (field) => touched.has(fieldId(field)),
    change(field, value) {
      setValues(setValue(values, field, value));
      const rest = [...sources].filter(([id]) => id !== fieldId(field));
      setSources(new Map(value === carried && value !== '' ? [...rest, [fieldId(field), 'text']] : rest));
      setError(null);
    },
    leave: (field) => setTouched(new Set([...touched, fieldId(field)])),
    async send() {
      setTouched(new Set(fields.map(fieldId)));
      if (problems.length > 0) return false;
      try {
        const { name, language } = template;
        const { conversationId, replaces } = request;
        await client.call('templates.send', { conversationId, clientId, name, language, values, replaces });
        const usedText = carried !== '' && fields.some((field) => fieldValue(field, values).includes(carried));
        request.onSent?.(usedText);
        return true;
      } catch (caught) {
        setError(troubleOf(caught));
        return false;
      }
    },
  };
}
