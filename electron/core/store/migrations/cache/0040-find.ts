import type { Migration } from '../../migrate.ts';
import { fillContacts } from '../../queries/contacts.ts';

/**
 * Filters, the order "waiting", contacts and full-text search. Triggers keep the derived tables in step, inside the
 * transaction of whatever writes: nobody can forget them.
 */
export const find: Migration = {
  version: 40,
  sql: `
    CREATE INDEX conversation_open_waiting ON conversation (waiting_since, id)
      WHERE shelf = 'open' AND waiting_since IS NOT NULL;
    CREATE INDEX conversation_assignee_waiting ON conversation (assignee_id, waiting_since, id)
      WHERE shelf = 'open' AND waiting_since IS NOT NULL;
    CREATE INDEX conversation_snoozed_waiting ON conversation (waiting_since, id)
      WHERE shelf = 'snoozed' AND waiting_since IS NOT NULL;
    CREATE INDEX conversation_resolved_waiting ON conversation (waiting_since, id)
      WHERE shelf = 'resolved' AND waiting_since IS NOT NULL;
    CREATE INDEX conversation_team ON conversation (team_id) WHERE team_id IS NOT NULL;

    ALTER TABLE conversation
      ADD COLUMN contact_id INTEGER GENERATED ALWAYS AS (json_extract(contact, '$.id')) VIRTUAL;
    CREATE INDEX conversation_contact ON conversation (contact_id, last_activity_at, id);

    CREATE TABLE conversation_label (
      title TEXT NOT NULL, conversation_id INTEGER NOT NULL, PRIMARY KEY (title, conversation_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX conversation_label_of ON conversation_label (conversation_id);
    INSERT OR IGNORE INTO conversation_label (title, conversation_id)
      SELECT l.value, c.id FROM conversation AS c, json_each(c.labels) AS l;
    CREATE TRIGGER conversation_labels_changed AFTER UPDATE OF labels ON conversation WHEN old.labels <> new.labels BEGIN
      DELETE FROM conversation_label WHERE conversation_id = new.id;
      INSERT OR IGNORE INTO conversation_label (title, conversation_id) SELECT value, new.id FROM json_each(new.labels);
    END;
    CREATE TRIGGER conversation_labels_gone AFTER DELETE ON conversation BEGIN
      DELETE FROM conversation_label WHERE conversation_id = old.id;
    END;

    -- words: folded, each with a space before it; digits: of the number. version: of the answer it came from.
    CREATE TABLE contact (
      id INTEGER PRIMARY KEY, entity TEXT NOT NULL, words TEXT NOT NULL, digits TEXT NOT NULL, version REAL
    ) STRICT;

    -- The row's key is the server's message id, which grows with time: "newest first" is the order of the index itself.
    -- marks: kind, file, author and conversation as words, so that search by them is a search in the index as well.
    -- Without content of its own: the texts stay where they are, and only the conversation is kept, to find the message.
    CREATE VIRTUAL TABLE message_words USING fts5 (
      text, files, marks, conversation_id UNINDEXED,
      content = '', contentless_delete = 1, contentless_unindexed = 1,
      prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE VIEW searchable_message AS
      SELECT seq, id, text, conversation_id,
        (SELECT group_concat(json_extract(value, '$.name'), ' ') FROM json_each(coalesce(attachments, '[]'))) AS files,
        kind || ' c' || conversation_id || coalesce(' by' || json_extract(author, '$.id'), '') ||
          CASE coalesce(json_array_length(attachments), 0) WHEN 0 THEN '' ELSE ' file' END AS marks
      FROM message WHERE kind <> 'activity' AND deleted = 0;
    -- Not OR REPLACE: inside a trigger the policy of the outer statement (an upsert) would hold.
    CREATE TRIGGER message_words_added AFTER INSERT ON message BEGIN
      DELETE FROM message_words WHERE rowid IN (SELECT id FROM message_words_content WHERE id = new.id);
      INSERT INTO message_words (rowid, text, files, marks, conversation_id)
        SELECT id, text, files, marks, conversation_id FROM searchable_message WHERE seq = new.seq;
    END;
    CREATE TRIGGER message_words_changed AFTER UPDATE ON message
      WHEN old.text <> new.text OR old.kind <> new.kind OR old.deleted <> new.deleted OR old.id <> new.id
        OR old.author IS NOT new.author OR old.attachments IS NOT new.attachments BEGIN
      DELETE FROM message_words WHERE rowid IN (old.id, new.id);
      INSERT INTO message_words (rowid, text, files, marks, conversation_id)
        SELECT id, text, files, marks, conversation_id FROM searchable_message WHERE seq = new.seq;
    END;
    CREATE TRIGGER message_words_gone AFTER DELETE ON message BEGIN
      DELETE FROM message_words WHERE rowid = old.id;
    END;
    -- What was here before is indexed in small slices once the app runs (queries/search-index.ts), from here downwards.
    INSERT INTO sync_value (key, value) SELECT 'store.search-left', max(seq) FROM message HAVING max(seq) IS NOT NULL;
  `,
  fill: fillContacts,
};
