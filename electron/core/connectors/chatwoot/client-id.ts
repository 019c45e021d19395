/**
 * The key in a message's `content_attributes` that carries our client id. Chatwoot keeps unknown keys there and returns
 * them everywhere (chatwoot-api §9), so this is how a message whose answer was lost is found again. Never rename it.
 */
export const CLIENT_ID_KEY = 'latchkey_id';
