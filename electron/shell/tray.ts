/** The only place where the tray and the badge are drawn: one state in, the system's own things out. */
import { join } from 'node:path';
import type { Log } from '../core/ports.ts';
import type { TrayCommand, TrayItem, TrayState } from '../../shared/notify/tray.ts';
import { words } from '../../shared/notify/words.ts';
import type { Say } from './say.ts';
import type { ElectronSurface, TrayLike, WindowLike } from './surface.ts';

/** Windows remembers the place of the icon by it; bound to the path of the program unless that is signed. */
const trayId = 'b1f1c7a6-5c0e-4b53-9d3c-2f0a4b6f9a51';

export interface TrayOptions {
  readonly surface: ElectronSurface;
  readonly platform: NodeJS.Platform;
  /** Where shell/icons lie. */
  readonly icons: string;
  /** The program carries a signature of ours. */
  readonly isSigned: boolean;
  readonly say: Say;
  readonly log: Log;
  readonly window: () => WindowLike | null;
  readonly onCommand: (command: TrayCommand) => void;
}

export interface DeskTray {
  render(state: TrayState): void;
  /** There is an icon; whether the desktop shows it is another question (Linux). */
  isThere(): boolean;
}

export function createTray(options: TrayOptions): DeskTray {
  const { surface, platform, log, onCommand } = options;
  // Held here for as long as the app runs: one nobody holds vanishes.
  const tray = make(options);
  tray?.on('click', () => {
    // macOS opens the menu on a click; on Linux each desktop does as it likes, so everything is in the menu.
    if (platform === 'win32') onCommand({ kind: 'open' });
  });
  let drawn: TrayState | null = null;

  function draw(state: TrayState): void {
    if (tray !== null) {
      tray.setImage(imageOf(state.shape, options));
      tray.setToolTip(options.say(state.tooltip));
      // Anew each time: on Linux a changed menu is not seen until it is set. docs/api/tray.md.
      tray.setContextMenu(surface.Menu.buildFromTemplate(state.menu.map((item) => menuItem(item, options))));
    }
    drawBadge(state, options);
  }
  surface.nativeTheme.on('updated', () => {
    if (drawn !== null) draw(drawn);
  });
  return {
    render(state) {
      drawn = state;
      try {
        draw(state);
      } catch (error) {
        log.write('error', 'the tray was not drawn', { error: String(error) });
      }
    },
    isThere: () => tray !== null,
  };
}

function make(options: TrayOptions): TrayLike | null {
  const { surface, platform, isSigned, log } = options;
  const image = imageOf('plain', options);
  try {
    return platform === 'win32' && isSigned ? new surface.Tray(image, trayId) : new surface.Tray(image);
  } catch (error) {
    log.write('warn', 'there is no tray', { error: String(error) });
    return null;
  }
}

function imageOf(shape: TrayState['shape'], { platform, icons, surface }: TrayOptions): string {
  if (platform === 'darwin') return join(icons, 'tray', 'mac', `${shape}Template.png`);
  if (platform === 'win32') {
    const theme = surface.nativeTheme.shouldUseDarkColorsForSystemIntegratedUI ? 'dark' : 'light';
    return join(icons, 'tray', 'windows', `${shape}-${theme}.ico`);
  }
  return join(icons, 'tray', 'linux', `${shape}-24.png`);
}

function menuItem(item: TrayItem, options: TrayOptions): Electron.MenuItemConstructorOptions {
  const { say, onCommand } = options;
  switch (item.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'header':
      return { label: labelOf(say(item.label)), enabled: false };
    case 'menu':
      return { label: labelOf(say(item.label)), submenu: item.items.map((one) => menuItem(one, options)) };
    case 'command':
      return { label: labelOf(say(item.label)), click: () => onCommand(item.command) };
  }
}

/** `&` marks a key in menus; customers' names are shown as they are. */
function labelOf(text: string): string {
  return text.replaceAll('&', '&&');
}

function drawBadge({ badge }: TrayState, { surface, platform, icons, window, say }: TrayOptions): void {
  const count = badge.kind === 'count' ? badge.count : 0;
  if (platform === 'win32') {
    drawOverlay(badge, { surface, icons, say }, window());
  } else {
    // Best effort: on Linux only some launchers show it.
    surface.app.setBadgeCount(count);
    // No number, but a sign: what waits is not known while signed out.
    if (platform === 'darwin' && badge.kind === 'attention') surface.app.dock?.setBadge('!');
  }
}

function drawOverlay(
  badge: TrayState['badge'],
  { surface, icons, say }: Pick<TrayOptions, 'surface' | 'icons' | 'say'>,
  window: WindowLike | null,
): void {
  if (window === null || window.isDestroyed()) return;
  if (badge.kind === 'count' && badge.count === 0) {
    window.setOverlayIcon(null, '');
    return;
  }
  const name = badge.kind === 'attention' ? 'attention' : badge.count > 9 ? '9-more' : String(badge.count);
  // For screen readers.
  const text =
    badge.kind === 'attention' ? say(words('tray.signed-out')) : say(words('tray.badge', { count: badge.count }));
  window.setOverlayIcon(surface.nativeImage.createFromPath(join(icons, 'badge', `${name}.png`)), text);
}
