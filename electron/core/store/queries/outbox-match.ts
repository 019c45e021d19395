/** Outbox items follow the message they became: found by client id, moved by the outbox machine. */
import type { Database } from 'better-sqlite3';
import { parseFailure, plainReason } from '../../../../shared/outbox/refusals.ts';
import { isSettled, outboxStep } from '../../../../shared/outbox/outbox-machine.ts';
import type { OutboxEvent } from '../../../../shared/outbox/outbox-machine.ts';
import type { OutboxState } from '../../../../shared/contract/outbox.ts';
import type { MessagePatch } from '../records.ts';
import type { MessageRow, OutboxRow } from '../row-types.ts';
import { failureOf } from '../rows.ts';
import { sql } from '../sql.ts';
import type { Files } from '../sql.ts';
import { messageByClientId } from './messages.ts';

const byClientIdText = 'SELECT * FROM outbox WHERE client_id = ?';

export function isTemplateItem(desk: Database, clientId: string): boolean {
  return sql<OutboxRow>(desk, byClientIdText).get(clientId)?.kind === 'template';
}

/** Moves the items of these messages, as they are stored now. Answers the conversations in which something moved. */
export function matchOutbox(files: Files, messages: readonly MessagePatch[]): Set<number> {
  // The stored client id, because not every shape repeats it.
  const text = 'SELECT client_id FROM message WHERE conversation_id = ? AND id = ? AND client_id IS NOT NULL';
  const stored = sql<{ client_id: string }>(files.cache, text);
  const clientIds = new Set<string>();
  for (const { conversationId, id } of messages) {
    const clientId = stored.get(conversationId, id)?.client_id;
    if (clientId !== undefined) clientIds.add(clientId);
  }
  const rows = [...clientIds].map((clientId) => sql<OutboxRow>(files.desk, byClientIdText).get(clientId));
  return moveAll(
    files,
    rows.filter((row) => row !== undefined),
  );
}

/** All that may have been missed by a crash between the commits of the two files. */
export function matchAllOutbox(files: Files): Set<number> {
  const waiting = sql<OutboxRow>(
    files.desk,
    'SELECT * FROM outbox INDEXED BY outbox_unsettled WHERE settled = 0',
  ).all();
  const text = "SELECT * FROM outbox INDEXED BY outbox_under_way WHERE state IN ('accepted', 'handed')";
  return moveAll(files, [...waiting, ...sql<OutboxRow>(files.desk, text).all()]);
}

function moveAll(files: Files, rows: readonly OutboxRow[]): Set<number> {
  if (rows.length === 0) return new Set();
  return files.desk.transaction(
    () => new Set(rows.filter((row) => moveOne(files, row)).map((r) => r.conversation_id)),
  )();
}

function moveOne({ cache, desk }: Files, row: OutboxRow): boolean {
  const message = row.kind === 'action' ? null : messageByClientId(cache, row.client_id);
  if (message === null) return false;
  const state = followMessage(row, message);
  if (state === row.state && row.server_id === message.id && row.arrived === 1) return false;
  const refused = state === 'failed' || (state === 'needs-template' && state !== row.state);
  const problem = refused ? JSON.stringify({ kind: 'refused', ...failureOf(message.failure ?? '') }) : row.problem;
  const text = `UPDATE outbox SET state = @state, settled = @settled, server_id = @serverId, arrived = 1,
    problem = @problem WHERE client_id = @clientId`;
  sql(desk, text).run({
    state,
    settled: isSettled(state) ? 1 : 0,
    serverId: message.id,
    problem: isSettled(state) ? null : problem,
    clientId: row.client_id,
  });
  return true;
}

/**
 * The state after everything the message tells; what the machine refuses changes nothing. An item that was parked after
 * its message had arrived (refused late, now waiting for a template) is not moved by hearing of that message again,
 * unless the customer has it after all.
 */
function followMessage(row: OutboxRow, message: MessageRow): OutboxState {
  const parked = row.arrived === 1 && !isSettled(row.state) && row.state !== 'failed';
  if (parked && message.status !== 'delivered' && message.status !== 'read') return row.state;
  let state = row.state;
  for (const event of eventsOf(row.state, message)) {
    const outcome = outboxStep(row.kind, state, event);
    if (outcome.type === 'next') state = outcome.state;
  }
  return state;
}

function eventsOf(state: OutboxState, message: MessageRow): OutboxEvent[] {
  const events: OutboxEvent[] = [{ type: state === 'sending' ? 'accepted' : 'found' }];
  if (message.source_id !== null) events.push({ type: 'handed' });
  if (message.status === 'delivered' || message.status === 'read') events.push({ type: 'delivered' });
  if (message.status === 'read') events.push({ type: 'read' });
  if (message.status === 'failed') {
    const { closesWindow } = plainReason(parseFailure(message.failure ?? ''));
    events.push({ type: 'failed' }, ...(closesWindow ? [{ type: 'window-refused' } as const] : []));
  }
  return events;
}
