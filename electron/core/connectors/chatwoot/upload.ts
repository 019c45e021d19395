/**
 * The bytes of a file, ahead of the message that carries them (chatwoot-api §3.5, `POST upload`): the message itself stays
 * small, and a restart in between need not send the bytes again.
 */
import { z } from 'zod';
import type { OutgoingFile } from '../connector.ts';
import { REQUEST_TIMEOUT_MS, type Rest } from './rest.ts';

/** Slower than this and the line is as good as dead. */
const slowestBytesPerSecond = 16 * 1024;

const UploadAnswer = z.object({ blob_id: z.string().min(1) });

/** `path`: of the account's `upload`. Answers the signed id of the stored bytes. */
export async function uploadFile(rest: Rest, path: string, { name, type, bytes }: OutgoingFile): Promise<string> {
  const form = new FormData();
  form.append('attachment', new File([bytes], name, { type }));
  const timeoutMs = REQUEST_TIMEOUT_MS + Math.ceil(bytes.size / slowestBytesPerSecond) * 1000;
  const { value } = await rest.exchange({ path, form, timeoutMs }, UploadAnswer);
  return value.blob_id;
}
