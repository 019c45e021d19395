import type { Migration } from '../../migrate.ts';
import { start } from './0010-start.ts';
import { shownFields } from './0020-shown-fields.ts';
import { attachments } from './0030-attachments.ts';
import { find } from './0040-find.ts';
import { serverSide } from './0050-server-side.ts';
import { attachmentOwners } from './0060-attachment-owners.ts';

/** In order. Versions go in tens, so that a later fix can go between two of them. */
export const cacheSteps: readonly Migration[] = [start, shownFields, attachments, find, serverSide, attachmentOwners];
