/** Real files in a temporary folder, and short makers of server data. */
import BetterSqlite3 from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { z } from 'zod';
import { Draft, type ConversationFilter } from '../../../shared/contract/entities.ts';
import { OutboxContent, type ConversationAction } from '../../../shared/contract/outbox.ts';
import type { NewOutboxItem } from '../../../electron/core/store/call-types.ts';
import { migrate, type Migration } from '../../../electron/core/store/migrate.ts';
import { cacheSteps } from '../../../electron/core/store/migrations/cache/steps.ts';
import { deskSteps } from '../../../electron/core/store/migrations/desk/steps.ts';
import { closeFiles, openFiles } from '../../../electron/core/store/open.ts';
import type { ChannelRecord, ConversationPatch, MessagePatch } from '../../../electron/core/store/records.ts';
import type { Files } from '../../../electron/core/store/sql.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
/** Noon of some day, server time. */
export const noon = Date.UTC(2026, 0, 14, 12, 0, 0);

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function openForTest(folder = temporaryFolder()): Files {
  const files = openFiles(folder, () => undefined);
  onTestFinished(() => {
    if (files.desk.open) closeFiles(files);
  });
  return files;
}

/** Without a disk, for properties that open many: copies of two files that were made once. */
export function openInMemory(): Files {
  const [cache, desk] = (emptyFiles ??= [migrated(cacheSteps), migrated(deskSteps)]);
  return { cache: new BetterSqlite3(cache), desk: new BetterSqlite3(desk), repaired: null };
}

let emptyFiles: readonly [Buffer, Buffer] | null = null;

function migrated(steps: readonly Migration[]): Buffer {
  const db = new BetterSqlite3(':memory:');
  migrate(db, steps);
  const bytes = db.serialize();
  db.close();
  return bytes;
}

export const whatsapp: ChannelRecord = {
  id: 1,
  name: 'Support',
  kind: 'whatsapp',
  phoneNumber: '+15550100',
  windowMs: day,
  capabilities: { templates: true, groups: false, calls: false },
};

export function conversation(id: number, more: Partial<ConversationPatch> = {}): ConversationPatch {
  return {
    id,
    channelId: 1,
    contact: { id: 500 + id, name: `Customer ${id}`, phoneNumber: null, avatarUrl: null },
    status: 'open',
    snoozedUntil: null,
    assignee: null,
    team: null,
    labels: [],
    priority: null,
    unread: 0,
    lastActivityAt: noon,
    updatedAt: noon,
    ...more,
  };
}

export function incoming(
  conversationId: number,
  id: number,
  at: number,
  more: Partial<MessagePatch> = {},
): MessagePatch {
  return { id, conversationId, kind: 'incoming', text: `message ${id}`, createdAt: at, ...more };
}

export function outgoing(
  conversationId: number,
  id: number,
  at: number,
  more: Partial<MessagePatch> = {},
): MessagePatch {
  return { id, conversationId, kind: 'outgoing', text: `answer ${id}`, createdAt: at, status: 'sent', ...more };
}

/** A valid client id that is easy to tell apart. */
export function clientId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export const draft = (words: z.input<typeof Draft>): Draft => Draft.parse(words);

export function item(number: number, conversationId: number, content: z.input<typeof OutboxContent>): NewOutboxItem {
  return {
    clientId: clientId(number),
    conversationId,
    content: OutboxContent.parse(content),
    createdAt: noon,
    mustLeaveBy: null,
    leavesAt: null,
    baseMessageId: null,
    state: 'queued',
  };
}

export function action(number: number, conversationId: number, change: ConversationAction): NewOutboxItem {
  return item(number, conversationId, { kind: 'action', action: change });
}

export const look = { meId: 7, nowMs: noon, closingWithinMs: 4 * hour };

/** A filter that everything passes. */
export const anything: ConversationFilter = { channelId: null, teamId: null, label: null, assigneeId: null, text: '' };
