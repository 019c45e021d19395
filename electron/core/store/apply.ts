/** Takes one batch of server data in: merge, derive, and move the outbox items whose messages came back. */
import type { Database } from 'better-sqlite3';
import type { Contact } from '../../../shared/contract/entities.ts';
import { deriveConversations } from './derive.ts';
import { mergeConversation } from './merge.ts';
import { rememberContact } from './queries/contacts.ts';
import { applyMention } from './queries/mentions.ts';
import { applyContiguous, forgetOlderRuns } from './queries/message-runs.ts';
import { applyMessage } from './queries/messages.ts';
import { isTemplateItem, matchOutbox } from './queries/outbox-match.ts';
import { applyReference, rememberPeople } from './queries/reference.ts';
import { readServerRow, writeServerRow } from './queries/server-rows.ts';
import { setSyncValues } from './queries/sync-values.ts';
import type { Applied, CacheBatch, ConversationPatch, MessagePatch } from './records.ts';
import { sql } from './sql.ts';
import type { Files } from './sql.ts';

/** The cache commits first, then the desk: after a crash in between, opening matches the outbox again. */
export function applyBatch(files: Files, batch: CacheBatch): Applied {
  const { conversations, messages } = files.cache.transaction(() => applyToCache(files, batch))();
  const moved = matchOutbox(files, batch.messages ?? []);
  const derivedAgain = deriveConversations(files, moved);
  return {
    conversations: [...new Set([...conversations, ...derivedAgain])],
    messages: [...messages],
    outbox: [...moved],
  };
}

function applyToCache(files: Files, batch: CacheBatch): { conversations: Set<number>; messages: Set<number> } {
  const { cache } = files;
  const changed = new Set<number>();
  const messages = new Set<number>();
  const touched = new Set(applyReference(cache, batch).flatMap((id) => conversationsOfChannel(cache, id)));
  for (const id of touched) changed.add(id);
  for (const patch of batch.conversations ?? []) {
    touched.add(patch.id);
    if (applyConversation(cache, patch)) changed.add(patch.id);
  }
  // In the order of ids: out of order, the search index would write a new segment for each message.
  for (const patch of (batch.messages ?? []).toSorted((a, b) => a.id - b.id)) {
    if (!applyMessage(cache, withOwnKnowledge(files, patch))) continue;
    touched.add(patch.conversationId);
    messages.add(patch.conversationId);
  }
  for (const claim of batch.contiguous ?? []) {
    touched.add(claim.conversationId);
    if (applyContiguous(cache, claim)) messages.add(claim.conversationId);
  }
  for (const contact of batch.contacts ?? []) {
    for (const id of applyContact(cache, contact)) changed.add(id);
  }
  for (const { conversationId, at } of batch.mentioned ?? []) {
    if (applyMention(cache, conversationId, at)) touched.add(conversationId);
  }
  for (const id of deriveConversations(files, touched)) changed.add(id);
  for (const id of batch.removed ?? []) {
    if (removeConversation(cache, id)) changed.add(id);
  }
  if (batch.sync !== undefined) setSyncValues(cache, batch.sync);
  return { conversations: changed, messages };
}

function conversationsOfChannel(cache: Database, channelId: number): number[] {
  const text = 'SELECT id FROM conversation INDEXED BY conversation_channel WHERE channel_id = ?';
  return sql<{ id: number }>(cache, text)
    .all(channelId)
    .map(({ id }) => id);
}

function applyConversation(cache: Database, patch: ConversationPatch): boolean {
  rememberPeople(cache, patch);
  rememberContact(cache, patch);
  const stored = readServerRow(cache, patch.id);
  return writeServerRow(cache, stored, mergeConversation(stored, patch));
}

/** Answers the conversations of theirs that changed. */
function applyContact(cache: Database, contact: Contact): number[] {
  rememberContact(cache, { contact });
  const text = `SELECT id, channel_id AS channelId FROM conversation INDEXED BY conversation_contact WHERE contact_id = ?`;
  const theirs = sql<{ id: number; channelId: number }>(cache, text).all(contact.id);
  return theirs.filter((of) => applyConversation(cache, { ...of, contact })).map(({ id }) => id);
}

/** REST does not tell whether a message was a template; our own outbox knows it of our own. */
function withOwnKnowledge({ desk }: Files, patch: MessagePatch): MessagePatch {
  const { clientId } = patch;
  if (clientId === undefined || clientId === null || patch.isTemplate === true) return patch;
  return isTemplateItem(desk, clientId) ? { ...patch, isTemplate: true } : patch;
}

/** Opening events stay, and so does everything in the desk file: the agent's own text is not the server's to delete. */
function removeConversation(cache: Database, id: number): boolean {
  sql(cache, 'DELETE FROM message WHERE conversation_id = ?').run(id);
  forgetOlderRuns(cache, id);
  return sql(cache, 'DELETE FROM conversation WHERE id = ?').run(id).changes > 0;
}
