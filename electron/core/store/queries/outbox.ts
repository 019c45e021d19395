/** The outbox: everything that must still reach the server, each change one transaction of the desk file. */
import type { Database } from 'better-sqlite3';
import type { Draft } from '../../../../shared/contract/entities.ts';
import { isSettled } from '../../../../shared/outbox/outbox-machine.ts';
import type { OutboxItem, OutboxState } from '../../../../shared/contract/outbox.ts';
import { must } from '../../../../shared/lang/assert.ts';
import type {
  AddOutbox,
  AddSend,
  MakeNote,
  NewOutboxItem,
  OutboxRecord,
  RemoveOutbox,
  UpdateOutbox,
} from '../call-types.ts';
import { deriveConversations } from '../derive.ts';
import { StoreError } from '../protocol.ts';
import type { OutboxRow } from '../row-types.ts';
import { contentOf, outboxItemOf, outboxRecordOf } from '../rows.ts';
import { sql } from '../sql.ts';
import type { Files } from '../sql.ts';
import { acceptAction } from './accept-action.ts';
import { baseValueOf, rebaseLaterActions } from './conflicts.ts';
import { clearDraft, clearTemplateDraft, keepTemplateDraft } from './drafts.ts';
import { keepOutboxItem, wasRemoved } from './history.ts';

export const dueText = 'SELECT * FROM outbox INDEXED BY outbox_unsettled WHERE settled = 0 ORDER BY position';

/** Calling again with the same client id answers the item that is there and changes nothing. */
export function addOutbox(files: Files, { item, ...rest }: AddOutbox): OutboxItem {
  return must(addSend(files, { items: [item], ...rest })[0], 'one item was added');
}

/** All in one transaction. Calling again with the same client ids answers what is left of them and changes nothing. */
export function addSend(files: Files, { items, discard, clearDraft: audience }: AddSend): OutboxItem[] {
  const { desk } = files;
  const [first] = items;
  if (first === undefined) return [];
  const { conversationId } = first;
  const rows = desk
    .transaction((): OutboxRow[] => {
      const existing = items.map(({ clientId }) => rowOf(desk, clientId)).filter((row) => row !== null);
      if (existing.length > 0) return existing;
      const sendId = items.length > 1 ? first.clientId : null;
      const added = items.map((item) => insert(files, item, sendId));
      if (discard !== undefined) discardParked(desk, discard);
      for (const { content } of items)
        if (content.kind === 'template') clearTemplateDraft(desk, conversationId, content);
      if (audience !== undefined) clearDraft(desk, conversationId, audience, sentBy(items));
      return added;
    })
    .immediate();
  deriveConversations(files, [conversationId]);
  return rows.map(outboxItemOf);
}

function insert({ desk, cache }: Files, item: NewOutboxItem, sendId: string | null): OutboxRow {
  // A call repeated after the person took the item back must not bring it to life again.
  if (wasRemoved(desk, item.clientId)) throw new StoreError('logic', `outbox item ${item.clientId} was removed`);
  const text = `INSERT INTO outbox
    (client_id, conversation_id, kind, content, state, settled, created_at, must_leave_by, leaves_at, base_message_id,
      seen_message_id, base_value, send_id)
    VALUES (@clientId, @conversationId, @kind, @content, @state, @settled, @createdAt, @mustLeaveBy, @leavesAt,
      @baseMessageId, @baseMessageId, @baseValue, @sendId)`;
  sql(desk, text).run({
    clientId: item.clientId,
    conversationId: item.conversationId,
    kind: item.content.kind,
    content: JSON.stringify(item.content),
    state: item.state,
    settled: isSettled(item.state) ? 1 : 0,
    createdAt: item.createdAt,
    mustLeaveBy: item.mustLeaveBy,
    leavesAt: item.leavesAt,
    baseMessageId: item.baseMessageId,
    baseValue: baseValueOf(cache, item.conversationId, item.content),
    sendId,
  });
  return must(rowOf(desk, item.clientId), 'it was just written');
}

/** Not what is on its way: its outcome still has to be shown. */
function discardParked(desk: Database, clientId: string): void {
  const row = rowOf(desk, clientId);
  if (row === null || row.state === 'sending' || row.settled === 1) return;
  takeItem(desk, row, 'discarded');
}

/** The item goes; what it held stays in the history for a while, the values of a template with its draft (law 3). */
export function takeItem(desk: Database, row: OutboxRow, reason: string): void {
  keepOutboxItem(desk, row, reason);
  const content = contentOf(row.content);
  if (content.kind === 'template') keepTemplateDraft(desk, row.conversation_id, content);
  sql(desk, 'DELETE FROM outbox WHERE client_id = ?').run(row.client_id);
}

function sentBy(items: readonly NewOutboxItem[]): Pick<Draft, 'text' | 'files'> {
  const contents = items.flatMap(({ content }) => (content.kind === 'action' ? [] : content));
  return {
    text: contents.map(({ text }) => text).join('\n'),
    files: contents.flatMap((content) => (content.kind === 'template' ? [] : (content.file ?? []))),
  };
}

export function getOutbox(desk: Database, clientId: string): OutboxRecord | null {
  const row = rowOf(desk, clientId);
  return row === null ? null : outboxRecordOf(row);
}

/** Not settled, settled with its message not in the cache yet, or settled and taking unusually long; oldest first. */
export function listOutbox(desk: Database, conversationId: number | null): OutboxItem[] {
  const arriving = `SELECT * FROM outbox INDEXED BY outbox_not_arrived
    WHERE settled = 1 AND arrived = 0 AND kind <> 'action' ORDER BY position`;
  const stuck = `SELECT * FROM outbox INDEXED BY outbox_under_way
    WHERE state IN ('accepted', 'handed') AND arrived = 1 AND problem IS NOT NULL ORDER BY position`;
  const inConversation = `SELECT * FROM outbox INDEXED BY outbox_conversation WHERE conversation_id = ?
    AND (settled = 0 OR (arrived = 0 AND kind <> 'action') OR problem IS NOT NULL) ORDER BY position`;
  const rows =
    conversationId === null
      ? [dueText, arriving, stuck].flatMap((text) => sql<OutboxRow>(desk, text).all())
      : sql<OutboxRow>(desk, inConversation).all(conversationId);
  return rows.toSorted((a, b) => a.position - b.position).map(outboxItemOf);
}

/** Everything not settled, in the order of sending. */
export function dueOutbox(desk: Database): OutboxRecord[] {
  return sql<OutboxRow>(desk, dueText).all().map(outboxRecordOf);
}

/** Missing keys stay as they are. Null: no such item, or it is in none of the states of `onlyFrom`. */
export function updateOutbox(files: Files, update: UpdateOutbox): OutboxRecord | null {
  const { desk } = files;
  const before = rowOf(desk, update.clientId);
  if (before === null || !allowed(before, update.onlyFrom)) return null;
  const state = nextState(before, update);
  // The cache first: a crash before the desk's commit leaves the action pending, which shows the same.
  if (before.kind === 'action' && state === 'accepted' && before.state !== 'accepted') {
    acceptAction(files.cache, before);
    rebaseLaterActions(files, before);
  }
  const clientId = update.newClientId ?? before.client_id;
  const text = `UPDATE outbox SET client_id = @newClientId, state = @state, settled = @settled, server_id = @serverId,
    attempts = @attempts, upload_id = @uploadId, problem = @problem, settle_step = @settleStep,
    must_leave_by = @mustLeaveBy, leaves_at = @leavesAt, seen_message_id = @seenMessageId, base_value = @baseValue,
    arrived = @arrived WHERE client_id = @clientId`;
  sql(desk, text).run({
    clientId: before.client_id,
    newClientId: clientId,
    state,
    settled: isSettled(state) ? 1 : 0,
    arrived: update.newClientId === undefined ? before.arrived : 0,
    serverId: or(update.serverId, before.server_id),
    attempts: update.attempts ?? before.attempts,
    uploadId: update.uploadId === undefined ? before.upload_id : update.uploadId,
    problem: problemText(update.problem, before.problem),
    settleStep: update.settleStep ?? before.settle_step,
    mustLeaveBy: or(update.mustLeaveBy, before.must_leave_by),
    leavesAt: or(update.leavesAt, before.leaves_at),
    seenMessageId: or(update.seenMessageId, before.seen_message_id),
    baseValue:
      update.rebase === true
        ? baseValueOf(files.cache, before.conversation_id, contentOf(before.content))
        : before.base_value,
  });
  deriveConversations(files, [before.conversation_id]);
  return getOutbox(desk, clientId);
}

function or(told: number | null | undefined, stored: number | null): number | null {
  return told === undefined ? stored : told;
}

function problemText(told: OutboxItem['problem'] | undefined, stored: string | null): string | null {
  if (told === undefined) return stored;
  return told === null ? null : JSON.stringify(told);
}

const progress: Readonly<Partial<Record<OutboxState, number>>> = { accepted: 1, handed: 2, delivered: 3, read: 4 };

/**
 * The message may come back by the live connection before the answer to its own request does. What it told by then is
 * further than "accepted" or "no answer" and must not be undone.
 */
function nextState(before: OutboxRow, { state, newClientId }: UpdateOutbox): OutboxState {
  if (newClientId !== undefined) return state;
  const reached = progress[before.state] ?? 0;
  const asked = progress[state] ?? 0;
  const refusedLate = before.state === 'failed' || before.state === 'needs-template';
  if (before.arrived === 1 && refusedLate && asked > 0) return before.state;
  const lateVerdict = state === 'failed' || state === 'needs-template' || state === 'conflict';
  return reached > asked && !lateVerdict ? before.state : state;
}

/** The text stays in the history for a while (law 3). */
export function removeOutbox(files: Files, { clientId, reason, onlyFrom }: RemoveOutbox): OutboxItem | null {
  const { desk } = files;
  const row = rowOf(desk, clientId);
  if (row === null || !allowed(row, onlyFrom)) return null;
  desk.transaction(() => takeItem(desk, row, reason)).immediate();
  deriveConversations(files, [row.conversation_id]);
  return outboxItemOf(row);
}

/** The text changes its audience because a person said so, as a new item with a new client id. */
export function replaceWithNote(files: Files, { clientId, newClientId, now, onlyFrom }: MakeNote): OutboxItem | null {
  const { desk } = files;
  const note = desk
    .transaction((): OutboxRow | null => {
      const existing = rowOf(desk, newClientId);
      if (existing !== null) return existing;
      const row = rowOf(desk, clientId);
      if (row === null || !allowed(row, onlyFrom)) return null;
      const content = contentOf(row.content);
      if (content.kind === 'action') throw new StoreError('logic', 'an action has no text to make a note of');
      takeItem(desk, row, 'made-note');
      const file = content.kind === 'template' ? null : content.file;
      const item: NewOutboxItem = {
        clientId: newClientId,
        conversationId: row.conversation_id,
        content: { kind: 'note', text: content.text, file },
        createdAt: now,
        mustLeaveBy: null,
        leavesAt: null,
        baseMessageId: row.base_message_id,
        state: 'queued',
      };
      return insert(files, item, null);
    })
    .immediate();
  if (note === null) return null;
  deriveConversations(files, [note.conversation_id]);
  return outboxItemOf(note);
}

function allowed(row: OutboxRow, onlyFrom: readonly OutboxState[] | undefined): boolean {
  return onlyFrom === undefined || onlyFrom.includes(row.state);
}

function rowOf(desk: Database, clientId: string): OutboxRow | null {
  return sql<OutboxRow>(desk, 'SELECT * FROM outbox WHERE client_id = ?').get(clientId) ?? null;
}
