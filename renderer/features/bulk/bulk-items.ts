import type { Conversation, Priority } from '../../../shared/contract/entities.ts';
import type { ConversationAction } from '../../../shared/contract/outbox.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import type { AppState } from '../../state/store.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { BulkKind } from './bulk-kinds.ts';

/** One change that can be chosen. */
export interface BulkOption {
  readonly key: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly detail?: string;
  readonly action: ConversationAction;
}

export interface BulkOptionParts {
  readonly t: Translate;
  readonly directory: AppState['directory'];
  /** Of the signed-in agent; null: not known yet. */
  readonly meId: number | null;
  /** The conversations to be changed. */
  readonly targets: readonly Conversation[];
}

/** Everything of one kind. Snooze has moments instead (features/snooze). */
export function bulkOptions(kind: Exclude<BulkKind, 'snooze'>, parts: BulkOptionParts): readonly BulkOption[] {
  switch (kind) {
    case 'assign':
      return assignOptions(parts);
    case 'team':
      return teamOptions(parts);
    case 'status':
      return statusOptions(parts);
    case 'label':
      return labelOptions(parts);
    case 'priority':
      return priorityOptions(parts);
    case 'read':
      return [
        { key: 'read', label: parts.t('bulk.option.read'), action: { kind: 'mark-read' } },
        { key: 'unread', label: parts.t('bulk.option.unread'), action: { kind: 'mark-unread' } },
      ];
    case 'macro':
      return macroOptions(parts);
  }
}

function assignOptions({ t, directory, meId }: BulkOptionParts): readonly BulkOption[] {
  const mine = directory.agents.filter(({ id }) => id === meId);
  const others = directory.agents.filter(({ id }) => id !== meId);
  const option = (agent: { readonly id: number; readonly name: string }): BulkOption => ({
    key: `agent-${agent.id}`,
    icon: 'user',
    label: agent.id === meId ? t('bulk.option.me', { name: agent.name }) : agent.name,
    action: { kind: 'assign', assigneeId: agent.id },
  });
  const nobody: BulkOption = {
    key: 'nobody',
    icon: 'user-none',
    label: t('bulk.option.nobody'),
    action: { kind: 'assign', assigneeId: null },
  };
  return [...mine.map(option), ...others.map(option), nobody];
}

function teamOptions({ t, directory }: BulkOptionParts): readonly BulkOption[] {
  const teams = directory.teams.map(({ id, name }): BulkOption => ({
    key: `team-${id}`,
    label: name,
    action: { kind: 'assign-team', teamId: id },
  }));
  return [...teams, { key: 'none', label: t('bulk.option.noTeam'), action: { kind: 'assign-team', teamId: null } }];
}

function statusOptions({ t }: BulkOptionParts): readonly BulkOption[] {
  return (['resolved', 'open', 'pending'] as const).map((status) => ({
    key: status,
    label: t(`status.${status}`),
    action: { kind: 'set-status', status, snoozedUntil: null },
  }));
}

/** Every label can be added; only one that some of them carry can be taken off. */
function labelOptions({ t, directory, targets }: BulkOptionParts): readonly BulkOption[] {
  const add = directory.labels.map(({ title }): BulkOption => ({
    key: `add-${title}`,
    icon: 'tag',
    label: t('bulk.option.addLabel', { label: title }),
    action: { kind: 'change-labels', add: [title], remove: [] },
  }));
  const carried = [...new Set(targets.flatMap(({ labels }) => labels))].toSorted((a, b) => a.localeCompare(b));
  const remove = carried.map((title): BulkOption => ({
    key: `remove-${title}`,
    icon: 'close',
    label: t('bulk.option.removeLabel', { label: title }),
    action: { kind: 'change-labels', add: [], remove: [title] },
  }));
  return [...add, ...remove];
}

const priorities: readonly Priority[] = ['urgent', 'high', 'medium', 'low'];

function priorityOptions({ t }: BulkOptionParts): readonly BulkOption[] {
  const all = priorities.map((priority): BulkOption => ({
    key: priority,
    label: t(`priority.${priority}`),
    action: { kind: 'set-priority', priority },
  }));
  return [
    ...all,
    { key: 'none', label: t('bulk.option.noPriority'), action: { kind: 'set-priority', priority: null } },
  ];
}

function macroOptions({ t, directory }: BulkOptionParts): readonly BulkOption[] {
  return directory.macros.map(({ id, name, writesToCustomer }) => ({
    key: `macro-${id}`,
    icon: 'bolt',
    label: name,
    ...(writesToCustomer ? { detail: t('bulk.option.macroWrites') } : {}),
    action: { kind: 'run-macro', macroId: id, name },
  }));
}
