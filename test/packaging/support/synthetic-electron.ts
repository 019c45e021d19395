/**
 * A folder that electron-builder takes for Electron on Linux: enough to pack an app around it where the real one cannot be
 * downloaded. Its executable holds what the fuses live in: the sentinel, a version, a length and one byte for each fuse.
 */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** From @electron/fuses; Electron's own binaries carry it once. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron 45 is delivered: nothing decided for us. `1` is on, `0` off. */
const delivered = '101100011';

export async function makeSyntheticElectron(folder: string, version: string): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'));
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, delivered.length]), Buffer.from(delivered)]);
  const padding = Buffer.alloc(4096, 0x90);
  await writeFile(join(folder, 'electron'), Buffer.concat([padding, wire, padding]));
  await chmod(join(folder, 'electron'), 0o755);
  await writeFile(join(folder, 'version'), version);
  await writeFile(join(folder, 'locales', 'en-US.pak'), '');
  for (const name of ['chrome-sandbox', 'chrome_crashpad_handler', 'LICENSE', 'LICENSES.chromium.html']) {
    await writeFile(join(folder, name), '');
  }
}
