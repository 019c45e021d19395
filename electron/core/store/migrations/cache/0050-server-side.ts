import type { Migration } from '../../migrate.ts';

/**
 * Ready texts, macros and mentions; up to which version a conversation's messages were read; and every run of messages
 * without a hole, not only the newest, so that a thread can say where something is missing.
 */
export const serverSide: Migration = {
  version: 50,
  sql: `
    CREATE TABLE canned (id INTEGER PRIMARY KEY, short_code TEXT NOT NULL, text TEXT NOT NULL) STRICT;
    CREATE TABLE macro (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, writes_to_customer INTEGER NOT NULL, steps TEXT NOT NULL
    ) STRICT;
    -- The mentions of these teams are mine.
    ALTER TABLE team ADD COLUMN mine INTEGER NOT NULL DEFAULT 0;

    -- server_mentioned_at: what the server said; mentioned_at: that, or the newest note stored that names me.
    ALTER TABLE conversation ADD COLUMN server_mentioned_at INTEGER;
    ALTER TABLE conversation ADD COLUMN mentioned_at INTEGER;
    CREATE INDEX conversation_mentioned ON conversation (id) WHERE mentioned_at IS NOT NULL AND shelf <> 'resolved';
    CREATE INDEX message_mention ON message (conversation_id, at) WHERE kind = 'note' AND instr(text, 'mention://') > 0;

    -- The version (updated_at) of the conversation as of which its stored messages are known to be current.
    ALTER TABLE conversation ADD COLUMN messages_read_at REAL;
    UPDATE conversation SET messages_read_at = updated_at WHERE contiguous_from IS NOT NULL;
    CREATE INDEX conversation_behind ON conversation (updated_at)
      WHERE contiguous_from IS NOT NULL AND updated_at > coalesce(messages_read_at, 0);

    -- Runs before the newest, which stands in contiguous_from … contiguous_to.
    CREATE TABLE older_run (
      conversation_id INTEGER NOT NULL, from_id INTEGER NOT NULL, to_id INTEGER NOT NULL,
      PRIMARY KEY (conversation_id, from_id)
    ) STRICT, WITHOUT ROWID;
  `,
};
