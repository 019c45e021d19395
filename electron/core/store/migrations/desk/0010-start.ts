import type { Migration } from '../../migrate.ts';

/** What exists only on this device. `kept_at` is the computer's clock: it only decides when a kept copy may go. */
export const start: Migration = {
  version: 10,
  sql: `
    CREATE TABLE draft (
      conversation_id INTEGER NOT NULL, audience TEXT NOT NULL CHECK (audience IN ('customer', 'team')),
      text TEXT NOT NULL, caret INTEGER NOT NULL,
      PRIMARY KEY (conversation_id, audience)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE draft_history (
      seq INTEGER PRIMARY KEY, conversation_id INTEGER NOT NULL, audience TEXT NOT NULL, text TEXT NOT NULL,
      kept_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER))
    ) STRICT;
    CREATE INDEX draft_history_kept ON draft_history (kept_at);

    CREATE TABLE outbox (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      client_id TEXT NOT NULL UNIQUE,
      conversation_id INTEGER NOT NULL,
      kind TEXT NOT NULL,
      content TEXT NOT NULL,
      state TEXT NOT NULL,
      settled INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      must_leave_by INTEGER,
      base_message_id INTEGER,
      server_id INTEGER,
      attempts INTEGER NOT NULL DEFAULT 0,
      next_attempt_at INTEGER,
      settle_step INTEGER NOT NULL DEFAULT 0,
      problem TEXT,
      -- 1: its message is in the cache, which shows it from then on.
      arrived INTEGER NOT NULL DEFAULT 0,
      kept_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER))
    ) STRICT;
    CREATE INDEX outbox_unsettled ON outbox (position) WHERE settled = 0;
    CREATE INDEX outbox_conversation ON outbox (conversation_id, position);
    CREATE INDEX outbox_not_arrived ON outbox (position) WHERE settled = 1 AND arrived = 0;
    CREATE INDEX outbox_under_way ON outbox (position) WHERE state IN ('accepted', 'handed');

    CREATE TABLE outbox_history (
      seq INTEGER PRIMARY KEY, client_id TEXT NOT NULL UNIQUE, conversation_id INTEGER NOT NULL,
      content TEXT NOT NULL, reason TEXT NOT NULL,
      kept_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER))
    ) STRICT;
    CREATE INDEX outbox_history_kept ON outbox_history (kept_at);
  `,
};
