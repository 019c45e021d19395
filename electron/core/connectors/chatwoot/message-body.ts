/**
 * The JSON of a new message. A note and a reply are built by different functions with different types: the one that
 * builds for the customer does not accept a note, and the one that builds notes cannot leave out `private: true` nor
 * carry `template_params` (law 2).
 */
import { assertNever } from '../../../../shared/lang/assert.ts';
import type { NewMessage } from '../connector.ts';
import { CLIENT_ID_KEY } from './client-id.ts';
import { templateParams, type TemplateParams } from './template-params.ts';

type ForCustomer = Exclude<NewMessage['content'], { readonly kind: 'note' }>;
type ForTeam = Extract<NewMessage['content'], { readonly kind: 'note' }>;

interface Envelope {
  readonly message_type: 'outgoing';
  readonly content_type: 'text';
  /** Comes back once over the cable, never stored (chatwoot-api §9). */
  readonly echo_id: string;
  /** Ignored by 4.10; proposed upstream as the key of idempotency. */
  readonly client_message_id: string;
  readonly content_attributes: Readonly<Record<string, string | number>>;
}
export interface ReplyJson extends Envelope {
  readonly content: string;
  readonly private: false;
  readonly attachments?: readonly string[];
  readonly template_params?: TemplateParams;
}
export interface NoteJson extends Envelope {
  readonly content: string;
  readonly private: true;
  readonly attachments?: readonly string[];
  readonly template_params?: never;
}

export function messageBody(message: NewMessage): ReplyJson | NoteJson {
  const { content } = message;
  switch (content.kind) {
    case 'note':
      return noteBody(message, content);
    case 'reply':
    case 'template':
      return replyBody(message, content);
    default:
      return assertNever(content, 'content of a new message');
  }
}

function noteBody(message: NewMessage, note: ForTeam): NoteJson {
  return { content: note.text, private: true, ...attached(note.uploadId), ...envelope(message) };
}

function replyBody(message: NewMessage, content: ForCustomer): ReplyJson {
  const reply: ReplyJson = { content: content.text, private: false, ...envelope(message) };
  switch (content.kind) {
    case 'reply':
      return { ...reply, ...attached(content.uploadId), ...answering(reply, content.quotedId) };
    case 'template':
      return { ...reply, template_params: templateParams(content.template, content.values) };
    default:
      return assertNever(content, 'content for the customer');
  }
}

/** One at most: WhatsApp gets only the first file of a message (chatwoot-api §3.5). */
function attached(uploadId: string | null | undefined): { readonly attachments?: readonly string[] } {
  return uploadId === null || uploadId === undefined ? {} : { attachments: [uploadId] };
}

function answering(reply: ReplyJson, quotedId: number | null | undefined): Partial<ReplyJson> {
  if (quotedId === null || quotedId === undefined) return {};
  return { content_attributes: { ...reply.content_attributes, in_reply_to: quotedId } };
}

function envelope(message: NewMessage): Envelope {
  return {
    message_type: 'outgoing',
    content_type: 'text',
    echo_id: message.clientId,
    client_message_id: message.clientId,
    content_attributes: {
      [CLIENT_ID_KEY]: message.clientId,
      // Epoch s: the key Chatwoot itself uses for "written at" (chatwoot-api §9).
      external_created_at: Math.floor(message.writtenAt / 1000),
    },
  };
}
