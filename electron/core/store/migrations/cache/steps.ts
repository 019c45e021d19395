import type { Migration } from '../../migrate.ts';
import { start } from './0010-start.ts';
import { shownFields } from './0020-shown-fields.ts';

/** In order. Versions go in tens, so that a later fix can go between two of them. */
export const cacheSteps: readonly Migration[] = [start, shownFields];
