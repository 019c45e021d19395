/** electron-updater, as far as we use it: it fetches when told to, tells each error twice, and installs when the app is left. */
import { EventEmitter } from 'node:events';
import type { AutoUpdaterLike } from '../../electron/shell/updater.ts';
import type { UpdateList } from '../../shared/updates/update-list.ts';

export class FakeUpdater extends EventEmitter implements AutoUpdaterLike {
  // As it comes out of the box: AppUpdater.ts, its constructor.
  autoDownload = true;
  autoInstallOnAppQuit = true;
  allowDowngrade = false;
  disableWebInstaller = false;
  readonly did: string[] = [];
  offers: UpdateList | Error | null = null;

  async checkForUpdates(): Promise<{ updateInfo: UpdateList } | null> {
    this.did.push('check');
    if (this.offers instanceof Error) {
      // An `error` event that nobody listens to throws, as with every emitter of Node's.
      this.emit('error', this.offers);
      throw this.offers;
    }
    if (this.offers !== null && this.autoDownload) await this.downloadUpdate();
    return this.offers === null ? null : { updateInfo: this.offers };
  }

  async downloadUpdate(): Promise<readonly string[]> {
    this.did.push('download');
    for (const percent of [12.5, 100]) this.emit('download-progress', { percent });
    return ['/tmp/update'];
  }

  quitAndInstall(isSilent: boolean, isForceRunAfter: boolean): void {
    this.did.push(`install ${isSilent} ${isForceRunAfter}`);
  }
}
