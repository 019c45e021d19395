/**
 * The shapes in which connectors hand data to the store. A *patch* says only what this answer said: a missing key means
 * "this shape does not tell" and leaves the stored value alone; `null` means "the server says there is none" (law 8:
 * merge, never replace). Times are epoch ms of server time.
 */
import type {
  Agent,
  Attachment,
  CannedResponse,
  ChannelKind,
  Capabilities,
  Contact,
  ConversationStatus,
  Label,
  Macro,
  Priority,
  Team,
} from '../../../shared/contract/entities.ts';
import type { Template } from '../../../shared/contract/templates.ts';

export interface ChannelRecord {
  readonly id: number;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly phoneNumber: string | null;
  readonly windowMs: number | null;
  readonly capabilities: Capabilities;
}

export interface TeamRecord extends Team {
  /** I am in it: its mentions are mine. */
  readonly isMine: boolean;
}

export interface ConversationPatch {
  readonly id: number;
  readonly channelId: number;
  readonly contact?: Contact;
  readonly status?: ConversationStatus;
  readonly snoozedUntil?: number | null;
  readonly assignee?: Agent | null;
  readonly team?: Team | null;
  readonly labels?: readonly string[];
  readonly priority?: Priority | null;
  /** The server's count, capped at 10 by Chatwoot. */
  readonly unread?: number;
  readonly lastActivityAt?: number;
  readonly waitingSince?: number | null;
  readonly agentSeenAt?: number | null;
  /** The server's own opinion at the moment it answered. */
  readonly canReply?: boolean;
  readonly createdAt?: number;
  /** Version for "older answers never overwrite newer ones"; ms with fraction. */
  readonly updatedAt?: number;
}

export type MessageKind = 'incoming' | 'outgoing' | 'note' | 'activity' | 'automatic';
export type MessageStatus = 'sent' | 'delivered' | 'read' | 'failed';

export interface MessagePatch {
  readonly id: number;
  readonly conversationId: number;
  readonly kind: MessageKind;
  readonly text: string;
  readonly createdAt: number;
  /** Provider's own time of an incoming message, if the server told it. */
  readonly providerAt?: number | null;
  readonly status?: MessageStatus | null;
  /** WhatsApp's id: present means really handed over. */
  readonly sourceId?: string | null;
  readonly failure?: string | null;
  readonly author?: {
    readonly kind: 'contact' | 'agent' | 'bot' | 'system';
    readonly id: number | null;
    readonly name: string;
  };
  readonly attachments?: readonly Attachment[];
  readonly deleted?: boolean;
  readonly clientId?: string | null;
  /** True for a WhatsApp template send; REST does not tell (undefined). */
  readonly isTemplate?: boolean;
  /** False for reactions and unsupported types: a hint, not an opening (whatsapp-rules §1.1). Only read for incoming ones. */
  readonly opensWindow?: boolean;
  /** Id of the message it answers; null: none. */
  readonly quotedId?: number | null;
  /** Version from the push shape; REST has none. */
  readonly updatedAt?: number;
}

/** A run of messages without holes: everything the server has from `fromId` on (0: from its first message on). */
export interface Contiguous {
  readonly conversationId: number;
  readonly fromId: number;
  /** Up to this message; missing: up to the newest one stored. */
  readonly toId?: number;
  /** The conversation's version before these messages were asked for: they are known to be current as of it. */
  readonly readAt?: number;
}

/** One transaction's worth of server data. */
export interface CacheBatch {
  readonly channels?: readonly ChannelRecord[];
  readonly agents?: readonly Agent[];
  readonly teams?: readonly TeamRecord[];
  readonly labels?: readonly Label[];
  readonly canned?: readonly CannedResponse[];
  readonly macros?: readonly Macro[];
  readonly templates?: { readonly list: readonly Template[]; readonly fetchedAt: number };
  readonly conversations?: readonly ConversationPatch[];
  readonly messages?: readonly MessagePatch[];
  /** People who changed: shown in every conversation of theirs. */
  readonly contacts?: readonly Contact[];
  /** The server says that I was named there; `at`: the earliest time at which that can have been. */
  readonly mentioned?: readonly { readonly conversationId: number; readonly at: number }[];
  /** Conversations the server answered 404 for. */
  readonly removed?: readonly number[];
  readonly contiguous?: readonly Contiguous[];
  /** Free key/value pairs of the sync engine, written in the same transaction. */
  readonly sync?: Readonly<Record<string, string>>;
}

/** Which ids the page has to read again. */
export interface Applied {
  readonly conversations: readonly number[];
  readonly messages: readonly number[];
  /** Client ids of outbox items whose state moved because their message came back. */
  readonly outbox: readonly number[];
}
