/**
 * Loaded before the app (`node --import`): its computer's clock starts at LATCHKEY_FIXED_DATE (epoch ms) and runs on from there, so
 * that the pictures show the same day and hours whenever they are taken. The file LATCHKEY_SKIPPED says by how many milliseconds the
 * practice workspace was moved ahead meanwhile: otherwise this computer's clock would seem to be slow.
 */
import { readFileSync, watchFile } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const { Date: RealDate } = globalThis;
const offsetMs = Number(process.env['LATCHKEY_FIXED_DATE']) - RealDate.now();
let skippedMs = 0;
const now = () => RealDate.now() + offsetMs + skippedMs;

globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [now()] : args));
  }
  static now() {
    return now();
  }
};

const skippedFile = process.env['LATCHKEY_SKIPPED'] ?? '';
if (isMainThread) {
  const watcher = watchFile(skippedFile, { interval: 100 }, () => {
    skippedMs = Number(readFileSync(skippedFile, 'utf8'));
  });
  watcher.unref();
}
