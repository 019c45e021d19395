/**
 * What Chatwoot answers over REST (chatwoot-api §1.3, §2.3, §3.2, §4.1, §6). Kept apart from the push shapes on purpose.
 * Only fields that we use are named; others are ignored.
 */
import { z } from 'zod';
import { PushAttachment, PushMessage } from './push-shapes.ts';

const FreeFields = z.record(z.string(), z.unknown()).nullish().catch(null);

export const RestProfile = z.object({
  id: z.number().int(),
  name: z.string(),
  available_name: z.string().nullish(),
  /** The account that was used last, on any device. */
  account_id: z.number().int().nullish(),
  pubsub_token: z.string(),
  accounts: z.array(z.object({ id: z.number().int(), name: z.string(), availability: z.string().nullish() })),
});
export type RestProfile = z.infer<typeof RestProfile>;

export const RestAgent = z.object({
  id: z.number().int(),
  name: z.string().nullish(),
  available_name: z.string().nullish(),
  availability_status: z.string().nullish(),
});
export type RestAgent = z.infer<typeof RestAgent>;

export const RestTeam = z.object({ id: z.number().int(), name: z.string(), is_member: z.boolean().nullish() });

/** Labels of one conversation: titles only. */
export const RestConversationLabels = z.object({ payload: z.array(z.string()) });

/** Some actions answer nothing, and what they answer some day is no business of ours. */
export const RestAnything = z.unknown();

export const RestLabel = z.object({ title: z.string(), color: z.string().nullish() });

export const RestInbox = z.object({
  id: z.number().int(),
  name: z.string(),
  channel_type: z.string(),
  phone_number: z.string().nullish(),
  /** Twilio: `sms` or `whatsapp`. */
  medium: z.string().nullish(),
  /** Missing: this server keeps them out of lists. `{}`: never read from WhatsApp (a column default). */
  message_templates: z.unknown().optional(),
  /** Twilio: `{templates: […]}`. */
  content_templates: z.unknown().optional(),
  additional_attributes: FreeFields,
});
export type RestInbox = z.infer<typeof RestInbox>;
export const RestInboxes = z.object({ payload: z.array(RestInbox) });

export const RestContact = z.object({
  id: z.number().int(),
  name: z.string().nullish(),
  phone_number: z.string().nullish(),
  thumbnail: z.string().nullish(),
});

export const RestConversation = z.object({
  /** Display id. */
  id: z.number().int().positive(),
  inbox_id: z.number().int(),
  meta: z.object({
    sender: RestContact.nullish(),
    /** The key is absent when nobody is assigned. */
    assignee: RestAgent.nullish(),
    assignee_type: z.string().nullish(),
    team: z.object({ id: z.number().int(), name: z.string() }).nullish(),
  }),
  /** The newest of any type. Inside a REST conversation, messages have the push shape. */
  messages: z.array(PushMessage.nullable().catch(null)).transform((all) => all.filter((one) => one !== null)),
  /** Both are a preview: one that cannot be read must not hide the conversation. */
  last_non_activity_message: PushMessage.nullish().catch(null),
  status: z.string(),
  /** ISO 8601, while every other time here is epoch s. */
  snoozed_until: z.string().nullish(),
  labels: z.array(z.string()),
  priority: z.string().nullish(),
  unread_count: z.number().int(),
  can_reply: z.boolean(),
  last_activity_at: z.number(),
  waiting_since: z.number().nullish(),
  agent_last_seen_at: z.number().nullish(),
  created_at: z.number(),
  /** Epoch s with fraction. */
  updated_at: z.number(),
});
export type RestConversation = z.infer<typeof RestConversation>;

export const RestConversationList = z.object({
  data: z.object({
    meta: z.object({ all_count: z.number().int().nullish() }),
    payload: z.array(z.unknown()),
  }),
});

export const RestMessage = z.object({
  id: z.number().int(),
  /** Display id. */
  conversation_id: z.number().int(),
  content: z.string().nullish(),
  message_type: z.literal([0, 1, 2, 3]),
  private: z.boolean(),
  /** Epoch s. */
  created_at: z.number(),
  status: z.string().nullish(),
  /** `sticker`, `text` … */
  content_type: z.string().nullish(),
  source_id: z.string().nullish(),
  /** Only in the answer to a create. */
  echo_id: z.string().nullish(),
  content_attributes: FreeFields,
  sender: z
    .object({
      id: z.number().int().nullish(),
      name: z.string().nullish(),
      available_name: z.string().nullish(),
      type: z.string().nullish(),
    })
    .nullish(),
  /** `Attachment#push_event_data` makes both shapes, so that here they really are one. */
  attachments: z.array(PushAttachment).nullish(),
});
export type RestMessage = z.infer<typeof RestMessage>;

export const RestMessageList = z.object({ payload: z.array(z.unknown()) });

export const RestToggleStatus = z.object({ payload: z.object({ success: z.literal(true) }) });

export const RestApi = z.object({ timestamp: z.string().nullish() });

/** Agent JSON after assigning, null after unassigning. */
export const RestAssignment = z.looseObject({}).nullable();

/** The whole conversation; we read it again by id when we need it. */
export const RestLastSeen = z.object({ id: z.number().int() });
