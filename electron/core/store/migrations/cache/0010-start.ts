import type { Migration } from '../../migrate.ts';

/**
 * Everything the server also has. `server_*` columns are what the server said; the plain columns beside them are what
 * is shown: the server's value with the pending outbox laid over it, and facts derived from the messages.
 */
export const start: Migration = {
  version: 10,
  sql: `
    CREATE TABLE channel (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, phone_number TEXT, window_ms INTEGER,
      capabilities TEXT NOT NULL
    ) STRICT;
    -- listed = 0: known from a conversation only, not in the server's list.
    CREATE TABLE agent (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, availability TEXT NOT NULL, listed INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE team (id INTEGER PRIMARY KEY, name TEXT NOT NULL, listed INTEGER NOT NULL) STRICT;
    CREATE TABLE label (title TEXT PRIMARY KEY, color TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE template (
      channel_id INTEGER NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL, entity TEXT NOT NULL,
      PRIMARY KEY (channel_id, name, language)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sync_value (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE conversation (
      id INTEGER PRIMARY KEY,
      channel_id INTEGER NOT NULL,
      versions TEXT NOT NULL,
      updated_at REAL,
      created_at INTEGER,
      contact TEXT,
      labels TEXT NOT NULL,
      priority TEXT,
      team_id INTEGER,
      waiting_since INTEGER,
      agent_seen_at INTEGER,
      can_reply INTEGER,
      can_reply_at INTEGER,
      server_status TEXT NOT NULL,
      server_snoozed_until INTEGER,
      server_assignee_id INTEGER,
      server_unread INTEGER NOT NULL,
      server_last_activity_at INTEGER NOT NULL,
      -- Every message in contiguous_from … contiguous_to is stored.
      contiguous_from INTEGER,
      contiguous_to INTEGER,

      status TEXT NOT NULL DEFAULT 'open',
      shelf TEXT NOT NULL DEFAULT 'open' CHECK (shelf IN ('open', 'snoozed', 'resolved')),
      snoozed_until INTEGER,
      assignee_id INTEGER,
      unread INTEGER NOT NULL DEFAULT 0,
      last_activity_at INTEGER NOT NULL DEFAULT 0,
      pending INTEGER NOT NULL DEFAULT 0,
      needs_history INTEGER NOT NULL DEFAULT 1,
      preview_text TEXT,
      preview_kind TEXT,
      preview_at INTEGER,
      template_sent_at INTEGER,
      window_opened_at INTEGER,
      window_opened_by TEXT,
      window_refused_at INTEGER,
      window_expires_at INTEGER,
      window_complete INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX conversation_shelf ON conversation (shelf, assignee_id);
    CREATE INDEX conversation_channel ON conversation (channel_id);
    CREATE INDEX conversation_open_activity ON conversation (last_activity_at, id) WHERE shelf = 'open';
    CREATE INDEX conversation_open_expiry ON conversation (window_expires_at, id)
      WHERE shelf = 'open' AND window_expires_at IS NOT NULL;
    CREATE INDEX conversation_assignee_activity ON conversation (assignee_id, last_activity_at, id)
      WHERE shelf = 'open';
    CREATE INDEX conversation_assignee_expiry ON conversation (assignee_id, window_expires_at, id)
      WHERE shelf = 'open' AND window_expires_at IS NOT NULL;
    CREATE INDEX conversation_snoozed_activity ON conversation (last_activity_at, id) WHERE shelf = 'snoozed';
    CREATE INDEX conversation_snoozed_expiry ON conversation (window_expires_at, id)
      WHERE shelf = 'snoozed' AND window_expires_at IS NOT NULL;
    CREATE INDEX conversation_resolved_activity ON conversation (last_activity_at, id) WHERE shelf = 'resolved';
    CREATE INDEX conversation_resolved_expiry ON conversation (window_expires_at, id)
      WHERE shelf = 'resolved' AND window_expires_at IS NOT NULL;
    CREATE INDEX conversation_incomplete ON conversation (last_activity_at, id) WHERE window_complete = 0;
    CREATE INDEX conversation_needs_history ON conversation (last_activity_at, id) WHERE needs_history = 1;
    CREATE INDEX conversation_pending ON conversation (id) WHERE pending = 1;

    -- The key is local: server ids arrive in random order, which as a key would cost 3.7 times the time to write.
    CREATE TABLE message (
      seq INTEGER PRIMARY KEY,
      id INTEGER NOT NULL,
      conversation_id INTEGER NOT NULL,
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      at INTEGER NOT NULL,
      provider_at INTEGER,
      status TEXT,
      source_id TEXT,
      failure TEXT,
      author TEXT,
      attachments TEXT,
      deleted INTEGER NOT NULL,
      client_id TEXT,
      is_template INTEGER,
      opens_window INTEGER,
      updated_at REAL,
      UNIQUE (conversation_id, id)
    ) STRICT;
    CREATE INDEX message_client ON message (client_id) WHERE client_id IS NOT NULL;
    CREATE INDEX message_incoming ON message (conversation_id, at) WHERE kind = 'incoming';
    CREATE INDEX message_template ON message (conversation_id, at) WHERE is_template = 1;
    CREATE INDEX message_failed ON message (conversation_id, at) WHERE status = 'failed';

    -- Append-only, so that a window's history outlives what the server still shows of it.
    CREATE TABLE opening_event (
      seq INTEGER PRIMARY KEY,
      conversation_id INTEGER NOT NULL,
      message_id INTEGER UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('message', 'call')),
      at INTEGER NOT NULL,
      provider_at INTEGER
    ) STRICT;
    CREATE INDEX opening_event_conversation ON opening_event (conversation_id, at);
  `,
};
