/** Templates: texts that WhatsApp approved, the only way into a closed window. */
import { z } from 'zod';
import { EpochMs } from './entities.ts';

export const TemplateHeader = z.discriminatedUnion('format', [
  z.object({ format: z.literal('text'), text: z.string() }),
  z.object({ format: z.enum(['image', 'video', 'document']) }),
  z.object({ format: z.literal('location') }),
]);
export const TemplateButton = z.object({
  kind: z.enum(['quick-reply', 'url', 'phone', 'copy-code', 'other']),
  text: z.string(),
  /** With its `{{…}}` for a url button that takes a suffix. */
  url: z.string().nullable(),
});

/** A template as WhatsApp approved it. Identified by (name, language). */
export const Template = z.object({
  channelId: z.number().int(),
  name: z.string(),
  language: z.string(),
  category: z.enum(['marketing', 'utility', 'authentication', 'unknown']),
  /** Lower-case server status: approved, paused, rejected, pending …; anything but `approved` is not sendable. */
  status: z.string(),
  parameterFormat: z.enum(['named', 'positional']),
  header: TemplateHeader.nullable(),
  body: z.string(),
  footer: z.string().nullable(),
  buttons: z.array(TemplateButton),
  namespace: z.string().nullable(),
});
export type Template = z.infer<typeof Template>;

/** The agent's values, by part. Keys are the placeholder's name (`1`, `first_name`) or the button's position (`0`). */
export const TemplateValues = z.object({
  header: z.record(z.string(), z.string()),
  body: z.record(z.string(), z.string()),
  buttons: z.record(z.string(), z.string()),
  /** For a media header: an http(s) address. */
  mediaUrl: z.string().nullable(),
  mediaName: z.string().nullable(),
});
export type TemplateValues = z.infer<typeof TemplateValues>;

/** Where a value comes from: the contact, the last time this template was sent, the composer's text, or typed here. */
export const ValueSource = z.enum(['contact', 'last', 'text', 'you']);
export type ValueSource = z.infer<typeof ValueSource>;

/** A template that is being filled in: part of the reply draft of its conversation. */
export const TemplateDraft = z.object({
  name: z.string(),
  language: z.string(),
  values: TemplateValues,
  /** By the field's name in the form (`body-1`). */
  sources: z.record(z.string(), ValueSource),
});
export type TemplateDraft = z.infer<typeof TemplateDraft>;

/** What this computer remembers of a template; missing for one that was never used here nor marked. */
export const TemplateUse = z.object({
  name: z.string(),
  language: z.string(),
  favourite: z.boolean(),
  /** How often it was sent from here, and when last. */
  sent: z.number().int().nonnegative(),
  lastSentAt: EpochMs.nullable(),
  lastValues: TemplateValues.nullable(),
});
export type TemplateUse = z.infer<typeof TemplateUse>;

export const TemplateList = z.object({
  templates: z.array(Template),
  uses: z.array(TemplateUse).default([]),
  /** When the list was last read from the server; null: never. */
  fetchedAt: EpochMs.nullable(),
});
export type TemplateList = z.infer<typeof TemplateList>;
