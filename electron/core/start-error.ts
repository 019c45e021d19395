import { DataFolderError } from './data-folder.ts';

/** Why Latchkey could not start, in one sentence for the person who started it. */
export function startError(error: unknown): string {
  if (error instanceof DataFolderError) return error.message;
  const { code, kind, message } = error as { code?: unknown; kind?: unknown; message?: unknown };
  if (code === 'EADDRINUSE') return 'The port is already in use; choose another with --port, or leave it out.';
  if (code === 'EACCES') return 'This port may not be used here; choose another with --port, or leave it out.';
  if (kind === 'busy') return 'The data folder is in use by another Latchkey that is running.';
  if (kind === 'newer-file') return 'A newer Latchkey wrote this data folder; use that one, or another --data folder.';
  return `Latchkey could not start: ${String(message ?? error)}`;
}
