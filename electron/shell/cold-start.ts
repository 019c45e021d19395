/** A notification that is chosen after Latchkey ended: Windows starts it and tells it what was chosen. */
import type { Activation } from '../core/alerts/alert-desk.ts';
import type { Log } from '../core/ports.ts';
import { findToken, fingerprint } from '../../shared/notify/token.ts';
import type { ElectronSurface } from './surface.ts';

export interface ColdStartOptions {
  readonly Notification: ElectronSurface['Notification'];
  readonly log: Log;
  /** Of this computer; known by now. */
  readonly workspaceIds: () => readonly string[];
  readonly onActivation: (activation: Activation) => void;
  /** It cannot be told what it was about. `text`: what was typed into it. */
  readonly onUnknown: (text: string | null) => void;
}

/** Once, when the workspaces are there. Untrusted: any program of the same user can start us like this. */
export function followColdStart({ Notification, log, workspaceIds, onActivation, onUnknown }: ColdStartOptions): void {
  Notification.handleActivation((details) => {
    const text = details.type === 'reply' ? (details.reply ?? null) : null;
    const token = findToken(details.arguments);
    const workspaceId = workspaceIds().find((id) => fingerprint(id) === token?.workspace);
    if (token === null || workspaceId === undefined) {
      log.write('warn', 'a notification of an earlier run is not known', { type: details.type });
      onUnknown(text);
      return;
    }
    const { id, conversationId, actions } = token;
    const buttons = actions.slice(1).filter((action) => action !== 'reply');
    const chosen = details.type === 'action' ? buttons[details.actionIndex ?? -1] : undefined;
    onActivation({ workspaceId, id, conversationId, action: chosen ?? actions[0] ?? 'open', text });
  });
}
