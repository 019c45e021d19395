/** Between the wish to quit and the end: a last chance for what waits, a question if something stays behind, then saving. */
import { beforeQuitting } from '../../shared/desk/closing.ts';
import { lastChance, type LeavingOptions } from '../core/leaving.ts';
import type { Log } from '../core/ports.ts';
import type { Say } from './say.ts';
import type { ElectronSurface } from './surface.ts';

/** How long saving may hold up leaving. Past it the process goes; what was committed is on the disk anyway (law 3). */
export const quitLimitMs = 3000;

export interface QuitOptions extends LeavingOptions {
  readonly surface: Pick<ElectronSurface, 'app' | 'dialog'>;
  readonly log: Log;
  readonly say: Say;
  /** Saves and closes everything. */
  readonly stop: () => Promise<void>;
}

export interface Quit {
  /** From the decision to leave on: windows close for real. */
  isLeaving(): boolean;
  /** The session of the user ends: nobody is there to be asked. */
  atOnce(): void;
  /** Saves without asking, because Latchkey comes right back, and leaves by `end` instead of by quitting. */
  leaveFor(end: () => void): void;
}

export function saveBeforeQuit(options: QuitOptions): Quit {
  const { surface, log } = options;
  let phase: 'running' | 'asking' | 'leaving' | 'gone' = 'running';
  const leave = (end: () => void = () => surface.app.quit()): void => {
    if (phase === 'leaving' || phase === 'gone') return;
    phase = 'leaving';
    void save(options).finally(() => {
      phase = 'gone';
      try {
        end();
      } catch (error) {
        // Everything is saved and closed: there is nothing to stay for.
        log.write('error', 'leaving in another way failed', { error: String(error) });
        surface.app.quit();
      }
    });
  };
  const ask = async (): Promise<void> => {
    const may = await mayLeave(options).catch((error: unknown) => {
      // A question that cannot be asked must not keep the program from ending.
      log.write('error', 'leaving without asking', { error: String(error) });
      return true;
    });
    if (may) leave();
    else if (phase === 'asking') phase = 'running';
  };
  surface.app.on('before-quit', (event) => {
    if (phase === 'gone') return;
    event.preventDefault();
    if (phase !== 'running') return;
    phase = 'asking';
    void ask();
  });
  return { isLeaving: () => phase === 'leaving' || phase === 'gone', atOnce: () => leave(), leaveFor: leave };
}

async function mayLeave(options: QuitOptions): Promise<boolean> {
  const question = beforeQuitting(await lastChance(options));
  if (question === null) return true;
  const { surface, say } = options;
  const { response } = await surface.dialog.showMessageBox({
    type: 'question',
    message: say(question.title),
    detail: say(question.text),
    buttons: question.choices.map(say),
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}

/** Never rejects. */
function save({ clock, log, stop }: QuitOptions): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const limit = clock.schedule(quitLimitMs, () => {
    log.write('warn', 'leaving without waiting any longer', { afterMs: quitLimitMs });
    resolve();
  });
  stop().then(resolve, (error: unknown) => {
    log.write('error', 'stopping failed', { error: String(error) });
    resolve();
  });
  return promise.finally(() => limit.cancel());
}
