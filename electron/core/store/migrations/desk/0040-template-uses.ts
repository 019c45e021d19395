import type { Migration } from '../../migrate.ts';

/** What this computer remembers of templates: which ones are marked, how often and with what they were sent. */
export const templateUses: Migration = {
  version: 40,
  sql: `
    CREATE TABLE template_use (
      channel_id INTEGER NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL,
      favourite INTEGER NOT NULL DEFAULT 0,
      sent INTEGER NOT NULL DEFAULT 0,
      last_sent_at INTEGER,
      -- JSON TemplateValues.
      last_values TEXT,
      -- Sending the same message twice is one use.
      last_client_id TEXT,
      PRIMARY KEY (channel_id, name, language)
    ) STRICT, WITHOUT ROWID;
  `,
};
