import type { Migration } from '../../migrate.ts';

/** The files of a text that was replaced stay with it. A message that was taken out of the outbox has its own in `content`. */
export const keptFiles: Migration = {
  version: 50,
  sql: `
    -- JSON array of LocalFile.
    ALTER TABLE draft_history ADD COLUMN files TEXT NOT NULL DEFAULT '[]';
    CREATE INDEX draft_history_files ON draft_history (seq) WHERE files <> '[]';
  `,
};
