/** Undo and edit: what has not left becomes a draft again. */
import type { Database } from 'better-sqlite3';
import type { Audience, Draft } from '../../../../shared/contract/entities.ts';
import type { LocalFile } from '../../../../shared/contract/files.ts';
import { maxFiles } from '../../../../shared/files/rules.ts';
import type { OutboxState } from '../../../../shared/contract/outbox.ts';
import type { TakeBackOutbox } from '../call-types.ts';
import { deriveConversations } from '../derive.ts';
import { StoreError } from '../protocol.ts';
import type { OutboxRow } from '../row-types.ts';
import { contentOf } from '../rows.ts';
import { sql } from '../sql.ts';
import type { Files } from '../sql.ts';
import { getDraft, putBeforeDraft } from './drafts.ts';
import { takeItem } from './outbox.ts';

/** What of the same send comes along: it has not left for certain. Failed or uncertain ones are each decided alone. */
const notLeft: readonly OutboxState[] = ['queued', 'held', 'needs-template'];

/**
 * Its text and file go in front of the draft of the same audience, with all that was sent along with it and has not
 * left, in one step: there is no moment at which it is in neither place, or in both. Null: no such item, it is in none
 * of these states any more, or the draft cannot hold so many files.
 */
export function takeBackOutbox(files: Files, { clientId, onlyFrom }: TakeBackOutbox): Draft | null {
  const { desk } = files;
  const taken = desk
    .transaction((): Draft | null => {
      const row = sql<OutboxRow>(desk, 'SELECT * FROM outbox WHERE client_id = ?').get(clientId);
      if (row === undefined || !onlyFrom.includes(row.state)) return null;
      const rows = withItsSend(desk, row);
      const { audience, ...written } = asDraft(rows);
      const held = getDraft(desk, row.conversation_id, audience)?.files.length ?? 0;
      if (written.files.length + held > maxFiles) return null;
      for (const one of rows) takeItem(desk, one, 'taken-back');
      return putBeforeDraft(desk, row.conversation_id, audience, written);
    })
    .immediate();
  if (taken !== null) deriveConversations(files, [taken.conversationId]);
  return taken;
}

function withItsSend(desk: Database, row: OutboxRow): readonly OutboxRow[] {
  if (row.send_id === null) return [row];
  const text = `SELECT * FROM outbox INDEXED BY outbox_conversation
    WHERE conversation_id = ? AND send_id = ? ORDER BY position`;
  return sql<OutboxRow>(desk, text)
    .all(row.conversation_id, row.send_id)
    .filter((one) => one.client_id === row.client_id || notLeft.includes(one.state));
}

interface Written {
  readonly text: string;
  readonly files: readonly LocalFile[];
  readonly quotedId: number | null;
}

/** What the person had in the field when they sent it. */
function asDraft(rows: readonly OutboxRow[]): Written & { readonly audience: Audience } {
  const contents = rows.map((row) => {
    const content = contentOf(row.content);
    if (content.kind === 'reply' || content.kind === 'note') return content;
    throw new StoreError('logic', `the text of a ${content.kind} cannot become a draft`);
  });
  const [quoting] = contents.flatMap((content) => (content.kind === 'reply' ? (content.quotedId ?? []) : []));
  return {
    audience: contents[0]?.kind === 'note' ? 'team' : 'customer',
    text: contents
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n\n'),
    files: contents.flatMap(({ file }) => file ?? []),
    quotedId: quoting ?? null,
  };
}
