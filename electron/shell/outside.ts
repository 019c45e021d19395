/** What a person sees and does of Latchkey outside its page: the tray, the cross of the window, notifications they choose. */
import type { Activation } from '../core/alerts/alert-desk.ts';
import type { Core } from '../core/app.ts';
import type { Log, SettingsStore } from '../core/ports.ts';
import { onWindowClose } from '../../shared/desk/closing.ts';
import type { TrayCommand, TrayState } from '../../shared/notify/tray.ts';
import { words } from '../../shared/notify/words.ts';
import type { RememberedDesk } from './desk-memory.ts';
import type { Quit } from './quit.ts';
import type { Say } from './say.ts';
import type { ElectronSurface } from './surface.ts';
import { createTray } from './tray.ts';
import type { Desk } from './window.ts';

export interface OutsideOptions {
  readonly surface: ElectronSurface;
  readonly platform: NodeJS.Platform;
  readonly icons: string;
  readonly isSigned: boolean;
  readonly say: Say;
  readonly log: Log;
  readonly settings: SettingsStore;
  readonly memory: Pick<RememberedDesk, 'now' | 'change'>;
  readonly core: Pick<Core, 'alerts'>;
  readonly desk: Pick<Desk, 'show' | 'window'>;
  readonly quit: Pick<Quit, 'isLeaving'>;
  /** Linux: whether anything shows our icon. */
  readonly showsTray: () => Promise<boolean>;
}

export interface Outside {
  /** Never rejects. */
  activate(activation: Activation): Promise<void>;
  /** What closing the window does now; says once what it did if that is not what people expect. */
  onClose(): 'close' | 'hide' | 'minimise';
  /** A new window has nothing over its taskbar button yet. */
  redraw(): void;
  /** Whether there is a tray to come back from, looked at anew. */
  lookForTray(): Promise<boolean>;
}

export function createOutside(options: OutsideOptions): Outside {
  const { surface, platform, settings, memory, core, desk, quit, log, say } = options;
  let state: TrayState | null = null;
  let isShown = platform !== 'linux';

  function onCommand(command: TrayCommand): void {
    if (command.kind === 'quit') {
      surface.app.quit();
      return;
    }
    core.alerts.run(command);
    if (command.kind !== 'do-not-disturb') desk.show();
  }
  const tray = createTray({ ...options, window: () => desk.window(), onCommand });
  core.alerts.onTray((next) => {
    state = next;
    tray.render(next);
  });

  async function lookForTray(): Promise<boolean> {
    if (platform === 'linux') isShown = await options.showsTray();
    return isShown && tray.isThere();
  }
  void lookForTray();

  function sayThatItStays(): void {
    if (memory.now().toldNoTray) return;
    memory.change({ toldNoTray: true });
    surface.dialog
      .showMessageBox({
        type: 'info',
        message: say(words('tray.none.title')),
        detail: say(words('tray.none.text')),
        buttons: [say(words('tray.none.understood'))],
      })
      .catch((error: unknown) => log.write('warn', 'a word was not said', { error: String(error) }));
  }

  return {
    async activate(activation) {
      if ((await core.alerts.activate(activation)) === 'show') desk.show();
    },
    onClose() {
      const { closeToTray } = settings.read();
      const hasTray = isShown && tray.isThere();
      const answer = onWindowClose({ platform, closeToTray, hasTray, isLeaving: quit.isLeaving() });
      if (answer === 'minimise') sayThatItStays();
      return answer;
    },
    redraw() {
      if (state !== null) tray.render(state);
    },
    lookForTray,
  };
}
