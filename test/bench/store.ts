/**
 * How fast the store answers with a large inbox. `--conversations 50000 --messages 500000 --seed 1`; with `--messages 1000000`
 * growth shows. Figures are this machine's; ratios to reading one row are what to compare. Judges nothing.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ConversationFilter, ConversationSort, View } from '../../shared/contract/entities.ts';
import { parseSearch } from '../../shared/search/query.ts';
import { calls } from '../../electron/core/store/calls.ts';
import { closeFiles, openFiles } from '../../electron/core/store/open.ts';
import type { Files } from '../../electron/core/store/sql.ts';
import { fill, now, type Filled, type Size } from './fill.ts';
import { measure, print, printHead, type Figures } from './measure.ts';

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '50000' },
    messages: { type: 'string', default: '500000' },
    seed: { type: 'string', default: '1' },
  },
});
const size: Size = {
  conversations: Number(values.conversations),
  messages: Number(values.messages),
  seed: Number(values.seed),
};
const look = { meId: 7, nowMs: now, closingWithinMs: 4 * 3_600_000 };
const anything: ConversationFilter = { channelId: null, teamId: null, label: null, assigneeId: null, text: '' };

const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
try {
  const files = openFiles(folder, () => undefined);
  process.stdout.write(`${size.conversations} conversations, ${size.messages} messages, seed ${size.seed}\n`);
  const filled = fill(files, size);
  const perSecond = Math.round(size.messages / (filled.tookMs / 1_000));
  files.cache.pragma('wal_checkpoint(TRUNCATE)');
  files.cache.exec('ANALYZE');
  const bytes = statSync(join(folder, 'cache.db')).size;
  process.stdout.write(`written in ${(filled.tookMs / 1_000).toFixed(1)} s (${perSecond} messages/s), `);
  process.stdout.write(`${(bytes / 1e6).toFixed(0)} MB, ${Math.round(bytes / size.messages)} bytes a message\n\n`);
  report(files, filled);
  closeFiles(files);
  const reopen = measure('open the files again', 5, () => closeFiles(openFiles(folder, () => undefined)));
  process.stdout.write(`\nopen and close: ${reopen.p50.toFixed(1)} ms\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(files: Files, filled: Filled): void {
  const oneRow = measure('one row by its key (baseline)', 2_000, (round) => {
    calls['conversation.get'](files, { id: 1 + (round % size.conversations) });
  });
  printHead();
  for (const figures of [
    oneRow,
    ...lists(files),
    ...threads(files),
    ...searches(files, filled),
    ...writes(files, filled),
  ]) {
    print(figures, oneRow);
  }
}

function lists(files: Files): Figures[] {
  const page = (name: string, view: View, sort: ConversationSort, filter: Partial<ConversationFilter> = {}): Figures =>
    measure(`list: ${name}`, 60, () => {
      const args = { ...look, view, sort, filter: { ...anything, ...filter }, after: null, limit: 50 };
      calls['conversation.page'](files, args);
    });
  return [
    page('open, by activity', 'open', 'activity'),
    page('open, closing first', 'open', 'closing'),
    page('open, waiting first', 'open', 'waiting'),
    page('mine', 'mine', 'activity'),
    page('closing, by activity', 'closing', 'activity'),
    page('common label', 'open', 'activity', { label: 'vip' }),
    page('rare label', 'open', 'activity', { label: 'rare' }),
    page('team, waiting first', 'open', 'waiting', { teamId: 2 }),
    page('name (two letters)', 'open', 'activity', { text: 'ka' }),
    page('name (rare)', 'open', 'activity', { text: 'quialestvor' }),
    page('digits of a number', 'open', 'activity', { text: '00042' }),
    page('label, team, agent and name', 'open', 'closing', { label: 'vip', teamId: 2, assigneeId: 3, text: 'ka' }),
    measure('all counts', 60, () => calls['conversation.counts'](files, look)),
    measure('contacts: two letters', 60, () => calls['contact.search'](files, { text: 'lo', limit: 50 })),
  ];
}

function threads(files: Files): Figures[] {
  const id = (round: number): number => 1 + ((round * 7_919) % size.conversations);
  return [
    measure('open a thread: conversation and 50 messages', 300, (round) => {
      calls['conversation.get'](files, { id: id(round) });
      calls['message.page'](files, { conversationId: id(round), before: null, limit: 50 });
      calls['outbox.list'](files, { conversationId: id(round) });
    }),
  ];
}

function searches(files: Files, { words, newestId }: Filled): Figures[] {
  const search = (name: string, text: string, before: number | null = null): Figures =>
    measure(`search: ${name}`, 60, () => {
      calls['message.search'](files, { search: parseSearch(text), beforeMs: null, meId: 7, before, limit: 20 });
    });
  return [
    search('common word', words.common),
    search('common word, a page far back', words.common, Math.floor(newestId / 2)),
    search('rather common word', words.middle),
    search('rare word', words.rare),
    search('two letters', words.common.slice(0, 2)),
    search('two words', `${words.common} ${words.middle}`),
    search('a common word in a note', `note: ${words.common}`),
    search('a common word with one customer', `in:ka ${words.common}`),
    search('a script without spaces (one bounded step)', '退款'),
  ];
}

function writes(files: Files, { newestId }: Filled): Figures[] {
  let id = newestId;
  return [
    measure('one incoming message applied', 300, (round) => {
      id += 1;
      const conversationId = 1 + ((round * 104_729) % size.conversations);
      const text = `new message ${id} about an order`;
      calls['cache.apply'](files, {
        conversations: [{ id: conversationId, channelId: 1, lastActivityAt: now + id, unread: 1 }],
        messages: [{ id, conversationId, kind: 'incoming', text, createdAt: now + id }],
      });
    }),
    measure('a draft saved (on disk)', 100, (round) => {
      const draft = { audience: 'customer' as const, text: `draft ${round}`, caret: 0, files: [], quotedId: null };
      calls['draft.save'](files, { conversationId: 1 + (round % 50), ...draft });
    }),
    measure('one look through a table of the cache, and other housekeeping', 40, () => {
      calls['store.tend'](files, { nowMs: now });
    }),
  ];
}
