/** How this Latchkey came onto the computer, and whether it may replace itself. */
import type { UpdateObstacle } from '../contract/updates.ts';

export interface Installation {
  readonly platform: string;
  readonly isPackaged: boolean;
  /** The program carries our signature; Linux has none. */
  readonly isSigned: boolean;
  /** It was built with the key that lists of updates are signed with. */
  readonly hasKey: boolean;
  /** Runs inside a Flatpak or a Snap. */
  readonly isSandboxed: boolean;
  /** Linux: is one file that runs by itself. */
  readonly isAppImage: boolean;
  /** Linux: `deb` or `rpm`, as electron-builder writes it into such a package; null: neither. */
  readonly packageType: string | null;
  /** Windows: our own installer put it there, which an MSI is not. */
  readonly hasUninstaller: boolean;
}

/**
 * The place of a self-update is where nobody else updates: dpkg and an app that replaces its own files break each other
 * (electron-userland/electron-builder#4046, #2200). Null: this one may.
 */
export function updateObstacle(one: Installation): UpdateObstacle | null {
  if (!one.isPackaged) return 'source';
  if (one.isSandboxed) return 'store';
  if (one.platform === 'linux') {
    if (one.packageType !== null) return 'package-manager';
    if (!one.isAppImage) return 'administrator';
  } else {
    if (one.platform === 'win32' && !one.hasUninstaller) return 'administrator';
    if (!one.isSigned) return 'unsigned';
  }
  return one.hasKey ? null : 'no-key';
}
