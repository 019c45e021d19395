import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { MenuLike, TrayLike } from '../../../electron/shell/surface.ts';
import type { World } from './world.ts';

type Item = Electron.MenuItemConstructorOptions;

export class FakeMenu implements MenuLike {
  readonly items: readonly Item[];
  constructor(items: readonly Item[]) {
    this.items = items;
  }
  closePopup(): void {}
  /** A person chooses this entry, also of a submenu. */
  choose(label: string): void {
    const find = (items: readonly Item[]): Item | undefined =>
      items
        .flatMap((item) => [item, ...(Array.isArray(item.submenu) ? item.submenu : [])])
        .find((item) => item.label === label);
    const item = find(this.items);
    if (item?.click === undefined) throw new Error(`The menu has no entry ${label}`);
    (item.click as () => void)();
  }
}

export interface FakeTray extends TrayLike {
  readonly guid: string | undefined;
  readonly image: string;
  readonly toolTip: string;
  /** What a person sees. On Linux that is what was set last: docs/api/tray.md. */
  readonly menu: FakeMenu | null;
  /** How often a menu was set. */
  readonly menusSet: number;
  emit(event: string, ...args: readonly unknown[]): boolean;
}

export function trayClass(world: World, made: FakeTray[]): new (image: string, guid?: string) => TrayLike {
  return class Tray extends EventEmitter implements FakeTray {
    readonly guid: string | undefined;
    image: string;
    toolTip = '';
    menu: FakeMenu | null = null;
    menusSet = 0;

    constructor(image: string, guid?: string) {
      super();
      if (new.target !== Tray) throw new TypeError('Cannot subclass an Electron built-in class');
      // Electron: electron_api_tray.cc:74 and 79-82.
      if (!world.isReady) throw new Error('Cannot create Tray before app is ready');
      if (guid !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(guid)) {
        throw new TypeError('Invalid GUID format');
      }
      this.guid = guid;
      this.image = there(image);
      made.push(this);
    }
    setImage(image: string): void {
      this.image = there(image);
    }
    setToolTip(text: string): void {
      this.toolTip = text;
    }
    setContextMenu(menu: MenuLike | null): void {
      this.menu = menu as FakeMenu | null;
      this.menusSet += 1;
    }
  };
}

/** A path has to lead to a picture; a file of another kind under its name is not noticed here. electron/electron#21243. */
function there(image: string): string {
  if (!existsSync(image)) throw new Error(`Failed to load image from path '${image}'`);
  return image;
}
