import type { View } from '../../../shared/contract/entities.ts';
import type { IconName } from '../../ui/icon.tsx';

/** In the order of the rail. */
export const views: readonly View[] = [
  'open',
  'mine',
  'unassigned',
  'mentions',
  'closing',
  'snoozed',
  'drafts',
  'resolved',
];

export const viewIcons: Readonly<Record<View, IconName>> = {
  open: 'inbox',
  mine: 'user',
  unassigned: 'user-none',
  mentions: 'at',
  closing: 'hourglass',
  snoozed: 'snooze',
  drafts: 'pencil',
  resolved: 'check-circle',
};
