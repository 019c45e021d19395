import type { Migration } from '../../migrate.ts';

const listed = `SELECT json_extract(one.value, '$.id'), new.conversation_id, new.id, one.value
        FROM json_each(new.attachments) AS one`;

/**
 * What a message answers, and every attachment by its id: the page asks for media by nothing else. Triggers keep the
 * second table in step with the messages.
 */
export const attachments: Migration = {
  version: 30,
  sql: `
    ALTER TABLE message ADD COLUMN quoted_id INTEGER;
    CREATE TABLE attachment (
      id INTEGER PRIMARY KEY, conversation_id INTEGER NOT NULL, message_id INTEGER NOT NULL, entity TEXT NOT NULL
    ) STRICT;
    CREATE INDEX attachment_message ON attachment (conversation_id, message_id);
    INSERT OR IGNORE INTO attachment (id, conversation_id, message_id, entity)
      SELECT json_extract(one.value, '$.id'), message.conversation_id, message.id, one.value
      FROM message, json_each(message.attachments) AS one WHERE message.attachments IS NOT NULL;

    CREATE TRIGGER attachment_added AFTER INSERT ON message WHEN new.attachments IS NOT NULL BEGIN
      INSERT OR REPLACE INTO attachment (id, conversation_id, message_id, entity) ${listed};
    END;
    CREATE TRIGGER attachment_changed AFTER UPDATE OF attachments ON message
      WHEN new.attachments IS NOT old.attachments BEGIN
      DELETE FROM attachment WHERE conversation_id = new.conversation_id AND message_id = new.id;
      INSERT OR REPLACE INTO attachment (id, conversation_id, message_id, entity) ${listed};
    END;
    CREATE TRIGGER attachment_gone AFTER DELETE ON message BEGIN
      DELETE FROM attachment WHERE conversation_id = old.conversation_id AND message_id = old.id;
    END;
  `,
};
