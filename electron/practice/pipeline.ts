/** What happens to a public outgoing message after the server said 200: Chatwoot's send job, then WhatsApp (chatwoot-api §3.6). */
import { changeMessage } from './changes.ts';
import { asRecord, asString } from './http.ts';
import { canReply, contactById, conversationById, inboxById } from './practice.ts';
import type { Practice } from './practice.ts';
import { planAnswer } from './life.ts';
import { mediaProblem } from './uploads.ts';
import type { Conversation, Inbox, Json, Message, WhatsAppTemplate } from './state.ts';

/** WhatsApp's own time between taking a message and delivering it, and between delivered and read. */
const deliverAfterMs = 700;
const refuseAfterMs = 900;
const readAfterMs = 1_500;

/** Chatwoot 4.10's words for a closed window. They change in later releases: a client must not match on them. */
export const closedWindowError = 'Template not found or invalid template name';
export const reEngagementError = '131047: Re-engagement message';

export function runSend(practice: Practice, messageId: number, at: number): void {
  const message = practice.messageById(messageId);
  if (message === undefined || message.isPrivate || message.sourceId !== null || message.status === 'failed') return;
  const conversation = conversationById(practice, message.conversationId);
  const inbox = inboxById(practice, message.inboxId);
  if (conversation === undefined || inbox === undefined) return;
  if (inbox.channelType !== 'Channel::Whatsapp') {
    handOver(practice, message, `SM${hex(practice, 32)}`, at);
    return;
  }
  const params = asRecord(message.additionalAttributes['template_params']);
  const name = asString(params['name']);
  const problem =
    name === null
      ? (freeTextProblem(practice, conversation, at) ?? mediaProblem(message))
      : templateProblem(inbox, name, params);
  if (problem !== null) {
    changeMessage(practice, message, { status: 'failed', error: problem });
    return;
  }
  const refusesLate = contactById(practice, conversation.contactId)?.behaviour === 'refuses-late';
  const wamid = `wamid.HBgL${hex(practice, 36).toUpperCase()}`;
  if (name === null && refusesLate) {
    changeMessage(practice, message, { sourceId: wamid });
    practice.schedule(at + refuseAfterMs, { kind: 'refuse', messageId, error: reEngagementError });
    return;
  }
  handOver(practice, message, wamid, at);
}

function handOver(practice: Practice, message: Message, sourceId: string, at: number): void {
  changeMessage(practice, message, { sourceId });
  practice.schedule(at + deliverAfterMs, { kind: 'status', messageId: message.id, status: 'delivered' });
}

const hex = (practice: Practice, length: number): string =>
  Array.from({ length }, () => Math.floor(practice.random() * 16).toString(16)).join('');

/** The window counts at the moment the job runs, not when the agent pressed Send. */
const freeTextProblem = (practice: Practice, conversation: Conversation, at: number): string | null =>
  canReply(practice, conversation, at) ? null : closedWindowError;

function templateProblem(inbox: Inbox, name: string, params: Json): string | null {
  const language = (asString(params['language']) ?? 'en').toLowerCase();
  const template = inbox.templates?.find((other) => other.name === name && other.language.toLowerCase() === language);
  if (template?.status === 'PAUSED') return '132015: Template is paused';
  if (template === undefined || template.status !== 'APPROVED')
    return '132001: Template name does not exist in the translation';
  return countProblem(template, asRecord(params['processed_params']));
}

const placeholders = (text: string | undefined): readonly string[] => [
  ...new Set([...(text ?? '').matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? '')),
];

/** Blank values are skipped on the way to WhatsApp, so they count as missing (populate_template_parameters_service.rb). */
const filled = (part: Json, names: readonly string[]): boolean =>
  names.every((name) => {
    const value = part[name];
    return (typeof value === 'string' || typeof value === 'number') && String(value).trim() !== '';
  });

function countProblem(template: WhatsAppTemplate, processed: Json): string | null {
  const isEnhanced = ['body', 'header', 'buttons', 'footer'].some((part) => part in processed);
  const body = isEnhanced ? asRecord(processed['body']) : processed;
  const header = asRecord(processed['header']);
  const mismatch = '132000: Number of parameters does not match the expected number of params';
  for (const component of template.components) {
    const names = placeholders(component.text);
    if (component.type === 'BODY' && !filled(body, names)) return mismatch;
    if (component.type !== 'HEADER') continue;
    if (component.format === 'TEXT' && !filled(header, names)) return mismatch;
    const needsMedia = component.format === 'IMAGE' || component.format === 'VIDEO' || component.format === 'DOCUMENT';
    if (needsMedia && asString(header['media_url']) === null)
      return '132012: Parameter format does not match format in the created template';
  }
  return buttonProblem(template, processed['buttons']);
}

/** A button is addressed by its place in the array (chatwoot-api §4.6). */
function buttonProblem(template: WhatsAppTemplate, given: unknown): string | null {
  const values: readonly unknown[] = Array.isArray(given) ? given : [];
  const buttons = template.components.find((component) => component.type === 'BUTTONS')?.buttons ?? [];
  for (const [index, button] of buttons.entries()) {
    const needsValue = button.type === 'COPY_CODE' || (button.url ?? '').includes('{{');
    const value = asString(asRecord(values[index])['parameter']);
    if (needsValue && (value === null || value.trim() === '')) return '131008: Required parameter is missing';
  }
  return null;
}

export function runStatus(practice: Practice, messageId: number, status: 'delivered' | 'read', at: number): void {
  const message = practice.messageById(messageId);
  if (message === undefined || message.status === 'failed' || message.status === 'read') return;
  changeMessage(practice, message, { status });
  if (status !== 'delivered') return;
  planRead(practice, message, at);
  planAnswer(practice, message, at);
}

/** Not everybody sends read receipts, and some look later; without life of its own the server is predictable. */
function planRead(practice: Practice, message: Message, at: number): void {
  const readAt = practice.lively ? at + readAfterMs + practice.random() * 20_000 : at + readAfterMs;
  if (practice.lively && practice.random() < 0.15) return;
  practice.schedule(readAt, { kind: 'status', messageId: message.id, status: 'read' });
}

export function runRefuse(practice: Practice, messageId: number, error: string): void {
  const message = practice.messageById(messageId);
  if (message !== undefined) changeMessage(practice, message, { status: 'failed', error });
}
