import type { Migration } from '../../migrate.ts';

/**
 * Undo, the stale-reply guard and conflicts. `problem` becomes tagged with its kind: what was stored before was either
 * the mark of a closed window or the words of a refusal.
 */
export const outboxGuards: Migration = {
  version: 20,
  sql: `
    -- Server time before which it stays here, so that a person can take it back.
    ALTER TABLE outbox ADD COLUMN leaves_at INTEGER;
    -- Newest message the agent knew of when they last decided to send it. base_message_id stays where it is: looking for
    -- a message whose answer was lost has to begin at its first attempt.
    ALTER TABLE outbox ADD COLUMN seen_message_id INTEGER;
    -- An action: the server's value of what it changes, when the agent decided. NULL: it cannot conflict.
    ALTER TABLE outbox ADD COLUMN base_value TEXT;
    UPDATE outbox SET seen_message_id = base_message_id;
    UPDATE outbox SET problem = CASE
        WHEN json_extract(problem, '$.text') = 'window-closed' THEN '{"kind":"window-closed"}'
        ELSE json_set(problem, '$.kind', 'refused') END
      WHERE problem IS NOT NULL;
    CREATE INDEX draft_history_conversation ON draft_history (conversation_id, seq);
    CREATE INDEX outbox_history_conversation ON outbox_history (conversation_id, seq);
  `,
};
