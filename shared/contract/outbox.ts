/** What must still reach the server, and what may go wrong on its way. */
import { z } from 'zod';
import { ClientId, ConversationId, ConversationStatus, EpochMs, Priority } from './entities.ts';
import { LocalFile } from './files.ts';
import { TemplateValues } from './templates.ts';

export const OutboxState = z.enum([
  'queued',
  'sending',
  'accepted',
  'handed',
  'delivered',
  'read',
  'held',
  'needs-template',
  'uncertain',
  'failed',
  'conflict',
]);
export type OutboxState = z.infer<typeof OutboxState>;

export const OutboxProblem = z.discriminatedUnion('kind', [
  /** Parked: its window closed before it could leave. */
  z.object({ kind: z.literal('window-closed') }),
  /** Held: somebody wrote since the agent last saw the conversation up to date. `messageId`: the first of those messages. */
  z.object({
    kind: z.literal('someone-wrote'),
    who: z.enum(['customer', 'colleague']),
    name: z.string(),
    messageId: z.number().int(),
  }),
  /** In conflict: somebody else changed the same thing after the agent did it offline. `now`: what it is now, in words of the server. */
  z.object({ kind: z.literal('changed-meanwhile'), by: z.string().nullable(), now: z.string() }),
  /** Refused by the server or by WhatsApp. `code` is WhatsApp's number if there is one. */
  z.object({ kind: z.literal('refused'), code: z.number().int().nullable(), text: z.string() }),
  /** Failed because of its file: not here any more, or the server did not take it. `text`: the server's words, or empty. */
  z.object({ kind: z.literal('file'), why: z.enum(['missing', 'too-large', 'refused']), text: z.string() }),
  /** Still queued, and tried in vain several times by now; it goes on trying, ever more rarely. */
  z.object({ kind: z.literal('retrying'), tries: z.number().int(), text: z.string() }),
  /** The server accepted it minutes ago and has not handed it to WhatsApp. */
  z.object({ kind: z.literal('not-handed-over') }),
]);
export type OutboxProblem = z.infer<typeof OutboxProblem>;

/** A change of the conversation that the server must hear of. */
export const ConversationAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-status'), status: ConversationStatus, snoozedUntil: EpochMs.nullable() }),
  z.object({ kind: z.literal('assign'), assigneeId: z.number().int().nullable() }),
  z.object({ kind: z.literal('assign-team'), teamId: z.number().int().nullable() }),
  z.object({ kind: z.literal('set-priority'), priority: Priority.nullable() }),
  /** A change, not a list: the server's call replaces the whole list, so ours is merged into what it has by then. */
  z.object({ kind: z.literal('change-labels'), add: z.array(z.string()), remove: z.array(z.string()) }),
  z.object({ kind: z.literal('mark-read') }),
  z.object({ kind: z.literal('mark-unread') }),
  /**
   * The server runs its steps later, and nothing tells whether it did: never repeated by itself. One that writes to the customer
   * is judged like a reply. `name`: for the screen, also after the macro is gone.
   */
  z.object({ kind: z.literal('run-macro'), macroId: z.number().int(), name: z.string() }),
]);
export type ConversationAction = z.infer<typeof ConversationAction>;

export const TemplateMessage = z.object({
  kind: z.literal('template'),
  name: z.string(),
  language: z.string(),
  values: TemplateValues,
  /** The rendered body, for the thread and as the server's `content`. */
  text: z.string(),
});

export const OutboxContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('reply'),
    text: z.string(),
    file: LocalFile.nullable().default(null),
    quotedId: z.number().int().nullable().default(null),
  }),
  z.object({ kind: z.literal('note'), text: z.string(), file: LocalFile.nullable().default(null) }),
  TemplateMessage,
  z.object({ kind: z.literal('action'), action: ConversationAction }),
]);
export type OutboxContent = z.infer<typeof OutboxContent>;

export const OutboxItem = z.object({
  clientId: ClientId,
  conversationId: ConversationId,
  content: OutboxContent,
  state: OutboxState,
  /** Server time when the agent pressed Send. */
  createdAt: EpochMs,
  /** Server time after which a reply may not leave any more (window end − guard); null: no deadline. */
  mustLeaveBy: EpochMs.nullable(),
  /** Server time before which it stays here, so that a person can take it back; null: it may leave at once. */
  leavesAt: EpochMs.nullable(),
  serverId: z.number().int().nullable(),
  attempts: z.number().int(),
  /** Why it is held, parked, in conflict, failed, or taking unusually long; null otherwise. */
  problem: OutboxProblem.nullable(),
});
export type OutboxItem = z.infer<typeof OutboxItem>;
