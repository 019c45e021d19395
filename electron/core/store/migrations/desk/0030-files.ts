import type { Migration } from '../../migrate.ts';

/** Files on their way to the server, and what was sent in one go. The pause before a next attempt was never stored. */
export const files: Migration = {
  version: 30,
  sql: `
    -- JSON array of LocalFile.
    ALTER TABLE draft ADD COLUMN files TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE draft ADD COLUMN quoted_id INTEGER;
    -- Copies in the folder of the workspace. A row stands for bytes that are completely on disk.
    CREATE TABLE local_file (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, size_bytes INTEGER NOT NULL,
      kept_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER))
    ) STRICT, WITHOUT ROWID;

    -- Client id of the first item of what a person sent in one go. NULL: it was sent alone.
    ALTER TABLE outbox ADD COLUMN send_id TEXT;
    -- The server's name for the bytes of its file, once it has them: they need not go again.
    ALTER TABLE outbox ADD COLUMN upload_id TEXT;
    ALTER TABLE outbox DROP COLUMN next_attempt_at;
  `,
};
