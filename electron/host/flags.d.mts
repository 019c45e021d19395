export interface StartFlags {
  readonly help: boolean;
  /** The browser host was asked for, directly or by a flag that only it has. */
  readonly browser: boolean;
  /** Open a window. */
  readonly open: boolean;
  /** Also without a page. */
  readonly stay: boolean;
  /** 0: any free one. */
  readonly port: number;
  /** Null: the default of the operating system. */
  readonly data: string | null;
  /** Without a slash at the end; null: the practice workspace. */
  readonly server: string | null;
}

export declare const helpText: string;

/** What is wrong with the command line, as one sentence for the person who typed it. */
export declare class UsageError extends Error {}

/** Throws `UsageError`. */
export declare function parseStartFlags(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): StartFlags;
