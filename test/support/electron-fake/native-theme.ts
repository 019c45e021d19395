import { EventEmitter } from 'node:events';
import type { ElectronSurface } from '../../../electron/shell/surface.ts';

type ThemeSource = ElectronSurface['nativeTheme']['themeSource'];

/** `themeSource` overrides the system's choice, for the app and for `prefers-color-scheme`. docs/api/native-theme.md. */
export class FakeNativeTheme extends EventEmitter {
  systemIsDark = false;
  readonly #onChange: (isDark: boolean) => void;
  #source: ThemeSource = 'system';

  constructor(onChange: (isDark: boolean) => void) {
    super();
    this.#onChange = onChange;
  }

  get themeSource(): ThemeSource {
    return this.#source;
  }
  set themeSource(source: ThemeSource) {
    this.#source = source;
    this.#onChange(this.shouldUseDarkColors);
    this.emit('updated');
  }

  /** The taskbar's own; `themeSource` does not change it. docs/api/native-theme.md. */
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.systemIsDark;
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.systemIsDark : this.#source === 'dark';
  }
}
