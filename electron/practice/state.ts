/**
 * Everything the practice workspace remembers, as it is saved to disk. All times are epoch **milliseconds** of the
 * practice clock; the renderers turn them into whatever unit the dialect wants.
 */

export type Role = 'administrator' | 'agent';
export type Availability = 'online' | 'offline' | 'busy';

export interface User {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly accessToken: string;
  readonly pubsubToken: string;
  /** A colleague the server plays: always reachable. The others are online while they listen on the cable. */
  readonly isPlayed: boolean;
  availability: Availability;
}

export interface Session {
  readonly userId: number;
  readonly client: string;
  readonly token: string;
  readonly expiresAt: number;
}

export interface Team {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly memberIds: readonly number[];
}

export interface Label {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly color: string;
}

export interface TemplateButton {
  readonly type: 'QUICK_REPLY' | 'URL' | 'PHONE_NUMBER' | 'COPY_CODE' | 'OTP';
  readonly text: string;
  readonly url?: string;
  readonly phone_number?: string;
}

/** One component of a template, in WhatsApp's own words (chatwoot-api §4.2: the server passes Meta's JSON on verbatim). */
export interface TemplateComponent {
  readonly type: 'HEADER' | 'BODY' | 'FOOTER' | 'BUTTONS';
  readonly format?: 'TEXT' | 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'LOCATION';
  readonly text?: string;
  readonly example?: unknown;
  readonly buttons?: readonly TemplateButton[];
}

export interface WhatsAppTemplate {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly category: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';
  readonly parameter_format: 'NAMED' | 'POSITIONAL';
  readonly components: readonly TemplateComponent[];
  status: 'APPROVED' | 'PENDING' | 'PAUSED' | 'REJECTED';
}

export interface Inbox {
  readonly id: number;
  readonly channelId: number;
  readonly name: string;
  readonly channelType: 'Channel::Whatsapp' | 'Channel::Sms';
  readonly phoneNumber: string;
  /** WhatsApp's id of the number; null for SMS. */
  readonly phoneNumberId: string | null;
  readonly memberIds: readonly number[];
  /** null: never synced, which the dialect shows as `{}` instead of an array. */
  readonly templates: readonly WhatsAppTemplate[] | null;
}

/** How a customer behaves; only the practice server knows. */
export type Behaviour = 'ordinary' | 'refuses-late' | 'silent';

export interface Contact {
  readonly id: number;
  name: string;
  readonly phoneNumber: string;
  readonly email: string | null;
  readonly language: string;
  readonly behaviour: Behaviour;
  readonly createdAt: number;
  lastActivityAt: number | null;
}

export type ConversationStatus = 'open' | 'resolved' | 'pending' | 'snoozed';
export type Priority = 'low' | 'medium' | 'high' | 'urgent';
export type Json = Readonly<Record<string, unknown>>;

export interface Conversation {
  /** The number people and URLs use; differs from `databaseId` on purpose. */
  readonly id: number;
  readonly databaseId: number;
  readonly uuid: string;
  readonly inboxId: number;
  readonly contactId: number;
  readonly createdAt: number;
  readonly additionalAttributes: Json;
  status: ConversationStatus;
  assigneeId: number | null;
  teamId: number | null;
  labels: readonly string[];
  priority: Priority | null;
  snoozedUntil: number | null;
  customAttributes: Json;
  updatedAt: number;
  lastActivityAt: number;
  waitingSince: number | null;
  firstReplyAt: number | null;
  agentLastSeenAt: number | null;
  assigneeLastSeenAt: number | null;
  contactLastSeenAt: number | null;
}

export type FileType = 'image' | 'audio' | 'video' | 'file' | 'location' | 'contact';

export interface Attachment {
  readonly id: number;
  readonly fileType: FileType;
  readonly fileName: string;
  /** What the server answers for the file: a drawn picture, a one-page document, a melody, or bytes that were uploaded (base64). */
  readonly source:
    | { readonly kind: 'picture'; readonly hue: number }
    | { readonly kind: 'document' }
    | { readonly kind: 'tone'; readonly seconds: number }
    | UploadedSource;
  readonly coordinates?: { readonly latitude: number; readonly longitude: number };
  /** Of a shared contact. */
  readonly personName?: string;
}
/** Bytes that came ahead of their message. */
export interface Upload {
  readonly signedId: string;
  readonly fileName: string;
  readonly source: UploadedSource;
}
export interface UploadedSource {
  readonly kind: 'uploaded';
  readonly contentType: string;
  readonly base64: string;
}

/** 0 incoming, 1 outgoing (a WhatsApp template too), 2 activity, 3 Chatwoot's own automatic message. */
export type MessageType = 0 | 1 | 2 | 3;
export type MessageStatus = 'sent' | 'delivered' | 'read' | 'failed';

export interface Message {
  readonly id: number;
  readonly conversationId: number;
  readonly inboxId: number;
  readonly type: MessageType;
  readonly isPrivate: boolean;
  readonly sender: { readonly kind: 'user' | 'contact'; readonly id: number } | null;
  readonly createdAt: number;
  readonly additionalAttributes: Json;
  readonly attachments: readonly Attachment[];
  content: string | null;
  contentAttributes: Json;
  status: MessageStatus;
  /** WhatsApp's id of the message; on an outgoing one it means "handed to WhatsApp" (chatwoot-api §0.7). */
  sourceId: string | null;
  updatedAt: number;
}

/** Something that happens by itself at a moment of the practice clock. Saved, so that a restart forgets none. */
export type Task =
  | { readonly kind: 'activity'; readonly conversationId: number; readonly content: string }
  | { readonly kind: 'send'; readonly messageId: number }
  | { readonly kind: 'status'; readonly messageId: number; readonly status: 'delivered' | 'read' }
  | { readonly kind: 'refuse'; readonly messageId: number; readonly error: string }
  | { readonly kind: 'macro'; readonly macroId: number; readonly conversationId: number; readonly userId: number }
  | { readonly kind: 'unsnooze'; readonly conversationId: number; readonly until: number }
  | { readonly kind: 'customer-answers'; readonly conversationId: number }
  | { readonly kind: 'customer-writes' }
  | { readonly kind: 'colleague-works' }
  | { readonly kind: 'template-review' };

export interface Job {
  readonly dueAt: number;
  readonly task: Task;
}

export interface Counters {
  contact: number;
  conversation: number;
  message: number;
  attachment: number;
}

export const stateVersion = 1;

export interface PracticeState {
  readonly version: typeof stateVersion;
  readonly accountName: string;
  readonly users: User[];
  readonly teams: readonly Team[];
  readonly labels: readonly Label[];
  inboxes: Inbox[];
  readonly contacts: Contact[];
  readonly conversations: Conversation[];
  /** Ascending ids. */
  readonly messages: Message[];
  /** Missing in what an older version saved. */
  uploads?: readonly Upload[];
  readonly next: Counters;
  sessions: Session[];
  jobs: Job[];
  /** How far the practice clock is ahead of the computer's. */
  skippedMs: number;
  /** Practice time of the last save. */
  savedAt: number;
  /** When the inbox list (with its templates) last changed: the `inbox` cache key. */
  inboxesChangedAt: number;
}
