/** From Electron being ready to the process being gone. */
import type { Clock, Log } from '../core/ports.ts';
import type { ElectronSurface } from './surface.ts';
import type { Desk } from './window.ts';

/** How long saving may hold up leaving. Past it the process goes; what was committed is on the disk anyway (law 3). */
export const quitLimitMs = 3000;

export interface LifecycleOptions {
  readonly surface: ElectronSurface;
  readonly platform: NodeJS.Platform;
  readonly desk: Pick<Desk, 'show'>;
  readonly clock: Clock;
  readonly log: Log;
  /** The computer was asleep or locked: look at the time and the connection at once. */
  readonly wake: () => void;
  /** Saves and closes everything. */
  readonly stop: () => Promise<void>;
}

export function followLifecycle(options: LifecycleOptions): void {
  const { surface, platform, desk, wake } = options;
  const { app, powerMonitor } = surface;
  app.on('activate', () => desk.show());
  app.on('second-instance', () => desk.show());
  app.on('window-all-closed', () => {
    // On macOS an app lives on without windows.
    if (platform !== 'darwin') app.quit();
  });
  powerMonitor.on('resume', wake);
  powerMonitor.on('unlock-screen', wake);
  saveBeforeQuit(options);
}

function saveBeforeQuit({ surface, clock, log, stop }: LifecycleOptions): void {
  let phase: 'running' | 'saving' | 'saved' = 'running';
  surface.app.on('before-quit', (event) => {
    if (phase === 'saved') return;
    event.preventDefault();
    if (phase === 'saving') return;
    phase = 'saving';
    const leave = (): void => {
      if (phase === 'saved') return;
      phase = 'saved';
      limit.cancel();
      surface.app.quit();
    };
    const limit = clock.schedule(quitLimitMs, () => {
      log.write('warn', 'leaving without waiting any longer', { afterMs: quitLimitMs });
      leave();
    });
    stop().then(leave, (error: unknown) => {
      log.write('error', 'stopping failed', { error: String(error) });
      leave();
    });
  });
}
