/** The side of the alerts that faces the shell: what the tray shows, and what a person does outside the page. */
import type { AnyEvent } from '../../../shared/contract/contract.ts';
import { afterLink, afterTray } from '../../../shared/notify/destinations.ts';
import type { DeepLink } from '../../../shared/links/deep-link.ts';
import type { TrayCommand, TrayState } from '../../../shared/notify/tray.ts';
import type { Clock, Log } from '../ports.ts';
import type { Workspace } from '../workspace.ts';
import type { Activation, AlertDesk } from './alert-desk.ts';
import { DeskWatch } from './desk-watch.ts';

export interface DeskAlerts {
  /** What the tray and the badge show from now on. */
  onTray(listener: (state: TrayState) => void): () => void;
  /** `show`: bring the window to the front. Never rejects. */
  activate(activation: Activation): Promise<'done' | 'show'>;
  open(link: DeepLink): void;
  /** A notification was chosen of which nothing is known any more; `text`: what was typed into it. */
  lost(text: string | null): void;
  /** Those that run; waits for nothing. */
  workspaceIds(): readonly string[];
  /** An entry of the tray's menu, except opening the window and quitting, which are the shell's own. */
  run(command: TrayCommand): void;
  /** No page has the focus any more, or the last one is gone. */
  lookAway(): void;
  /** By query: what has not left this computer. */
  unsent(): Promise<number>;
  heard(event: AnyEvent['name']): void;
  stop(): void;
}

export interface DeskAlertsParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly desk: AlertDesk;
  readonly isLocked: () => boolean;
  readonly running: () => readonly (readonly [string, Workspace])[];
}

const drawn: ReadonlySet<AnyEvent['name']> = new Set([
  'workspace.changed',
  'workspaces.changed',
  'conversations.changed',
  'outbox.changed',
  'settings.changed',
  'sync.changed',
  'deskLock.changed',
]);

export function createDeskAlerts({ clock, log, desk, isLocked, running }: DeskAlertsParts): DeskAlerts {
  const listeners = new Set<(state: TrayState) => void>();
  const summaries = () =>
    Promise.all(running().map(async ([id, workspace]) => [id, await workspace.summary()] as const));
  const watch = new DeskWatch({
    clock,
    log,
    read: summaries,
    isSilenced: () => desk.isSilenced(),
    isLocked,
    onState: (state) => {
      for (const listener of listeners) listener(state);
    },
  });
  return {
    onTray(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    activate: (activation) => desk.activate(activation),
    lost(text) {
      if (text !== null && text.trim() !== '') desk.keep(text);
      desk.go({ kind: 'inbox', workspaceId: null });
    },
    workspaceIds: () => running().map(([id]) => id),
    open: (link) => desk.go(afterLink(link)),
    run(command) {
      const to = afterTray(command);
      if (to !== null) desk.go(to);
      if (command.kind === 'do-not-disturb') desk.silence(command.until);
    },
    lookAway: () => desk.lookAway(),
    unsent: async () => (await summaries()).reduce((total, [, { unsent }]) => total + unsent, 0),
    heard(event) {
      if (drawn.has(event)) watch.changed();
    },
    stop: () => watch.stop(),
  };
}
