/** What a large file costs in memory on its way out: real disk, real socket, real `fetch`. */
import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { createRest } from '../../electron/core/connectors/chatwoot/rest.ts';
import { uploadFile } from '../../electron/core/connectors/chatwoot/upload.ts';
import { diskFileStore } from '../../electron/core/files/disk-file-store.ts';
import { createSystemClock, systemFetch } from '../../electron/core/system-ports.ts';
import { must } from '../../shared/lang/assert.ts';

const mb = 1024 * 1024;
const fileBytes = 40 * mb;
const chunk = new Uint8Array(mb).map((_, at) => at % 251);

// What nobody refers to any more is not what is held.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heldBytes(): number {
  collect();
  return process.memoryUsage().arrayBuffers;
}

interface Taken {
  bytes: number;
  /** The most that was held at any look. */
  mostHeld: number;
}

/** Answers its address. */
async function startServer(taken: Taken): Promise<string> {
  const server = createServer((request, response) => {
    let nextLook = 0;
    request.on('data', (part: Buffer) => {
      taken.bytes += part.length;
      if (taken.bytes < nextLook) return;
      nextLook = taken.bytes + 4 * mb;
      taken.mostHeld = Math.max(taken.mostHeld, heldBytes());
    });
    request.on('end', () => response.end('{"blob_id":"signed"}'));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

test('an upload of 40 MB never holds it whole, and all of it arrives', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-upload-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const pieces = diskFileStore(folder);
  await pieces.write(
    'file',
    (async function* () {
      for (let at = 0; at < fileBytes; at += mb) yield chunk;
    })(),
  );
  const taken: Taken = { bytes: 0, mostHeld: 0 };
  const url = await startServer(taken);
  const rest = createRest({
    serverUrl: url,
    token: 'secret',
    fetch: systemFetch,
    clock: createSystemClock(),
    onAnswered: () => {},
  });
  const before = heldBytes();
  const bytes = must(await pieces.blob('file'), 'it was just written');
  expect(await uploadFile(rest, '/upload', { name: 'film.mp4', type: 'video/mp4', bytes })).toBe('signed');
  expect(taken.bytes).toBeGreaterThan(fileBytes);
  const mostMb = (taken.mostHeld - before) / mb;
  // Both ends are in this process: what the socket holds on the way counts as well.
  expect(mostMb, 'MB').toBeLessThan(20);
});
