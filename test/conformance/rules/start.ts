/** Before Electron is ready, and starting twice. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Rule } from '../room.ts';
import { eventually } from '../room.ts';

/** Whether it threw, for what is used without a function around it. */
function messageOf(use: () => unknown): string {
  try {
    use();
    return 'nothing was thrown';
  } catch (error) {
    return String(error);
  }
}

export const startRules: readonly Rule[] = [
  {
    name: 'windows, trays, notifications, sessions and the network are too early before ready',
    evidence: 'electron_api_{browser_window,tray,notification,session}.cc, lib/browser/api/net.ts',
    early({ electron, picture }) {
      const uses: readonly (() => unknown)[] = [
        () => new electron.BrowserWindow({ show: false }),
        () => new electron.Tray(picture),
        () => new electron.Notification({ title: 'too early' }),
        () => electron.session.fromPartition('early'),
      ];
      for (const use of uses) assert.match(messageOf(use), /ready/);
    },
  },
  {
    name: 'the sandbox and the schemes are too late after ready',
    evidence: 'electron_api_app.cc:1567, electron_api_protocol.cc:365',
    async check({ electron }) {
      assert.match(
        messageOf(() => electron.app.enableSandbox()),
        /before app is ready/,
      );
      assert.match(
        messageOf(() => electron.protocol.registerSchemesAsPrivileged([])),
        /before app is ready/,
      );
    },
  },
  {
    name: 'userData moves only to a folder that exists, and by an absolute path',
    evidence: 'docs/api/app.md, app.setPath; electron_api_app.cc, SetPath',
    early({ electron, folder }) {
      assert.match(
        messageOf(() => electron.app.setPath('userData', join(folder, 'not-there'))),
        /Failed to set path/,
      );
      assert.match(
        messageOf(() => electron.app.setPath('userData', 'relative')),
        /absolute/,
      );
      assert.equal(electron.app.getPath('userData'), folder);
    },
  },
  {
    name: 'a second start gets no lock, and the first hears what it brought',
    evidence: 'docs/api/app.md, requestSingleInstanceLock and second-instance',
    async check({ electron, startAgain }) {
      const heard: unknown[] = [];
      electron.app.on('second-instance', (_event, _argv, _folder, data) => void heard.push(data));
      assert.equal(await startAgain({ link: 'latchkey://outbox' }), false);
      await eventually('the first hears of it', () => heard.length > 0);
      assert.deepEqual(heard, [{ link: 'latchkey://outbox' }]);
    },
  },
  {
    name: 'crash dumps can be kept at home from the first moment on',
    evidence: 'docs/api/crash-reporter.md',
    early({ electron }) {
      electron.crashReporter.start({ uploadToServer: false });
    },
  },
];
