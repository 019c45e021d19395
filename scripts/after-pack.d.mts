/** Every fuse of Electron's (`FuseV1Options`) → on. */
export const fuses: Readonly<Record<number, boolean>>;
export function releaseWords(
  platform: string,
  mustBeSigned: boolean,
  env: { readonly LATCHKEY_UPDATE_KEY?: string | undefined },
): Readonly<Record<string, string>>;
