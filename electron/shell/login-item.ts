/** Starting with the computer, hidden: Windows and macOS keep a login item, Linux a file that the desktop reads. */
import { join } from 'node:path';
import type { Log } from '../core/ports.ts';
import type { AppLike } from './surface.ts';

export const hiddenFlag = '--hidden';

/** The part of the disk that Linux needs. */
export interface AutostartFiles {
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  exists(path: string): boolean;
}

export interface LoginItemOptions {
  readonly app: Pick<AppLike, 'isPackaged' | 'setLoginItemSettings' | 'getLoginItemSettings'>;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly executable: string;
  readonly files: AutostartFiles;
  readonly log: Log;
}

export interface LoginItem {
  /** Never rejects. */
  set(startAtLogin: boolean): Promise<void>;
  /** Null: not here. From source it would start Electron without us; sandboxed packages have to ask a portal. */
  isSet(): boolean | null;
}

export function createLoginItem(options: LoginItemOptions): LoginItem {
  const { app, platform, env, executable, files, log } = options;
  const isPossible = app.isPackaged && env['FLATPAK_ID'] === undefined && env['SNAP'] === undefined;
  const file = join(env['XDG_CONFIG_HOME'] ?? join(env['HOME'] ?? '/', '.config'), 'autostart', 'latchkey.desktop');
  const isSet = (): boolean =>
    platform === 'linux' ? files.exists(file) : app.getLoginItemSettings({ args: [hiddenFlag] }).openAtLogin;
  return {
    isSet: () => (isPossible ? isSet() : null),
    async set(startAtLogin) {
      if (!isPossible || isSet() === startAtLogin) return;
      try {
        if (platform !== 'linux') app.setLoginItemSettings({ openAtLogin: startAtLogin, args: [hiddenFlag] });
        // An AppImage is unpacked to another place with every start; its own file stays where it is.
        else if (startAtLogin) await files.write(file, desktopEntry(env['APPIMAGE'] ?? executable));
        else await files.remove(file);
      } catch (error) {
        log.write('warn', 'the login item was not changed', { error: String(error) });
      }
    },
  };
}

/** https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html */
function desktopEntry(executable: string): string {
  // A string of the file, and within it a quoted argument: backslashes are doubled twice, `%` begins a field code.
  const quoted = executable.replaceAll(/["`$\\]/g, String.raw`\\$&`).replaceAll('%', '%%');
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Latchkey',
    `Exec="${quoted}" ${hiddenFlag}`,
    'Icon=latchkey',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}
