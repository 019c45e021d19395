import type { Migration } from '../../migrate.ts';
import { start } from './0010-start.ts';
import { outboxGuards } from './0020-outbox-guards.ts';
import { files } from './0030-files.ts';
import { templateUses } from './0040-template-uses.ts';
import { keptFiles } from './0050-kept-files.ts';
import { templateDrafts } from './0060-template-drafts.ts';

/** In order. Versions go in tens, so that a later fix can go between two of them. */
export const deskSteps: readonly Migration[] = [start, outboxGuards, files, templateUses, keptFiles, templateDrafts];
