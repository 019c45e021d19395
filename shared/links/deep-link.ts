/**
 * `latchkey://…` addresses, from a browser, a mail or a notification: untrusted (law 9), and they only navigate. There is
 * no address that sends, signs in or changes anything.
 *
 *   latchkey://conversation/<workspace>/<id>    latchkey://closing    latchkey://outbox    latchkey://settings
 */
import { WorkspaceId } from '../contract/accounts.ts';

export type DeepLink =
  | { readonly kind: 'conversation'; readonly workspaceId: string; readonly conversationId: number }
  | { readonly kind: 'closing' | 'outbox' | 'settings' };

export const linkScheme = 'latchkey';

const places = ['closing', 'outbox', 'settings'] as const;
/** Systems may change the case of the scheme and add a slash at the end. */
const address = /^latchkey:\/\/([^?#]+?)\/?$/i;
const conversation = /^conversation\/([^/]+)\/([1-9]\d{0,14})$/;

/** Null: not one of ours, whatever is wrong with it. */
export function parseDeepLink(text: string): DeepLink | null {
  const where = address.exec(text)?.[1];
  if (where === undefined) return null;
  const place = places.find((one) => one === where);
  if (place !== undefined) return { kind: place };
  const match = conversation.exec(where);
  const workspaceId = WorkspaceId.safeParse(match?.[1]);
  if (match === null || !workspaceId.success) return null;
  return { kind: 'conversation', workspaceId: workspaceId.data, conversationId: Number(match[2]) };
}
