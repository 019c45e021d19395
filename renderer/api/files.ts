/**
 * Bytes from the page to the core: posted to the page's own origin, never through a call. In Electron nobody else can reach
 * that origin; the browser host asks for the page's session.
 */
import { CallError, errorCodes, type ErrorCode } from '../../shared/contract/errors.ts';
import type { LocalFile } from '../../shared/contract/files.ts';
import { pageKeyHeader } from '../../shared/contract/wire.ts';
import { parseJson } from '../../shared/lang/json.ts';
import { WireBroken } from './web-socket-transport.ts';

/** Stays null in Electron. */
let session: string | null = null;

export function setUploadSession(given: string): void {
  session = given;
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
  if (session !== null) request.setRequestHeader(pageKeyHeader, session);
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

function codeOf(answer: unknown): ErrorCode {
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : null;
  return errorCodes.find((known) => known === code) ?? 'internal';
}
