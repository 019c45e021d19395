/**
 * Files on their way to the server. Their bytes never travel in a call: the page posts them to `/files` of its own
 * origin (both hosts answer there), gets a `LocalFile` back, and from then on speaks of it by id. Where one is read, the
 * core says (`files.address`).
 */
import { z } from 'zod';

export const FileId = z.uuid();

/** A copy in the workspace's own folder, kept until what it belongs to has been sent or thrown away. */
export const LocalFile = z.object({
  id: FileId,
  /** As the agent saw it; never used as a path. */
  name: z.string().min(1).max(255),
  /** MIME type, found by its content where that is possible. */
  type: z.string().max(120),
  sizeBytes: z.number().int().nonnegative(),
});
export type LocalFile = z.infer<typeof LocalFile>;

/** A file of a message, or one on its way to the server. */
export const FileRef = z.union([z.object({ attachmentId: z.number().int() }), z.object({ fileId: FileId })]);
export type FileRef = z.infer<typeof FileRef>;
