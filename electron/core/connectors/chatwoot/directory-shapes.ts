/** Ready texts, macros, contacts and search over REST (chatwoot-api §5, §6, §8.1). Only fields that we use are named. */
import { z } from 'zod';
import { RestContact } from './rest-shapes.ts';

/** Values that change when the list of that name changes. */
export const RestCacheKeys = z.object({
  cache_keys: z.object({ label: z.string(), inbox: z.string(), team: z.string() }),
});

export const RestCanned = z.object({ id: z.number().int(), short_code: z.string(), content: z.string() });

export const RestMacro = z.object({
  id: z.number().int(),
  name: z.string(),
  actions: z.array(z.object({ action_name: z.string() })),
});

/** Lists are read row by row (`rows.ts`). */
export const RestBareList = z.array(z.unknown());
export const RestPayload = z.object({ payload: z.array(z.unknown()) });

export const RestNewContact = z.object({ payload: z.object({ contact: RestContact }) });

export const RestContactableInbox = z.object({ inbox: z.object({ id: z.number().int() }), source_id: z.string() });

/** The rest of a found message cannot be relied on: it says type 0 of everything, and not whether it is private. */
export const RestFoundMessage = z.object({ id: z.number().int(), conversation_id: z.number().int().positive() });
export const RestFoundMessages = z.object({ payload: z.object({ messages: z.array(z.unknown()) }) });
