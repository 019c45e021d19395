import type { Migration } from '../../migrate.ts';

/** What is typed into a template is part of the draft for the customer. */
export const templateDrafts: Migration = {
  version: 60,
  sql: `
    -- JSON array of TemplateDraft, the one that was touched last first.
    ALTER TABLE draft ADD COLUMN templates TEXT NOT NULL DEFAULT '[]';
  `,
};
