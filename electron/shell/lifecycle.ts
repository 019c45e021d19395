/** From Electron being ready to the process being gone. */
import { saveBeforeQuit, type Quit, type QuitOptions } from './quit.ts';
import type { ElectronSurface } from './surface.ts';
import type { Desk } from './window.ts';

export interface LifecycleOptions extends QuitOptions {
  readonly surface: ElectronSurface;
  readonly platform: NodeJS.Platform;
  readonly desk: Pick<Desk, 'show'>;
  /** The person left their computer. */
  readonly lock: (why: string) => void;
}

export function followLifecycle(options: LifecycleOptions): Quit {
  const { surface, platform, desk, wake, lock } = options;
  const { app, powerMonitor } = surface;
  app.on('activate', () => desk.show());
  app.on('second-instance', () => desk.show());
  app.on('window-all-closed', () => {
    // On macOS an app lives on without windows.
    if (platform !== 'darwin') app.quit();
  });
  // The computer was asleep or locked: look at the time and the connection at once.
  powerMonitor.on('resume', wake);
  powerMonitor.on('unlock-screen', wake);
  powerMonitor.on('lock-screen', () => lock('the screen was locked'));
  powerMonitor.on('suspend', () => lock('the computer went to sleep'));
  const quit = saveBeforeQuit(options);
  powerMonitor.on('shutdown', () => quit.atOnce());
  return quit;
}
