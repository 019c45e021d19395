/**
 * What Chatwoot pushes over the cable (chatwoot-api §3.3, §7.2). Kept apart from the REST shapes on purpose: they look
 * alike and differ in units, keys and meaning. Only fields that we use are named; others are ignored.
 */
import { z } from 'zod';

/** Free-form and partly written by other programs: evidence, never a reason to lose the message. */
const FreeFields = z.record(z.string(), z.unknown()).nullish().catch(null);

export const PushSender = z.object({
  id: z.number().int().nullish(),
  name: z.string().nullish(),
  available_name: z.string().nullish(),
  type: z.string().nullish(),
});

export const PushAttachment = z.object({
  id: z.number().int(),
  file_type: z.string().nullish(),
  data_url: z.string().nullish(),
  file_size: z.number().nullish(),
  fallback_title: z.string().nullish(),
  /** Pixels; of pictures and videos. */
  width: z.number().nullish().catch(null),
  height: z.number().nullish().catch(null),
  /** Of audio. */
  transcribed_text: z.string().nullish().catch(null),
  /** Of a location: degrees. */
  coordinates_lat: z.number().nullish().catch(null),
  coordinates_long: z.number().nullish().catch(null),
  /** Of a contact card: its parts of a name. */
  meta: FreeFields,
});
export type PushAttachment = z.infer<typeof PushAttachment>;

export const PushMessage = z.object({
  id: z.number().int(),
  /** Display id. */
  conversation_id: z.number().int(),
  content: z.string().nullish(),
  /** 0 incoming, 1 outgoing, 2 activity, 3 sent by Chatwoot itself (§3.4: not a WhatsApp template). */
  message_type: z.literal([0, 1, 2, 3]),
  private: z.boolean(),
  /** Epoch s. */
  created_at: z.number(),
  /** ISO 8601 with ms. */
  updated_at: z.string().nullish(),
  status: z.string().nullish(),
  /** `sticker`, `text` … */
  content_type: z.string().nullish(),
  source_id: z.string().nullish(),
  echo_id: z.string().nullish(),
  content_attributes: FreeFields,
  additional_attributes: FreeFields,
  sender_type: z.string().nullish(),
  sender_id: z.number().int().nullish(),
  sender: PushSender.nullish(),
  attachments: z.array(PushAttachment).nullish(),
});
export type PushMessage = z.infer<typeof PushMessage>;

export const PushContact = z.object({
  id: z.number().int(),
  name: z.string().nullish(),
  phone_number: z.string().nullish(),
  thumbnail: z.string().nullish(),
});

export const PushAssignee = z.object({
  id: z.number().int(),
  name: z.string().nullish(),
  available_name: z.string().nullish(),
  availability_status: z.string().nullish(),
});

export const PushConversation = z.object({
  /** Display id. */
  id: z.number().int().positive(),
  inbox_id: z.number().int(),
  meta: z.object({
    sender: PushContact.nullish(),
    assignee: PushAssignee.nullish(),
    /** `AgentBot`: the assignee is no person. */
    assignee_type: z.string().nullish(),
    team: z.object({ id: z.number().int(), name: z.string() }).nullish(),
  }),
  messages: z.array(PushMessage).nullish(),
  status: z.string(),
  /** ISO 8601. */
  snoozed_until: z.string().nullish(),
  labels: z.array(z.string()).nullish(),
  priority: z.string().nullish(),
  unread_count: z.number().int(),
  can_reply: z.boolean(),
  /** All epoch s; 0 is "never". */
  last_activity_at: z.number(),
  waiting_since: z.number().nullish(),
  agent_last_seen_at: z.number().nullish(),
  created_at: z.number(),
  /** Epoch s with fraction. */
  updated_at: z.number().nullish(),
});
export type PushConversation = z.infer<typeof PushConversation>;

/** Every frame of ActionCable: its own have a `type`, those of the channel an `identifier` and a `message`. */
export const CableFrame = z.object({
  type: z.string().optional(),
  identifier: z.string().optional(),
  message: z.unknown().optional(),
  reason: z.string().nullish(),
});

export const CableEvent = z.object({
  event: z.string(),
  data: z.looseObject({ account_id: z.number().int().optional() }),
});

/** By the agent's id: `online` or `busy`. Who is away is not in it (chatwoot-api §7.2). */
export const PushPresence = z.object({ users: z.record(z.string().regex(/^\d{1,15}$/u), z.string()) });
