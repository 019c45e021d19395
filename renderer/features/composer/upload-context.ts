import { createContext, useContext } from 'react';
import type { LocalFile } from '../../../shared/contract/files.ts';
import { uploadFile } from '../../api/files.ts';

export interface FileStore {
  /** Puts a copy into the workspace's own folder. `onProgress`: 0 … 1. */
  readonly upload: (workspaceId: string, file: File, onProgress?: (done: number) => void) => Promise<LocalFile>;
}

/** The page's own origin; tests bring a store in memory. */
const FileStoreContext = createContext<FileStore>({ upload: uploadFile });
export const FileStoreProvider = FileStoreContext.Provider;

export function useFileStore(): FileStore {
  return useContext(FileStoreContext);
}
