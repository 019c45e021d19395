import type { Migration } from '../../migrate.ts';

const add = `INSERT INTO attachment (id, conversation_id, message_id, entity)
        SELECT json_extract(one.value, '$.id'), new.conversation_id, new.id, one.value
        FROM json_each(new.attachments) AS one GROUP BY 1`;

/**
 * An attachment stands once for each message that has it: a server may hand on one file under one id in two messages.
 * The key says so, and nothing here leans on OR REPLACE, because inside a trigger the policy of the outer statement (an
 * upsert, which aborts) would hold.
 */
export const attachmentOwners: Migration = {
  version: 60,
  sql: `
    DROP TRIGGER attachment_added;
    DROP TRIGGER attachment_changed;
    DROP TABLE attachment;
    CREATE TABLE attachment (
      id INTEGER NOT NULL, conversation_id INTEGER NOT NULL, message_id INTEGER NOT NULL, entity TEXT NOT NULL,
      PRIMARY KEY (id, conversation_id, message_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX attachment_message ON attachment (conversation_id, message_id);
    INSERT INTO attachment (id, conversation_id, message_id, entity)
      SELECT json_extract(one.value, '$.id'), message.conversation_id, message.id, one.value
      FROM message, json_each(message.attachments) AS one WHERE message.attachments IS NOT NULL GROUP BY 1, 2, 3;
    CREATE TRIGGER attachment_added AFTER INSERT ON message WHEN new.attachments IS NOT NULL BEGIN
      ${add};
    END;
    CREATE TRIGGER attachment_changed AFTER UPDATE OF attachments ON message
      WHEN new.attachments IS NOT old.attachments BEGIN
      DELETE FROM attachment WHERE conversation_id = new.conversation_id AND message_id = new.id;
      ${add};
    END;
  `,
};
