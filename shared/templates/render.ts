/** How a template looks with its values: in parts for the preview, and as plain text for the thread. */
import type { Template, TemplateValues } from '../contract/templates.ts';
import { fileNameOf } from './media-address.ts';
import { isSendable, parsePieces, templateFields, type MediaFormat, type TemplateField } from './parse.ts';

/** A run of fixed text, or a variable with its value ('' while the agent has not given one). */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly value: string };

export type RenderedHeader =
  | { readonly kind: 'text'; readonly segments: readonly Segment[] }
  | {
      readonly kind: 'media';
      readonly format: MediaFormat;
      readonly url: string | null;
      readonly name: string | null;
    }
  | { readonly kind: 'location' };

export interface RenderedButton {
  readonly kind: Template['buttons'][number]['kind'];
  readonly text: string;
  /** The address of a url button; null for others. */
  readonly url: readonly Segment[] | null;
  /** The code of a copy-code button; null for others. */
  readonly code: string | null;
}

export interface RenderedTemplate {
  readonly header: RenderedHeader | null;
  readonly body: readonly Segment[];
  readonly footer: string | null;
  readonly buttons: readonly RenderedButton[];
}

export const emptyValues: TemplateValues = { header: {}, body: {}, buttons: {}, mediaUrl: null, mediaName: null };

export function hasValues({ header, body, buttons, mediaUrl }: TemplateValues): boolean {
  return mediaUrl !== null || [header, body, buttons].some((part) => Object.values(part).some((value) => value !== ''));
}

/** '' if there is none. Own keys only: a placeholder may be called `constructor`. */
export function valueOf(values: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(values, key) ? (values[key] ?? '') : '';
}

export function segmentsOf(text: string, value: (name: string) => string): readonly Segment[] {
  return parsePieces(text).map((piece) =>
    piece.kind === 'text' ? piece : { kind: 'variable', name: piece.name, value: value(piece.name) },
  );
}

/** Plain text; a variable without a value stays `{{name}}`. */
export function segmentsText(segments: readonly Segment[]): string {
  return segments
    .map((segment) => (segment.kind === 'text' ? segment.text : segment.value || `{{${segment.name}}}`))
    .join('');
}

function renderHeader(header: Template['header'], values: TemplateValues): RenderedHeader | null {
  if (header === null) return null;
  if (header.format === 'location') return { kind: 'location' };
  if (header.format === 'text') {
    return { kind: 'text', segments: segmentsOf(header.text, (name) => valueOf(values.header, name)) };
  }
  return { kind: 'media', format: header.format, url: values.mediaUrl, name: values.mediaName };
}

export function renderTemplate(template: Template, values: TemplateValues): RenderedTemplate {
  return {
    header: renderHeader(template.header, values),
    body: segmentsOf(template.body, (name) => valueOf(values.body, name)),
    footer: template.footer,
    buttons: template.buttons.map((button, position) => {
      const value = valueOf(values.buttons, String(position));
      return {
        kind: button.kind,
        text: button.text,
        url: button.kind === 'url' && button.url !== null ? segmentsOf(button.url, () => value) : null,
        code: button.kind === 'copy-code' ? value : null,
      };
    }),
  };
}

/** The body in plain text, for the thread and as the server's `content`. A variable without a value stays `{{name}}`. */
export function renderText(template: Template, values: TemplateValues): string {
  return segmentsText(segmentsOf(template.body, (name) => valueOf(values.body, name)));
}

/** New values with one field set. */
export function setValue(values: TemplateValues, field: TemplateField, value: string): TemplateValues {
  if (field.kind === 'media') {
    const mediaUrl = value.trim() === '' ? null : value.trim();
    const mediaName = field.format === 'document' && mediaUrl !== null ? fileNameOf(mediaUrl) : null;
    return { ...values, mediaUrl, mediaName };
  }
  return { ...values, [field.part]: { ...values[field.part], [field.key]: value } };
}

/** Sendable templates with one body variable and nothing else to fill: "put my text into {{1}} of follow_up". */
export function suggestTemplatesForText(templates: readonly Template[]): readonly Template[] {
  return templates.filter((template) => {
    const fields = templateFields(template);
    return isSendable(template) && fields.length === 1 && fields[0]?.part === 'body';
  });
}
