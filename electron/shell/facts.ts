/** What this system can know about its own notifications, for the doctor (shared/notify/doctor.ts). */
import { join } from 'node:path';
import type { Notifier } from '../core/ports.ts';
import type { LoginItem } from './login-item.ts';
import type { SessionBus } from './session-bus.ts';
import type { ElectronSurface } from './surface.ts';

export interface FactsOptions {
  readonly surface: Pick<ElectronSurface, 'Notification' | 'app'>;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
  readonly loginItem: LoginItem;
  readonly hasTray: () => Promise<boolean>;
  readonly bus: Pick<SessionBus, 'notificationService'>;
}

export function readFacts(options: FactsOptions): Notifier['facts'] {
  const { surface, platform, env, exists, loginItem, hasTray, bus } = options;
  return async () => {
    const supported = surface.Notification.isSupported();
    const isWindows = platform === 'win32';
    const service = platform === 'linux' ? await bus.notificationService() : null;
    const isMac = platform === 'darwin';
    return {
      system: isWindows ? 'windows' : isMac ? 'mac' : 'linux',
      supported,
      // No system tells us beforehand; the test notification does.
      permission: 'unknown',
      systemSilence: null,
      // From source it is Electron's own signature, not ours.
      signed: isMac && !surface.app.isPackaged ? false : null,
      hasShortcut: isWindows ? startMenus(env).some(exists) : null,
      hasDaemon: platform === 'linux' ? (service === null ? supported : service !== 'none') : null,
      canClick: service === null || service === 'none' ? null : service.includes('actions'),
      hasTray: platform === 'linux' ? await hasTray() : null,
      startsAtLogin: loginItem.isSet(),
    };
  };
}

/** For this user, and for all of them. */
function startMenus(env: FactsOptions['env']): string[] {
  return [env['APPDATA'], env['ProgramData']].flatMap((folder) =>
    folder === undefined ? [] : [join(folder, 'Microsoft', 'Windows', 'Start Menu', 'Programs', 'Latchkey.lnk')],
  );
}
