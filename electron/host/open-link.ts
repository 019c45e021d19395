/**
 * A link into the host that runs, in a file of its data folder that only this user can read: a second start on the same
 * folder opens that one's page instead of being refused. As soon as it was used, the next one stands there.
 */
import { openLinkFile } from '../core/data-folder.ts';
import type { DataFiles, Log } from '../core/ports.ts';
import type { Host } from './host-server.ts';

export interface OpenLink {
  stop(): Promise<void>;
}

export async function keepOpenLink(host: Pick<Host, 'newLink'>, files: DataFiles, log: Log): Promise<OpenLink> {
  let writing = Promise.resolve();
  const put = (): Promise<void> => {
    const link = host.newLink(() => void put());
    writing = writing
      .then(() => files.write(openLinkFile, `${link}\n`))
      .catch((error: unknown) => log.write('warn', 'a second start will find no link', { error: String(error) }));
    return writing;
  };
  await put();
  return {
    async stop() {
      await writing;
      await files.remove(openLinkFile);
    },
  };
}

/** Null: whoever has this folder open is no browser host, or serves no pages any more. */
export async function readOpenLink(files: Pick<DataFiles, 'read'>): Promise<string | null> {
  const link = ((await files.read(openLinkFile).catch(() => null)) ?? '').trim();
  if (!/^http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]+$/u.test(link)) return null;
  const isThere = await fetch(link, { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  );
  return isThere ? link : null;
}
