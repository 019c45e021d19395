import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyBatch } from '../../electron/core/store/apply.ts';
import { closeFiles, openFiles, repairWhileOpen } from '../../electron/core/store/open.ts';
import { conversationIds } from '../../electron/core/store/queries/conversations.ts';
import { getDraft, saveDraft } from '../../electron/core/store/queries/drafts.ts';
import { addOutbox, getOutbox, updateOutbox } from '../../electron/core/store/queries/outbox.ts';
import { getSyncValues } from '../../electron/core/store/queries/sync-values.ts';
import { isDamage } from '../../electron/core/store/repair/check.ts';
import { tend } from '../../electron/core/store/repair/tend.ts';
import { StoreService } from '../../electron/core/store/service.ts';
import type { Files } from '../../electron/core/store/sql.ts';
import { damagePages } from '../support/damage-pages.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { action, clientId, conversation, day, item, noon, temporaryFolder, whatsapp } from './support/fixtures.ts';

const pageSize = 4096;
const drafts = 60;
const items = 60;
const quiet = (): void => undefined;

function draftText(id: number): string {
  return `draft ${id} ${'and so on '.repeat(20)}`;
}

/** A folder in which everything was committed, backed up, and closed. */
function filledFolder(): string {
  const folder = temporaryFolder();
  const files = openFiles(folder, quiet);
  files.desk.transaction(() => {
    for (let id = 1; id <= drafts; id += 1) draft(files, id, draftText(id));
    for (let id = 1; id <= items; id += 1) {
      addOutbox(files, { item: item(id, id, { kind: 'reply', text: `reply ${id}`, file: null, quotedId: null }) });
    }
  })();
  tendToEnd(files, noon);
  closeFiles(files);
  return folder;
}

function draft(files: Files, conversationId: number, text: string): void {
  saveDraft(files.desk, { conversationId, audience: 'customer', text, caret: 0, files: [], quotedId: null });
}

function tendToEnd(files: Files, nowMs: number): void {
  while (tend(files, { nowMs }).more);
}

/** As the worker does it: a call that meets damage is made again after the repair. */
function openAndUse(folder: string, use: (files: Files) => void): Files {
  const files = openFiles(folder, quiet);
  try {
    use(files);
    return files;
  } catch (error) {
    const repaired = isDamage(error) ? repairWhileOpen(files, folder, quiet) : null;
    if (repaired === null) throw error;
    use(repaired);
    return repaired;
  }
}

function overwrite(path: string, at: number, garbage: Uint8Array): void {
  const bytes = readFileSync(path);
  bytes.set(garbage.subarray(0, Math.max(bytes.length - at, 0)), at);
  writeFileSync(path, bytes);
}

function garbage(random: () => number, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

describe('a desk file with damaged pages', () => {
  test.each(Array.from({ length: 16 }, (_, index) => 1_000 + index))(
    'opens, and has every draft and message that was committed and backed up (seed %i)',
    (seed) => {
      const folder = filledFolder();
      const path = join(folder, 'desk.db');
      const { next } = seededRandom(seed);
      const pages = readFileSync(path).length / pageSize;
      for (let count = 1 + Math.floor(next() * 4); count > 0; count -= 1) {
        overwrite(path, Math.floor(next() * pages) * pageSize, garbage(next, pageSize));
      }
      const files = openAndUse(folder, (open) => {
        for (let id = 1; id <= drafts; id += 1) expect(getDraft(open.desk, id, 'customer')?.text).toBe(draftText(id));
        for (let id = 1; id <= items; id += 1) {
          expect(getOutbox(open.desk, clientId(id))?.content).toMatchObject({ text: `reply ${id}` });
        }
      });
      if (files.repaired !== null) {
        expect(files.repaired).toEqual({ what: 'desk', drafts, messages: items });
        expect(existsSync(join(folder, 'desk-damaged-1.db'))).toBe(true);
      }
      closeFiles(files);
    },
  );

  test.each(Array.from({ length: 12 }, (_, index) => 2_000 + index))(
    'or with any bytes changed, in either file or cut short, opens and can be written (seed %i)',
    (seed) => {
      const folder = filledFolder();
      const { next } = seededRandom(seed);
      for (const name of ['desk.db', 'cache.db']) {
        const path = join(folder, name);
        const size = readFileSync(path).length;
        overwrite(path, Math.floor(next() * size), garbage(next, 1 + Math.floor(next() * 3 * pageSize)));
        if (next() < 0.2) truncateSync(path, Math.floor(next() * size));
      }
      const files = openAndUse(folder, ({ desk }) => void getDraft(desk, 1, 'customer'));
      draft(files, 999, 'written after');
      expect(getDraft(files.desk, 999, 'customer')?.text).toBe('written after');
      closeFiles(files);
    },
  );

  test('keeps what is newer than the backup as far as it can be read, and forgets nothing that was sent', () => {
    const folder = filledFolder();
    const before = openFiles(folder, quiet);
    draft(before, 1, 'newer than the backup');
    updateOutbox(before, { clientId: clientId(1), state: 'delivered', serverId: 5 });
    closeFiles(before);
    // The schema is on the first page: nothing of the file can be read, and only the backup is left.
    overwrite(join(folder, 'desk.db'), 0, new Uint8Array(pageSize));
    const files = openFiles(folder, quiet);
    expect(getDraft(files.desk, 1, 'customer')?.text).toBe(draftText(1));
    // The backup says "queued", but it may have been sent since: it must not leave by itself (law 4).
    expect(getOutbox(files.desk, clientId(1))?.state).toBe('uncertain');
    closeFiles(files);
  });

  test('does not bring back an action from a backup', () => {
    const folder = temporaryFolder();
    const files = openFiles(folder, quiet);
    addOutbox(files, { item: action(1, 1, { kind: 'assign', assigneeId: 3 }) });
    tendToEnd(files, noon);
    closeFiles(files);
    overwrite(join(folder, 'desk.db'), 0, new Uint8Array(pageSize));
    const again = openFiles(folder, quiet);
    expect(getOutbox(again.desk, clientId(1))).toBeNull();
    closeFiles(again);
  });

  test('a repair that was cut off between its two renames is finished by the next start', () => {
    const folder = filledFolder();
    renameSync(join(folder, 'desk.db'), join(folder, 'desk-repaired.db'));
    const files = openFiles(folder, quiet);
    expect(getDraft(files.desk, 3, 'customer')?.text).toBe(draftText(3));
    closeFiles(files);
  });
});

describe('a desk that is damaged while it is open', () => {
  const repair = (folder: string) => (files: Files) => repairWhileOpen(files, folder, quiet);
  const read = { conversationId: 3, audience: 'customer' };

  test('is repaired under the call that met it, and once more for as long as a repair fails', () => {
    const folder = filledFolder();
    let files: Files | null = null;
    const open = () => (files = openFiles(folder, quiet));
    const service = new StoreService({ open, repair: repair(folder), onDamage: quiet });
    damagePages((files as Files | null)!.desk);
    // The name that a repair needs is taken.
    mkdirSync(join(folder, 'desk-repaired.db'));
    expect(() => service.answer('draft.get', read)).toThrow();
    expect(() => service.answer('draft.get', read)).toThrow();
    rmSync(join(folder, 'desk-repaired.db'), { recursive: true });
    expect(service.answer('draft.get', read)).toMatchObject({ text: draftText(3) });
    expect(service.answer('store.repaired', {})).toEqual({ what: 'desk', drafts, messages: items });
    service.close();
    expect(() => service.answer('draft.get', read)).toThrow('closed');
    const again = new StoreService({ open, repair: repair(folder), onDamage: quiet });
    expect(again.answer('draft.get', read)).toMatchObject({ text: draftText(3) });
    again.close();
  });
});

describe('housekeeping', () => {
  test('makes one backup a day and keeps the newest three', () => {
    const folder = temporaryFolder();
    const files = openFiles(folder, quiet);
    for (let hours = 0; hours < 24 * 5; hours += 6) tendToEnd(files, noon + (hours * day) / 24);
    const names = readdirSync(join(folder, 'backups')).toSorted();
    expect(names).toEqual([2, 3, 4].map((days) => `desk-${noon + days * day}.db`));
    closeFiles(files);
  });

  test('looks at every table of the cache once a day, one at a time', () => {
    const files = openFiles(temporaryFolder(), quiet);
    let steps = 0;
    while (tend(files, { nowMs: noon }).more) steps += 1;
    expect(steps).toBeGreaterThan(10);
    expect(getSyncValues(files.cache, ['store.checked-at'])).toEqual({ 'store.checked-at': String(noon) });
    expect(tend(files, { nowMs: noon + 1 }).more).toBe(false);
    expect(tend(files, { nowMs: noon + day }).more).toBe(true);
    closeFiles(files);
  });

  test('finds a damaged cache, and the next start puts it aside and begins anew', () => {
    const folder = temporaryFolder();
    const files = openFiles(folder, quiet);
    const many = Array.from({ length: 200 }, (_, index) => conversation(index + 1));
    applyBatch(files, { channels: [whatsapp], conversations: many });
    closeFiles(files);
    const path = join(folder, 'cache.db');
    const size = readFileSync(path).length;
    const firstRow = readFileSync(path).indexOf('Customer 150');
    overwrite(path, Math.floor(firstRow / pageSize) * pageSize, garbage(seededRandom(1).next, pageSize));
    const damaged = openFiles(folder, quiet);
    expect(() => tendToEnd(damaged, noon)).toThrow(expect.objectContaining({ kind: 'corrupted' }));
    closeFiles(damaged);
    const again = openFiles(folder, quiet);
    expect(conversationIds(again)).toEqual([]);
    expect(readFileSync(join(folder, 'cache-damaged.db')).length).toBe(size);
    closeFiles(again);
    const third = openFiles(folder, quiet);
    expect(existsSync(join(folder, 'cache.damaged'))).toBe(false);
    closeFiles(third);
  });
});
