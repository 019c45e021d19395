/** Every fuse of Electron's (`FuseV1Options`) → on. */
export const fuses: Readonly<Record<number, boolean>>;
