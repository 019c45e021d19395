/** Bytes that come ahead of their message, and files as WhatsApp takes or refuses them (chatwoot-api §3.5, whatsapp-rules §3.2). */
import { fileType } from '../../shared/files/file-type.ts';
import { mostCaptionCharacters } from '../../shared/files/plan.ts';
import { fileProblem, mostServerBytes, whatsAppKind } from '../../shared/files/rules.ts';
import { fail, ok } from './http.ts';
import type { Answer, Call, UploadedFile } from './http.ts';
import type { Practice } from './practice.ts';
import type { Attachment, FileType, Message, Upload } from './state.ts';

export const mediaError = '131053: Media upload error';
const captionError = '131009: Parameter value is not valid';
/** What ActiveStorage says of a signed id that is none of its own; Chatwoot hands the words on. */
const unknownUpload = 'ActiveSupport::MessageVerifier::InvalidSignature';

export function postUpload({ practice, request }: Call): Answer {
  const [file] = request.files;
  if (file === undefined) return fail(422, 'No file found in the request');
  if (file.bytes.length > mostServerBytes) return fail(422, 'Validation failed: File size is too big');
  const { state } = practice;
  const number = (state.uploads ?? []).length + 1;
  const secret = Array.from({ length: 40 }, () => Math.floor(practice.random() * 16).toString(16)).join('');
  const upload: Upload = { signedId: `blob${String(number)}--${secret}`, fileName: file.name, source: sourceOf(file) };
  state.uploads = [...(state.uploads ?? []), upload];
  const fileUrl = `${practice.baseUrl()}/rails/active_storage/blobs/redirect/${upload.signedId}/${encodeURIComponent(file.name)}`;
  return ok({ file_url: fileUrl, blob_id: upload.signedId });
}

/** Checked before anything is stored. */
export function unknownUploadProblem(practice: Practice, given: unknown): Answer | null {
  const isKnown = signedIds(given).every((id) => uploadOf(practice, id) !== undefined);
  return isKnown ? null : fail(422, unknownUpload);
}

/** What a message carries: files of a form, and signed ids of earlier uploads. */
export function attachmentsOf(
  practice: Practice,
  files: readonly UploadedFile[],
  given: unknown,
): readonly Attachment[] {
  const uploads = signedIds(given).flatMap((id) => uploadOf(practice, id) ?? []);
  const all = [...files.map((file) => ({ fileName: file.name, source: sourceOf(file) })), ...uploads];
  return all.map(({ fileName, source }) => {
    practice.state.next.attachment += 1;
    return { id: practice.state.next.attachment, fileType: fileTypeOf(source.contentType), fileName, source };
  });
}

/** Null: WhatsApp takes it. Only the first file of a message ever gets there. */
export function mediaProblem({ attachments: [first], content }: Message): string | null {
  if (first?.source.kind !== 'uploaded') return null;
  const bytes = Buffer.from(first.source.base64, 'base64');
  const type = fileType(bytes, first.fileName);
  if (fileProblem({ type, sizeBytes: bytes.length }, 'whatsapp') !== null) return mediaError;
  // The text of an audio message is dropped on the way, so that its length does not matter.
  const hasCaption = whatsAppKind(type) !== 'audio';
  return hasCaption && (content ?? '').length > mostCaptionCharacters ? captionError : null;
}

const uploadOf = (practice: Practice, id: string): Upload | undefined =>
  practice.state.uploads?.find((upload) => upload.signedId === id);

const signedIds = (given: unknown): readonly string[] =>
  Array.isArray(given) ? given.filter((id) => typeof id === 'string') : [];

const sourceOf = ({ contentType, bytes }: UploadedFile): Upload['source'] => ({
  kind: 'uploaded',
  contentType,
  base64: Buffer.from(bytes).toString('base64'),
});

function fileTypeOf(contentType: string): FileType {
  const kind = contentType.split('/')[0];
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'file';
}
