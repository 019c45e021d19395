/**
 * Text and files become messages: one file each, because the server hands WhatsApp only the first file of a message
 * (chatwoot-api §3.5), and the text goes along with the first file where that can carry a caption.
 */
import type { LocalFile } from '../contract/files.ts';
import { whatsAppKind, type Destination, type MediaKind } from './rules.ts';

/** WhatsApp cuts nothing: a longer caption is refused (whatsapp-rules §3.1). */
export const mostCaptionCharacters = 1024;

/** Kinds that WhatsApp shows without a caption; the server drops the text of an audio message altogether. */
const withoutCaption: ReadonlySet<MediaKind | null> = new Set(['audio', 'sticker']);

export interface PlannedMessage<F> {
  /** Empty: a file without a caption. */
  readonly text: string;
  readonly file: F | null;
}

/** In the order of sending. Nothing to send is an empty list. */
export function planMessages<F extends Pick<LocalFile, 'type'>>(
  text: string,
  files: readonly F[],
  to: Destination,
): readonly PlannedMessage<F>[] {
  const [first, ...rest] = files;
  const others = rest.map((file) => ({ text: '', file }));
  if (first === undefined) return text === '' ? [] : [{ text, file: null }];
  if (text === '' || canCarry(first, text, to)) return [{ text, file: first }, ...others];
  return [{ text, file: null }, { text: '', file: first }, ...others];
}

/** Whether this text can be the caption of this file. */
export function canCarry(file: Pick<LocalFile, 'type'>, text: string, to: Destination): boolean {
  if (to !== 'whatsapp') return true;
  return !withoutCaption.has(whatsAppKind(file.type)) && text.length <= mostCaptionCharacters;
}
