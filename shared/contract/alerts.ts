/** What leaves the alerts for the page: texts that have no language yet, and where to go. */
import { z } from 'zod';
import type { MessageKey } from '../i18n/en.ts';
import { WorkspaceId } from './accounts.ts';
import { ConversationId } from './entities.ts';

/** `Words` of shared/notify. */
const Words = z.object({
  key: z.custom<MessageKey>((key) => typeof key === 'string'),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  times: z.record(z.string(), z.number()),
});

export const ShownAlert = z.object({
  workspaceId: WorkspaceId,
  /** Names it within its workspace. */
  id: z.string().max(64),
  title: Words,
  body: z.array(Words),
  /** What following it does, as the word of its button. */
  action: z.enum(['reply', 'note', 'choose-template', 'open', 'start-sweep']),
  urgent: z.boolean(),
});
export type ShownAlert = z.infer<typeof ShownAlert>;

export const AlertFinding = z.object({
  code: z.string(),
  severity: z.enum(['blocks', 'warns']),
  what: Words,
  fix: Words,
});
export type AlertFinding = z.infer<typeof AlertFinding>;

export const Destination = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('conversation'),
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    /** What to do there: `read` is just looking at it. */
    intent: z.enum(['read', 'reply', 'note', 'choose-template']),
  }),
  z.object({
    kind: z.enum(['inbox', 'closing', 'sweep', 'outbox', 'settings', 'notifications']),
    /** Null: whichever workspace is shown. */
    workspaceId: WorkspaceId.nullable(),
  }),
]);
export type Destination = z.infer<typeof Destination>;
