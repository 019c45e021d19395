import { useEffect, useRef, useState } from 'react';
import type { Client } from '../../../shared/contract/client.ts';
import type { ChannelKind } from '../../../shared/contract/entities.ts';
import type { LocalFile } from '../../../shared/contract/files.ts';
import type { ComposerEvent, ComposerMode, ComposerState } from '../../../shared/composer/composer-types.ts';
import { fileProblem, maxFiles, type Destination, type FileProblem } from '../../../shared/files/rules.ts';
import { useClient } from '../../api/client.tsx';
import { fileAddress } from '../../api/file-address.ts';
import { useApp } from '../../state/app-provider.tsx';
import { useFileStore } from './upload-context.ts';

/** A file on its way into the store, or one that did not get there. */
export interface Upload {
  readonly key: string;
  readonly mode: ComposerMode;
  readonly file: File;
  /** 0 … 1 */
  readonly done: number;
  readonly trouble: FileProblem | 'failed' | null;
}

export interface ComposerFiles {
  readonly uploads: readonly Upload[];
  /** More were chosen than one message may have. */
  readonly tooMany: boolean;
  /** What this page has seen of a picture itself. */
  readonly thumbnail: (file: LocalFile) => string | undefined;
  readonly add: (files: readonly File[], mode: ComposerMode) => void;
  readonly again: (upload: Upload) => void;
  readonly drop: (upload: Upload) => void;
  /** Stored again under another name, because a stored file keeps the name it has. */
  readonly rename: (file: LocalFile, name: string, mode: ComposerMode) => void;
  readonly isUploading: (mode: ComposerMode) => boolean;
}

interface FilesOptions {
  readonly channelKind: ChannelKind;
  readonly read: () => ComposerState;
  /** Also after the agent has moved on: the file belongs to the text it was chosen for. */
  readonly settle: (event: ComposerEvent) => void;
  readonly added: (count: number) => void;
  /** The same once this composer is gone: another one may have the text by now. */
  readonly late: (mode: ComposerMode, file: LocalFile) => Promise<void>;
}

/** Files that are chosen, pasted or dropped. What is stored lives in the machine; this is the way there. */
export function useFiles({ channelKind, read, settle, added, late }: FilesOptions): ComposerFiles {
  const store = useFileStore();
  const client = useClient();
  const workspaceId = useApp((app) => app.workspace.info?.id ?? '');
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [tooMany, setTooMany] = useState(false);
  // The machine asks between two renders.
  const running = useRef<Record<ComposerMode, number>>({ reply: 0, note: 0 });
  const pictures = usePictures();
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const to = (mode: ComposerMode): Destination => (mode === 'note' ? 'team' : channelKind);
  const change = (key: string, part: Partial<Upload>): void =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));
  const remove = (key: string): void => setUploads((all) => all.filter((upload) => upload.key !== key));

  async function start(upload: Upload, instead: string | null = null): Promise<void> {
    const { key, mode, file } = upload;
    running.current[mode] += 1;
    try {
      const stored = await store.upload(workspaceId, file, (done) => change(key, { done }));
      const trouble = fileProblem(stored, to(mode));
      if (trouble !== null) {
        change(key, { trouble });
        return;
      }
      if (!here.current) {
        await late(mode, stored);
        return;
      }
      pictures.keep(stored, file);
      remove(key);
      if (instead !== null) settle({ type: 'file-removed', mode, fileId: instead });
      settle({ type: 'files-added', mode, files: [stored] });
    } catch {
      change(key, { trouble: 'failed' });
    } finally {
      running.current[mode] -= 1;
    }
  }
  function add(files: readonly File[], mode: ComposerMode): void {
    const room = maxFiles - read().files[mode].length - uploads.filter((upload) => upload.mode === mode).length;
    setTooMany(files.length > room);
    const fresh = files.slice(0, Math.max(0, room)).map((file): Upload => {
      // A type that the browser does not know is judged by the content, once it is stored.
      const trouble = file.type === '' ? null : fileProblem({ type: file.type, sizeBytes: file.size }, to(mode));
      return { key: crypto.randomUUID(), mode, file, done: 0, trouble };
    });
    setUploads((all) => [...all, ...fresh]);
    for (const upload of fresh) if (upload.trouble === null) void start(upload);
    if (fresh.length > 0) added(fresh.length);
  }
  async function rename(stored: LocalFile, name: string, mode: ComposerMode): Promise<void> {
    const upload: Upload = {
      key: crypto.randomUUID(),
      mode,
      file: new File([pictures.source(stored) ?? (await storedBytes(client, stored))], name, {
        type: stored.type,
      }),
      done: 0,
      trouble: null,
    };
    setUploads((all) => [...all, upload]);
    await start(upload, stored.id);
  }
  return {
    uploads,
    tooMany,
    thumbnail: (file) => pictures.url(file),
    add,
    again(upload) {
      change(upload.key, { trouble: null, done: 0 });
      void start(upload);
    },
    drop: ({ key }) => remove(key),
    rename: (file, name, mode) => void rename(file, name, mode),
    isUploading: (mode) => running.current[mode] > 0,
  };
}

async function storedBytes(client: Client, { id }: LocalFile): Promise<Blob> {
  return (await fetch(await fileAddress(client, { fileId: id }))).blob();
}

/** What this page has seen of the files itself: no way to the store and back for a thumbnail. */
function usePictures() {
  const [known] = useState(() => new Map<string, { readonly file: File; readonly url: string }>());
  useEffect(() => () => known.forEach(({ url }) => URL.revokeObjectURL(url)), [known]);
  return {
    keep: ({ id }: LocalFile, file: File) => known.set(id, { file, url: URL.createObjectURL(file) }),
    url: ({ id }: LocalFile): string | undefined => known.get(id)?.url,
    source: ({ id }: LocalFile): File | undefined => known.get(id)?.file,
  };
}
