/**
 * The name of a notification where the system keeps it: what it was about and which buttons it had, so that one that is chosen
 * after a restart can still be followed. It names nobody and says nothing of what was written. What comes back is parsed strictly:
 * a program of the same user can make it up.
 */
import type { Announcement, NotificationAction } from './announce.ts';

const letters: Record<NotificationAction, string> = {
  open: 'o',
  reply: 'r',
  note: 'n',
  'choose-template': 't',
  'start-sweep': 's',
};
const shape = /([0-9a-f]{8})\.([a-z]{1,12}(?:-[1-9]\d{0,14})?)\.([ornts]{1,5})(?![\w.])/;

export interface Token {
  /** `fingerprint` of the workspace. */
  readonly workspace: string;
  readonly id: string;
  readonly conversationId: number | null;
  /** First: what a click does. */
  readonly actions: readonly NotificationAction[];
}

/** At most 43 characters; Windows refuses more than 64 (Electron: electron_api_notification.cc:136). */
export function tokenOf(workspaceId: string, { id, actions }: Pick<Announcement, 'id' | 'actions'>): string {
  return `${fingerprint(workspaceId)}.${id}.${actions.map((action) => letters[action]).join('')}`;
}

/** Also out of a longer text, such as the launch arguments of Windows. Null: it is none of ours. */
export function findToken(text: string): Token | null {
  const [, workspace, id, given] = shape.exec(text) ?? [];
  if (workspace === undefined || id === undefined || given === undefined) return null;
  const all = Object.entries(letters) as [NotificationAction, string][];
  const actions = Array.from(given, (letter) => all.filter(([, own]) => own === letter).map(([action]) => action));
  const number = id.split('-')[1];
  return { workspace, id, conversationId: number === undefined ? null : Number(number), actions: actions.flat() };
}

/** FNV-1a: tells the few workspaces of one computer apart, and is no secret. */
export function fingerprint(workspaceId: string): string {
  let hash = 0x811c9dc5;
  for (const character of workspaceId) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
