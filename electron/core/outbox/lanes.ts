/**
 * What may be on its way at the same time. Within a lane one follows the other: messages for the customer, because the
 * server hands them to WhatsApp from a concurrent queue, and actions. Notes wait for nothing. Pure.
 */
import type { ConversationAction } from '../../../shared/contract/outbox.ts';
import { isVisibleToCustomer, kindOf } from '../../../shared/outbox/outbox-machine.ts';
import type { OutboxRecord } from '../store/call-types.ts';

export function messageLane(conversationId: number): string {
  return `message ${conversationId}`;
}

/** It waits while any of these is taken. */
export function lanesOf(item: OutboxRecord): readonly string[] {
  const { content, conversationId } = item;
  if (content.kind === 'action') return [actionLane(conversationId), fieldLane(conversationId, content.action)];
  return isVisibleToCustomer(content.kind) ? [messageLane(conversationId)] : [];
}

/**
 * What has to wait for it. An action that is refused again and again keeps back only what changes the same thing: the
 * order of two different ones matters less than that the second one happens at all.
 */
export function lanesTakenBy(item: OutboxRecord, isFailing: boolean): readonly string[] {
  const { content, conversationId, state } = item;
  // Nobody knows whether it ran, and nobody will: only a person can say what comes of it.
  const isOpenEnd = state === 'uncertain' && kindOf(content) === 'macro';
  if (isOpenEnd || (state !== 'queued' && state !== 'sending' && state !== 'uncertain')) return [];
  if (content.kind === 'action' && isFailing) return [fieldLane(conversationId, content.action)];
  return lanesOf(item);
}

function actionLane(conversationId: number): string {
  return `action ${conversationId}`;
}

function fieldLane(conversationId: number, { kind }: ConversationAction): string {
  const field = kind === 'mark-read' || kind === 'mark-unread' ? 'read' : kind;
  return `${actionLane(conversationId)} ${field}`;
}
