/** Search in what this device has, and in what only the server has. */
import { z } from 'zod';
import { ConversationId, EpochMs, Message } from './entities.ts';

/** `id` of a message: where the next page starts (newest first). */
export const SearchQuery = z.object({
  text: z.string().trim().min(1).max(200),
  before: z.number().int().nullable(),
  limit: z.number().int().min(1).max(100),
});

export const SearchHit = z.object({
  conversationId: ConversationId,
  contactName: z.string(),
  channelName: z.string(),
  message: Message,
  /** The found passage; `hit` parts are what matched. */
  excerpt: z.array(z.object({ text: z.string(), hit: z.boolean() })),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchResult = z.object({
  hits: z.array(SearchHit),
  next: z.number().int().nullable(),
  /** What was searched, for "Searched 41,208 messages on this device (since 1 Sep)". */
  searched: z.object({ messages: z.number().int(), since: EpochMs.nullable() }),
});
export type SearchResult = z.infer<typeof SearchResult>;
