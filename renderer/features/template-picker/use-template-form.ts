import { useMemo, useState } from 'react';
import { knownVariables } from '../../../shared/composer/variables.ts';
import type { Template, TemplateValues, ValueSource } from '../../../shared/contract/templates.ts';
import { arrivingValues } from '../../../shared/templates/arriving.ts';
import { flattenForVariable } from '../../../shared/templates/flatten.ts';
import { templateFields, type TemplateField } from '../../../shared/templates/parse.ts';
import { preflight, type PreflightCheck } from '../../../shared/templates/preflight.ts';
import { templateId } from '../../../shared/templates/rank.ts';
import { setValue } from '../../../shared/templates/render.ts';
import { validate, type TemplateProblem } from '../../../shared/templates/validate.ts';
import { troubleOf, type CallTrouble } from '../../api/call-trouble.ts';
import { useClient } from '../../api/client.tsx';
import { useApp } from '../../state/app-provider.tsx';
import type { PickerRequest } from './picker-request.ts';
import { fieldId, fieldValue, proposalsFor, startValues, type FormValues, type Proposal } from './picker-values.ts';
import type { PickerFacts } from './use-picker-data.ts';
import type { TemplateDrafts } from './use-template-drafts.ts';

export interface TemplateFormState {
  readonly fields: readonly TemplateField[];
  /** As typed. */
  readonly values: TemplateValues;
  /** As the customer gets them; these are judged and sent. */
  readonly arriving: TemplateValues;
  readonly problems: readonly TemplateProblem[];
  readonly checks: readonly PreflightCheck[];
  readonly error: CallTrouble | null;
  sourceOf(field: TemplateField): ValueSource | null;
  proposals(field: TemplateField): readonly Proposal[];
  isTouched(field: TemplateField): boolean;
  change(field: TemplateField, value: string, source?: ValueSource): void;
  leave(field: TemplateField): void;
  /** Sends if nothing is wrong; otherwise names every problem. Resolves to true once it is in the outbox. */
  send(): Promise<boolean>;
}

export interface FormOptions {
  readonly template: Template;
  readonly facts: PickerFacts;
  readonly request: PickerRequest;
  readonly drafts: TemplateDrafts;
  readonly offline: boolean;
}

export function useTemplateForm({ template, facts, request, drafts, offline }: FormOptions): TemplateFormState {
  const client = useClient();
  const me = useApp((state) => state.workspace.info?.me ?? null);
  const { conversation, list, customer } = facts;
  const { contact, channel } = conversation;
  const id = templateId(template);
  const [form, setForm] = useState<FormValues>(() => drafts.get(id) ?? startValues(template, contact, request.text));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<CallTrouble | null>(null);
  // One id for all attempts of this form: pressing twice is the same message.
  const [clientId] = useState(() => crypto.randomUUID());
  const { values, sources } = form;
  const fields = templateFields(template);
  const arriving = useMemo(() => {
    const known = knownVariables({ contact, me, conversationId: conversation.id, channel });
    return arrivingValues(template, values, known);
  }, [template, values, contact, me, conversation.id, channel]);
  const problems = validate(template, arriving);
  const { language, optedOut } = customer;
  const person = { optedOut, customer: language, phoneNumber: contact.phoneNumber, offline };
  const checks = preflight(template, arriving, person);
  const carried = flattenForVariable(request.text).text;
  const last = list.uses.find((use) => templateId(use) === id)?.lastValues ?? null;

  return {
    fields,
    values,
    arriving,
    problems,
    checks,
    error,
    sourceOf: (field) => sources[fieldId(field)] ?? null,
    proposals(field) {
      if (fieldValue(field, values) !== '') return [];
      // Who is named once is not asked for twice.
      const named = fields.some((other) => sources[fieldId(other)] === 'contact');
      return proposalsFor(field, contact, last).filter(({ source }) => source !== 'contact' || !named);
    },
    isTouched: (field) => touched.has(fieldId(field)),
    change(field, value, source = value === carried ? 'text' : 'you') {
      const { [fieldId(field)]: _before, ...rest } = sources;
      const next = {
        values: setValue(values, field, value),
        sources: value === '' ? rest : { ...rest, [fieldId(field)]: source },
      };
      drafts.keep({ name: template.name, language: template.language, ...next });
      setForm(next);
      setError(null);
    },
    leave: (field) => setTouched(new Set([...touched, fieldId(field)])),
    async send() {
      setTouched(new Set(fields.map(fieldId)));
      if (checks.some(({ state }) => state === 'wrong')) return false;
      drafts.flush();
      try {
        const { name, language: templateLanguage } = template;
        const { conversationId, replaces } = request;
        await client.call('templates.send', {
          conversationId,
          clientId,
          name,
          language: templateLanguage,
          values: arriving,
          replaces,
        });
        drafts.sent(id);
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
