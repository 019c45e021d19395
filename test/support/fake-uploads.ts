/** The bytes that a fake server was given ahead of their messages. */
import { ConnectorError, type NewMessage, type OutgoingFile } from '../../electron/core/connectors/connector.ts';
import type { Attachment } from '../../shared/contract/entities.ts';

export class FakeUploads {
  /** How long one takes; time passes only when the test says so. */
  takesMs = 0;
  readonly #files = new Map<string, OutgoingFile>();
  #nextId = 1;

  add(file: OutgoingFile): string {
    const id = `signed-${this.#nextId++}`;
    this.#files.set(id, file);
    return id;
  }

  /** The server cleans up what no message took. */
  forgetAll(): void {
    this.#files.clear();
  }

  /** Of the message that is being made. */
  attachmentsOf(content: NewMessage['content']): readonly Attachment[] {
    const id = content.kind === 'template' ? null : (content.uploadId ?? null);
    if (id === null) return [];
    const file = this.#files.get(id);
    if (file === undefined) throw new ConnectorError('unknown-upload', 'no', 422, 'mismatched digest');
    const { name, bytes } = file;
    const unsaid = { width: null, height: null, transcript: null, coordinates: null, phoneNumber: null };
    const url = `http://server.test/rails/active_storage/blobs/redirect/${id}/${name}`;
    return [{ id: Number(id.slice(7)), kind: 'file', url, name, sizeBytes: bytes.size, ...unsaid }];
  }
}
