/** What a specification needs of the app, whichever way it runs. One implementation for each way. */
import type { Page } from '@playwright/test';

export interface LaunchOptions {
  /** The app's data folder. Launching twice on the same folder is a restart. */
  readonly dataFolder: string;
  /** The server to sign in to; without one the app starts its own practice workspace. */
  readonly server?: { readonly url: string; readonly token: string } | undefined;
  /** What the page takes the computer for (`navigator.platform`); without it what it is. */
  readonly platform?: 'MacIntel' | 'Win32' | undefined;
}

export interface RunningApp {
  /** The app's window, with the desk loaded (its script has run; data may still be on its way). */
  readonly page: Page;
  /** Asks the app to quit and waits until its process is gone. Fails if it does not leave in 10 s or leaves with an error. */
  stop(): Promise<void>;
  /** SIGKILL: the process gets no chance to save anything. The window is closed too. */
  kill(): Promise<void>;
  /** What the app wrote to stderr and the page to its console so far; for messages of failed tests. */
  log(): string;
}

export interface Driver {
  readonly name: 'host' | 'fake-electron' | 'electron';
  /** Null if this driver can run here, otherwise one sentence that says why not. */
  unavailable(): string | null;
  launch(options: LaunchOptions): Promise<RunningApp>;
}
