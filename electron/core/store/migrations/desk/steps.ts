import type { Migration } from '../../migrate.ts';
import { start } from './0010-start.ts';
import { outboxGuards } from './0020-outbox-guards.ts';

/** In order. Versions go in tens, so that a later fix can go between two of them. */
export const deskSteps: readonly Migration[] = [start, outboxGuards];
