/** Linux: whether anything on this desktop shows tray icons. GNOME does not without an extension, and Electron cannot tell. */
import { execFile } from 'node:child_process';

const watcher = 'org.kde.StatusNotifierWatcher';
const path = '/StatusNotifierWatcher';
/** Either tool; a desktop has at least one of them. */
const questions = [
  ['busctl', ['--user', 'get-property', watcher, path, watcher, 'IsStatusNotifierHostRegistered']],
  [
    'gdbus',
    [
      'call',
      '--session',
      '--dest',
      watcher,
      '--object-path',
      path,
      '--method',
      'org.freedesktop.DBus.Properties.Get',
      watcher,
      'IsStatusNotifierHostRegistered',
    ],
  ],
] as const;

export type RunTool = (tool: string, args: readonly string[]) => Promise<string>;

export const runSystemTool: RunTool = (tool, args) =>
  new Promise((resolve, reject) => {
    execFile(tool, [...args], { timeout: 2_000 }, (error, output) => {
      if (error === null) resolve(output);
      else reject(error);
    });
  });

/** False also where nobody could be asked: then there is no way back from a hidden window that anybody is sure of. */
export async function hasTrayHost(run: RunTool): Promise<boolean> {
  for (const [tool, args] of questions) {
    // oxlint-disable-next-line no-await-in-loop -- the second only if the first is not there
    const answer = await run(tool, args).catch(() => null);
    if (answer !== null) return /\btrue\b/.test(answer);
  }
  return false;
}
