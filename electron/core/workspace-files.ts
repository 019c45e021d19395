/** What lies in the folder of one workspace, by name. */

/** Copies of the files of messages. */
export const mediaFolder = 'media';
/** Files on their way to the customer. */
export const sendingFolder = 'files';

/** Everything that the server has as well: it goes when somebody signs out. */
export const serverCopies: readonly string[] = [
  mediaFolder,
  ...['cache.db', 'cache-damaged.db'].flatMap((name) => [name, `${name}-wal`, `${name}-shm`]),
  'cache.damaged',
];
