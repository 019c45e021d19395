/** What can be changed about several conversations at once, in the order of the bar. */
import type { IconName } from '../../ui/icon.tsx';

export type BulkKind = 'assign' | 'team' | 'status' | 'snooze' | 'label' | 'priority' | 'read' | 'macro';

export const bulkKinds: readonly BulkKind[] = [
  'assign',
  'team',
  'status',
  'snooze',
  'label',
  'priority',
  'read',
  'macro',
];

export const bulkIcons: Readonly<Record<BulkKind, IconName>> = {
  assign: 'user-add',
  team: 'users',
  status: 'check-circle',
  snooze: 'snooze',
  label: 'tag',
  priority: 'flag',
  read: 'mail',
  macro: 'bolt',
};
