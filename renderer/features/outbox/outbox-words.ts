import type { OutboxItem } from '../../../shared/contract/entities.ts';
import type { OutboxDecision } from '../../../shared/outbox/outbox-machine.ts';
import { plainReason } from '../../../shared/outbox/refusals.ts';
import { formatNear } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { failureWords } from '../thread/failure-words.ts';

export const stateIcons: Readonly<Record<OutboxItem['state'], IconName>> = {
  queued: 'clock',
  sending: 'arrow-up',
  accepted: 'check',
  handed: 'check',
  delivered: 'check-double',
  read: 'check-double',
  held: 'hand',
  'needs-template': 'lock',
  uncertain: 'question',
  failed: 'alert',
  conflict: 'swap',
};

/** What happened to it, in the words of the state table. */
export function stateWords({ state, mustLeaveBy, createdAt, problem }: OutboxItem, t: Translate): string {
  if (state === 'queued' && mustLeaveBy !== null) {
    return t('outbox.state.queuedUntil', { time: formatNear(mustLeaveBy, createdAt) });
  }
  if (state === 'held' && problem !== null) return t('outbox.state.heldWhy', { reason: failureWords(problem, t) });
  if (state === 'failed') return t('outbox.state.failed', { reason: failureWords(problem, t) });
  return t(`outbox.state.${state}`);
}

/** What it is: its text, or the change of the conversation. */
export function contentWords({ content }: OutboxItem, t: Translate): string {
  if (content.kind !== 'action') return content.text;
  const { action } = content;
  if (action.kind === 'set-status') return t(`outbox.actionText.${action.status}`);
  if (action.kind === 'mark-read') return t('outbox.actionText.mark-read');
  return t(action.assigneeId === null ? 'outbox.actionText.unassign' : 'outbox.actionText.assign');
}

export function decisionWords(item: OutboxItem, decision: OutboxDecision, t: Translate): string {
  switch (decision) {
    case 'cancel':
      return t('outbox.cancel');
    case 'discard':
      return t(item.state === 'conflict' ? 'outbox.keepTheirs' : 'outbox.discard');
    case 'send-again':
      if (item.state === 'conflict') return t('outbox.applyMine');
      return t(item.state === 'held' ? 'outbox.sendAnyway' : 'outbox.sendAgain');
    case 'make-note':
      return t('outbox.makeNote');
  }
}

/** WhatsApp refused free text because of the window, or we parked it for the same reason: a template is the way out. */
export function offersTemplate({ content, state, problem }: OutboxItem): boolean {
  if (content.kind !== 'reply') return false;
  return state === 'needs-template' || (state === 'failed' && plainReason(problem?.code ?? null).closesWindow);
}

/** States in which nothing goes on without a person. */
export function needsPerson({ state }: OutboxItem): boolean {
  return (
    state === 'needs-template' ||
    state === 'failed' ||
    state === 'held' ||
    state === 'uncertain' ||
    state === 'conflict'
  );
}
