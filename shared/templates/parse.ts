/**
 * What a template asks for. Placeholders are `{{1}}` or `{{first_name}}`. WhatsApp allows them in a text header, in the
 * body and at the end of a url button; a copy-code button and a media header need one value each.
 */
import type { Template } from '../contract/templates.ts';

export type TextPiece =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'variable'; readonly name: string };

export type MediaFormat = 'image' | 'video' | 'document';

/** One thing the agent fills in, in reading order. `key` is the key in that part of `TemplateValues`. */
export type TemplateField =
  | { readonly part: 'header'; readonly kind: 'text'; readonly key: string }
  /** Goes to `mediaUrl` (and `mediaName` for a document). */
  | { readonly part: 'header'; readonly kind: 'media'; readonly key: 'media'; readonly format: MediaFormat }
  | { readonly part: 'body'; readonly kind: 'text'; readonly key: string }
  | {
      readonly part: 'buttons';
      readonly kind: 'url-suffix';
      readonly key: string;
      readonly label: string;
      readonly url: string;
    }
  | { readonly part: 'buttons'; readonly kind: 'copy-code'; readonly key: string; readonly label: string };

/** Cuts a text at its placeholders. Braces that are no placeholder stay text. */
export function parsePieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(/\{\{\s*([^{}\s]+)\s*\}\}/gu)) {
    const [whole, name = ''] = match;
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) });
    pieces.push({ kind: 'variable', name });
    from = match.index + whole.length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

/** Names of the placeholders in reading order, each once. */
export function placeholderNames(text: string): readonly string[] {
  return [...new Set(parsePieces(text).flatMap((piece) => (piece.kind === 'variable' ? [piece.name] : [])))];
}

function headerFields(header: Template['header']): readonly TemplateField[] {
  if (header === null || header.format === 'location') return [];
  if (header.format === 'text') {
    return placeholderNames(header.text).map((key) => ({ part: 'header', kind: 'text', key }));
  }
  return [{ part: 'header', kind: 'media', key: 'media', format: header.format }];
}

function buttonFields(buttons: Template['buttons']): readonly TemplateField[] {
  return buttons.flatMap((button, position): TemplateField[] => {
    const key = String(position);
    if (button.kind === 'copy-code') return [{ part: 'buttons', kind: 'copy-code', key, label: button.text }];
    if (button.kind !== 'url' || button.url === null || placeholderNames(button.url).length === 0) return [];
    return [{ part: 'buttons', kind: 'url-suffix', key, label: button.text, url: button.url }];
  });
}

export function templateFields(template: Template): readonly TemplateField[] {
  const body = placeholderNames(template.body).map((key): TemplateField => ({ part: 'body', kind: 'text', key }));
  return [...headerFields(template.header), ...body, ...buttonFields(template.buttons)];
}

/**
 * True if the picker shows it at all. What cannot be sent is shown, disabled, with its reason; only the surveys that
 * Chatwoot sends by itself and templates without a text would say nothing to an agent.
 */
export function isListed(template: Template): boolean {
  return !template.name.startsWith('customer_satisfaction_survey') && template.body.trim() !== '';
}

export type UnsendableKey =
  | 'template.unsendable.pending'
  | 'template.unsendable.paused'
  | 'template.unsendable.rejected'
  | 'template.unsendable.disabled'
  | 'template.unsendable.not-approved'
  | 'template.unsendable.authentication'
  | 'template.unsendable.location'
  | 'template.unsendable.unsupported';

/** Meta's statuses, lower case; one we do not know is not sendable either. */
const statusReasons: Readonly<Record<string, UnsendableKey>> = {
  pending: 'template.unsendable.pending',
  in_appeal: 'template.unsendable.pending',
  paused: 'template.unsendable.paused',
  rejected: 'template.unsendable.rejected',
  disabled: 'template.unsendable.disabled',
  limit_exceeded: 'template.unsendable.disabled',
  locked: 'template.unsendable.disabled',
  archived: 'template.unsendable.disabled',
  pending_deletion: 'template.unsendable.disabled',
  deleted: 'template.unsendable.disabled',
};

/** Why it cannot be sent, for the disabled row; null: it can. */
export function unsendableReason(template: Template): UnsendableKey | null {
  const status = template.status.toLowerCase();
  if (status !== 'approved') {
    return (Object.hasOwn(statusReasons, status) ? statusReasons[status] : null) ?? 'template.unsendable.not-approved';
  }
  // Chatwoot has no way to fill these two (UI/store/modules/inboxes.js leaves them out as well).
  if (template.category === 'authentication') return 'template.unsendable.authentication';
  if (template.header?.format === 'location') return 'template.unsendable.location';
  // A button of a kind we do not know (flow, catalogue, one-time password …) may need a value we cannot ask for.
  const supported = isListed(template) && template.buttons.every((button) => button.kind !== 'other');
  return supported ? null : 'template.unsendable.unsupported';
}

export function isSendable(template: Template): boolean {
  return unsendableReason(template) === null;
}
