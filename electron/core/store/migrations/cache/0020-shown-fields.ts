import type { Migration } from '../../migrate.ts';

/** Labels, priority and team can be changed offline now, so what the server said and what is shown come apart. */
export const shownFields: Migration = {
  version: 20,
  sql: `
    ALTER TABLE conversation RENAME COLUMN labels TO server_labels;
    ALTER TABLE conversation RENAME COLUMN priority TO server_priority;
    ALTER TABLE conversation RENAME COLUMN team_id TO server_team_id;
    ALTER TABLE conversation ADD COLUMN labels TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE conversation ADD COLUMN priority TEXT;
    ALTER TABLE conversation ADD COLUMN team_id INTEGER;
    UPDATE conversation SET labels = server_labels, priority = server_priority, team_id = server_team_id,
      versions = replace(replace(replace(versions,
        '"labels":', '"server_labels":'), '"priority":', '"server_priority":'), '"team_id":', '"server_team_id":');
  `,
};
