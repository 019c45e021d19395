/** Rows as the tables hold them. Booleans are 0/1, lists and records JSON text, times server epoch ms. */
import type {
  Agent,
  ChannelKind,
  ConversationStatus,
  Message,
  Priority,
  WindowFacts,
} from '../../../shared/contract/entities.ts';
import type { OutboxContent, OutboxState } from '../../../shared/contract/outbox.ts';
import type { MessageStatus } from './records.ts';

/** What the server said about a conversation. */
export interface ServerConversationRow {
  readonly id: number;
  readonly channel_id: number;
  /** JSON: for each mergeable field, the version of the answer it came from. */
  readonly versions: string;
  readonly updated_at: number | null;
  readonly created_at: number | null;
  /** JSON `Contact`. */
  readonly contact: string | null;
  /** JSON array of titles. */
  readonly server_labels: string;
  readonly server_priority: Priority | null;
  readonly server_team_id: number | null;
  readonly waiting_since: number | null;
  readonly agent_seen_at: number | null;
  readonly can_reply: number | null;
  /** Earliest time at which the server can have said `can_reply`. */
  readonly can_reply_at: number | null;
  readonly server_status: ConversationStatus;
  readonly server_snoozed_until: number | null;
  readonly server_assignee_id: number | null;
  readonly server_unread: number;
  readonly server_last_activity_at: number;
  /** The newest run of messages without a hole; the others stand in `older_run`. */
  readonly contiguous_from: number | null;
  readonly contiguous_to: number | null;
  /** Version of the conversation as of which its messages were last read. */
  readonly messages_read_at: number | null;
  readonly server_mentioned_at: number | null;
}

/** What is shown of it: written by `derive.ts` and nothing else. */
export interface ShownConversationRow {
  readonly status: ConversationStatus;
  readonly shelf: 'open' | 'snoozed' | 'resolved';
  readonly snoozed_until: number | null;
  readonly assignee_id: number | null;
  readonly team_id: number | null;
  readonly priority: Priority | null;
  /** JSON array of titles. */
  readonly labels: string;
  readonly unread: number;
  readonly last_activity_at: number;
  readonly pending: number;
  readonly needs_history: number;
  readonly preview_text: string | null;
  readonly preview_kind: Message['kind'] | null;
  readonly preview_at: number | null;
  readonly template_sent_at: number | null;
  readonly window_opened_at: number | null;
  readonly window_opened_by: WindowFacts['openedBy'];
  readonly window_refused_at: number | null;
  readonly window_expires_at: number | null;
  readonly window_complete: number;
  /** When I or one of my teams was named last. */
  readonly mentioned_at: number | null;
}

export type ConversationRow = ServerConversationRow & ShownConversationRow;

/** With what it refers to; null where the record has not arrived. */
export interface JoinedConversationRow extends ConversationRow {
  readonly channel_name: string | null;
  readonly channel_kind: ChannelKind | null;
  readonly channel_phone_number: string | null;
  readonly channel_window_ms: number | null;
  readonly channel_capabilities: string | null;
  readonly assignee_name: string | null;
  readonly assignee_availability: Agent['availability'] | null;
  readonly team_name: string | null;
}

export interface MessageRow {
  readonly id: number;
  readonly conversation_id: number;
  readonly kind: Message['kind'];
  readonly text: string;
  readonly at: number;
  readonly provider_at: number | null;
  readonly status: MessageStatus | null;
  readonly source_id: string | null;
  readonly failure: string | null;
  /** JSON {kind,id,name}. */
  readonly author: string | null;
  /** JSON array of `Attachment`. */
  readonly attachments: string | null;
  readonly deleted: number;
  readonly client_id: string | null;
  /** Null: no shape told. */
  readonly is_template: number | null;
  readonly opens_window: number | null;
  /** Id of the message it answers. */
  readonly quoted_id: number | null;
  readonly updated_at: number | null;
}

export interface ChannelRow {
  readonly id: number;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly phone_number: string | null;
  readonly window_ms: number | null;
  /** JSON `Capabilities`. */
  readonly capabilities: string;
}

export interface OutboxRow {
  readonly position: number;
  readonly client_id: string;
  readonly conversation_id: number;
  readonly kind: OutboxContent['kind'];
  /** JSON `OutboxContent`. */
  readonly content: string;
  readonly state: OutboxState;
  readonly settled: number;
  readonly created_at: number;
  readonly must_leave_by: number | null;
  readonly leaves_at: number | null;
  readonly base_message_id: number | null;
  readonly seen_message_id: number | null;
  /** JSON; see `store/action-field.ts`. */
  readonly base_value: string | null;
  readonly server_id: number | null;
  readonly attempts: number;
  readonly settle_step: number;
  /** JSON `OutboxProblem`. */
  readonly problem: string | null;
  /** 1: its message is in the cache. */
  readonly arrived: number;
  /** Client id of the first item of one send; null: sent alone. */
  readonly send_id: string | null;
  /** The server's name for its uploaded file. */
  readonly upload_id: string | null;
}
