import type { ConversationAction, OutboxItem } from '../../../shared/contract/outbox.ts';
import type { ConversationStatus } from '../../../shared/contract/entities.ts';
import type { OutboxDecision } from '../../../shared/outbox/outbox-machine.ts';
import { plainReason } from '../../../shared/outbox/refusals.ts';
import { formatNear } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import type { AppState } from '../../state/store.ts';
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
export function stateWords(item: OutboxItem, t: Translate): string {
  const { state, mustLeaveBy, createdAt, content, problem } = item;
  if (problem?.kind === 'retrying') return t('outbox.state.retrying', { tries: problem.tries });
  if (problem?.kind === 'not-handed-over') return t('outbox.state.notHandedOver');
  if (state === 'failed' && problem?.kind === 'file') return t(`outbox.state.file.${problem.why}`);
  if (state === 'queued' && mustLeaveBy !== null) {
    return t('outbox.state.queuedUntil', { time: formatNear(mustLeaveBy, createdAt) });
  }
  if (state === 'held') return heldWords(item, t);
  if (state === 'conflict') return conflictWords(item, t);
  if (state === 'failed') {
    const reason = failureWords(refusalOf(item), t);
    return t(content.kind === 'action' ? 'outbox.state.actionFailed' : 'outbox.state.failed', { reason });
  }
  return t(`outbox.state.${state}`);
}

function heldWords({ problem }: OutboxItem, t: Translate): string {
  if (problem?.kind === 'someone-wrote') {
    const name = problem.name === '' ? t('outbox.somebody') : problem.name;
    return t(`outbox.state.held.${problem.who}`, { name });
  }
  if (problem?.kind === 'window-closed') return t('outbox.state.held.window');
  if (problem?.kind === 'refused') return t('outbox.state.heldWhy', { reason: failureWords(problem, t) });
  return t('outbox.state.held');
}

function conflictWords({ content, problem }: OutboxItem, t: Translate): string {
  if (problem?.kind !== 'changed-meanwhile' || content.kind !== 'action') return t('outbox.state.conflict');
  const now = nowWords(content.action, problem.now, t);
  return problem.by === null
    ? t('outbox.conflict.someone', { now })
    : t('outbox.conflict.by', { name: problem.by, now });
}

const statuses: readonly string[] = ['open', 'resolved', 'pending', 'snoozed'] satisfies ConversationStatus[];

/** The server's word for how it is now, as the end of a sentence. */
function nowWords({ kind }: ConversationAction, now: string, t: Translate): string {
  if (kind === 'mark-read' || kind === 'mark-unread' || kind === 'run-macro') return now;
  if (now === '') return t(`outbox.now.${kind}.none`);
  const known = kind === 'set-status' && statuses.includes(now);
  return t(`outbox.now.${kind}`, { now: known ? t(`status.${now as ConversationStatus}`).toLowerCase() : now });
}

/** The refusal of a failed one, by WhatsApp or the server; null: there is none. */
export function refusalOf({ problem }: OutboxItem): { readonly code: number | null; readonly text: string } | null {
  return problem?.kind === 'refused' ? problem : null;
}

/** What it is: its text, or the change of the conversation. */
export function contentWords({ content }: OutboxItem, directory: AppState['directory'], t: Translate): string {
  if (content.kind === 'action') return actionWords(content.action, directory, t);
  if (content.kind === 'template' || content.file === null) return content.text;
  const { name } = content.file;
  return content.text === '' ? name : t('outbox.file', { name, text: content.text });
}

/** Who gets it. */
export function audienceWords({ content }: OutboxItem, t: Translate): string {
  switch (content.kind) {
    case 'reply':
      return t('outbox.toCustomer');
    case 'template':
      return `${t('outbox.toCustomer')} · ${t('outbox.template')}`;
    case 'note':
      return t('outbox.toTeam');
    case 'action':
      return t('outbox.change');
  }
}

export function actionWords(action: ConversationAction, directory: AppState['directory'], t: Translate): string {
  switch (action.kind) {
    case 'set-status':
      return t(`outbox.actionText.${action.status}`);
    case 'mark-read':
    case 'mark-unread':
      return t(`outbox.actionText.${action.kind}`);
    case 'run-macro':
      return t('outbox.actionText.run-macro', { name: action.name });
    case 'assign': {
      if (action.assigneeId === null) return t('outbox.actionText.unassign');
      const name = directory.agents.find(({ id }) => id === action.assigneeId)?.name;
      return name === undefined ? t('outbox.actionText.assign') : t('outbox.actionText.assignTo', { name });
    }
    case 'assign-team': {
      if (action.teamId === null) return t('outbox.actionText.noTeam');
      const name = directory.teams.find(({ id }) => id === action.teamId)?.name;
      return name === undefined ? t('outbox.actionText.team') : t('outbox.actionText.teamTo', { name });
    }
    case 'set-priority':
      return action.priority === null
        ? t('outbox.actionText.noPriority')
        : t('outbox.actionText.priority', { priority: t(`priority.${action.priority}`) });
    case 'change-labels':
      return [
        ...action.add.map((label) => t('outbox.actionText.addLabel', { label })),
        ...action.remove.map((label) => t('outbox.actionText.removeLabel', { label })),
      ].join(' · ');
  }
}

export function decisionWords(item: OutboxItem, decision: OutboxDecision, t: Translate): string {
  switch (decision) {
    case 'cancel':
      return t('outbox.cancel');
    case 'discard':
      if (item.state === 'conflict') return t('outbox.keepTheirs');
      return t(item.content.kind === 'action' ? 'outbox.dismiss' : 'outbox.discard');
    case 'send-again':
      if (item.state === 'conflict') return t('outbox.applyMine');
      if (item.content.kind === 'action') return t('outbox.tryAgain');
      return t(item.state === 'held' ? 'outbox.sendAnyway' : 'outbox.sendAgain');
    case 'make-note':
      return t('outbox.makeNote');
  }
}

/** WhatsApp refused free text because of the window, or we parked it for the same reason: a template is the way out. */
export function offersTemplate(item: OutboxItem): boolean {
  if (item.content.kind !== 'reply') return false;
  return item.state === 'needs-template' || (item.state === 'failed' && closedTheWindow(item));
}

function closedTheWindow(item: OutboxItem): boolean {
  return plainReason(refusalOf(item)?.code ?? null).closesWindow;
}

/** It has not left, and it is a text of the agent's own: it can go back to its composer. */
export function canTakeBack({ content, state }: OutboxItem): boolean {
  if (content.kind === 'action') return false;
  // A template's words are WhatsApp's: while it waits it can be undone, later it is sent again or filled in anew.
  if (content.kind === 'template') return state === 'queued';
  return (
    state === 'queued' || state === 'held' || state === 'needs-template' || state === 'failed' || state === 'uncertain'
  );
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
