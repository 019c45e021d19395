/**
 * `node scripts/electron-current.mjs`: fails when the Electron we ship has left support, which are the latest three majors
 * (docs/tutorial/electron-timelines.md). Asks the registry through npm; CI does so every week.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './node.mjs';

const supportedMajors = 3;

/** One sentence if `ours` is too old beside `latest`, or null. Both are versions such as `45.4.1`. */
export function whyUnsupported(ours, latest) {
  const [own, newest] = [ours, latest].map((version) => Number(/^(\d+)\.\d+\.\d+$/.exec(version)?.[1] ?? NaN));
  if (Number.isNaN(own) || Number.isNaN(newest)) return `Not two exact versions: ${ours}, ${latest}.`;
  if (newest - own < supportedMajors) return null;
  return `Electron ${ours} gets no security fixes any more; ${latest} is current.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const latest = execFileSync('npm', ['view', 'electron', 'version'], { encoding: 'utf8' }).trim();
  const why = whyUnsupported(devDependencies.electron, latest);
  process.stdout.write(`${why ?? `Electron ${devDependencies.electron} is supported; ${latest} is current.`}\n`);
  process.exitCode = why === null ? 0 : 1;
}
