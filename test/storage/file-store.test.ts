import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFileStore } from '../../electron/core/files/disk-file-store.ts';
import { joined } from '../../electron/core/files/file-store.ts';
import { temporaryFolder } from './support/fixtures.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

describe('the files of a folder', () => {
  it('listing them leaves a file alone that is still being written', async () => {
    const files = diskFileStore(join(temporaryFolder(), 'media'));
    const goOn = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    async function* slow() {
      yield text('first ');
      started.resolve();
      await goOn.promise;
      yield text('second');
    }
    const writing = files.write('1', slow());
    await started.promise;
    expect(await files.list()).toEqual([]);
    goOn.resolve();
    await writing;
    expect(new TextDecoder().decode(await joined(files.read('1', null)))).toBe('first second');
  });

  it('what a crash left half written is gone with the next listing', async () => {
    const folder = temporaryFolder();
    const files = diskFileStore(folder);
    await writeFile(join(folder, '7.part'), 'half');
    await writeFile(join(folder, '8'), 'whole');
    expect((await files.list()).map(({ name }) => name)).toEqual(['8']);
    expect(await readdir(folder)).toEqual(['8']);
  });
});
