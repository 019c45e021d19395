/**
 * Bytes between the page and the core: posted to and read from the page's own origin, never through a call. In Electron
 * nobody else can reach that origin; the browser host asks for the page's key on what is posted, and for its reading key in
 * every address.
 */
import { CallError, errorCodes, type ErrorCode } from '../../shared/contract/errors.ts';
import type { LocalFile } from '../../shared/contract/files.ts';
import { pageKeyHeader } from '../../shared/contract/wire.ts';
import { parseJson } from '../../shared/lang/json.ts';
import { WireBroken } from './web-socket-transport.ts';

/** Of this page load; both stay null in Electron. */
const keys = { page: null as string | null, file: null as string | null };

export function setFileKeys(given: Partial<typeof keys>): void {
  Object.assign(keys, given);
}

/**
 * Rejects with a `CallError` (file-invalid, storage …) or, if the connection broke, with `WireBroken`. `onProgress` is told
 * which part of the bytes has left the page, 0 to 1.
 */
export function uploadFile(workspaceId: string, file: File, onProgress?: (part: number) => void): Promise<LocalFile> {
  // `fetch` cannot tell how far an upload is.
  const request = new XMLHttpRequest();
  request.open('POST', `/files?${new URLSearchParams({ workspace: workspaceId, name: file.name }).toString()}`);
  request.setRequestHeader('content-type', file.type === '' ? 'application/octet-stream' : file.type);
  if (keys.page !== null) request.setRequestHeader(pageKeyHeader, keys.page);
  return new Promise((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total === 0 ? 1 : loaded / total));
    request.addEventListener('error', () => reject(new WireBroken()));
    request.addEventListener('abort', () => reject(new WireBroken()));
    request.addEventListener('load', () => {
      const answer = parseJson(request.responseText);
      if (request.status === 200) resolve(answer as LocalFile);
      else reject(new CallError(codeOf(answer), `the file was answered with ${request.status}`));
    });
    request.send(file);
  });
}

/** A file of a message; `thumb`: a small picture of it. */
export function mediaUrl(workspaceId: string, attachmentId: number, { thumb = false } = {}): string {
  return address(`/media/${workspaceId}/${attachmentId}`, thumb ? { thumb: '1' } : {});
}

/** A file on its way to the customer. */
export function localFileUrl(workspaceId: string, fileId: string): string {
  return address(`/files/${workspaceId}/${fileId}`, {});
}

function address(path: string, query: Record<string, string>): string {
  const all = new URLSearchParams(keys.file === null ? query : { ...query, k: keys.file }).toString();
  return all === '' ? path : `${path}?${all}`;
}

function codeOf(answer: unknown): ErrorCode {
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : null;
  return errorCodes.find((known) => known === code) ?? 'internal';
}
