import type { FileKeys } from '../../electron/core/files/file-keys.ts';

/** For tests that are not about who may read a file. */
export const openToAll: FileKeys = { addressOf: (path) => path, opens: () => true, renew: () => undefined };
