/** What the parts of one fake Electron share. One world is one process of the app. */
import type { ElectronSurface } from '../../../electron/shell/surface.ts';

/** Shows the windows' pages somewhere. Without one, pages are only fetched, never drawn: enough for tests of the shell. */
export interface Display {
  open(window: ShownWindow): void;
  send(windowId: number, channel: string, args: readonly unknown[]): void;
  reload(windowId: number): void;
  close(windowId: number): void;
  /** What `prefers-color-scheme` says from now on, in every window. */
  theme(isDark: boolean): void;
}

export interface ShownWindow {
  readonly id: number;
  readonly url: string;
  /** Path of the preload script; null if the window has none. */
  readonly preload: string | null;
  readonly width: number;
  readonly height: number;
}

/** Electron's own two, plus the fake's log of what would have reached the operating system. */
export interface World {
  readonly platform: NodeJS.Platform;
  readonly display: Display | null;
  isReady: boolean;
  /** What the system, or its script, says of an address, as a PAC script answers. */
  readonly systemProxy: (url: string) => string;
  /** Set by `quit` and `exit`: from then on the process would be gone. */
  exitCode: number | null;
  readonly onExit: (code: number) => void;
  /** Schemes registered as privileged, by name. */
  readonly schemes: Map<string, Electron.Privileges>;
  readonly openedOutside: string[];
  /** Questions to the person, and what they choose: the next of `answers`, else the first button. */
  readonly questions: Electron.MessageBoxOptions[];
  readonly answers: number[];
  /** Where crash dumps go; null: they are not made. */
  crashReports: Electron.CrashReporterStartOptions | null;
  readonly errorBoxes: { readonly title: string; readonly content: string }[];
}

export type Surface = ElectronSurface;

/** `app://desk` for a standard scheme. Node's URL says `null` for every scheme it does not know, Chromium does not. */
export function originOf(world: World, address: string): string {
  const url = URL.parse(address);
  if (url === null) return 'null';
  const scheme = url.protocol.slice(0, -1);
  if (world.schemes.get(scheme)?.standard === true) return `${scheme}://${url.host}`;
  return url.origin;
}
