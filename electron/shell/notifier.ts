/**
 * Notifications of the system. What is said and offered was decided before (shared/notify); here it becomes what each system can
 * do with it:
 *
 *           reply field   buttons   after a restart
 * Windows   yes           yes       only through `handleActivation`
 * macOS     yes           yes       through the notification centre, as a click
 * Linux     no            no        no
 *
 * A notification nobody holds loses its click, so each is kept until it is gone. docs/api/notification.md.
 */
import type { Activation } from '../core/alerts/alert-desk.ts';
import type { Clock, Log, Notifier } from '../core/ports.ts';
import type { Announcement, NotificationAction } from '../../shared/notify/announce.ts';
import type { ShowResult } from '../../shared/notify/doctor.ts';
import { plainText } from '../../shared/notify/plain-text.ts';
import { tokenOf } from '../../shared/notify/token.ts';
import { words } from '../../shared/notify/words.ts';
import type { Say } from './say.ts';
import type { ElectronSurface, NotificationLike } from './surface.ts';

/** A system that says nothing for so long has not shown it. */
export const patienceMs = 5_000;
/** Of those that lie in the notification centre; a click on an older one only opens the app. */
const mostKept = 100;

export interface NotifierOptions {
  readonly Notification: ElectronSurface['Notification'];
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly log: Log;
  readonly say: Say;
  readonly facts: Notifier['facts'];
  readonly onActivation: (activation: Activation) => void;
}

export function createNotifier(options: NotifierOptions): Notifier {
  const { Notification, platform } = options;
  const kept = new Map<string, { readonly shown: NotificationLike; readonly token: string }>();

  function withdraw(workspaceId: string, id: string): void {
    const key = `${workspaceId} ${id}`;
    const there = kept.get(key);
    if (there === undefined) return;
    kept.delete(key);
    there.shown.close();
    // What moved into the notification centre is not closed but removed.
    if (platform === 'darwin') Notification.remove(there.token);
  }

  function keep(key: string, shown: NotificationLike, token: string): void {
    kept.set(key, { shown, token });
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  }

  return {
    withdraw,
    facts: options.facts,
    async show(workspaceId, announcement) {
      if (!Notification.isSupported()) return { status: 'not-shown', reason: 'unsupported' };
      withdraw(workspaceId, announcement.id);
      const token = tokenOf(workspaceId, announcement);
      const shown = new Notification(contentOf(announcement, token, options));
      const key = `${workspaceId} ${announcement.id}`;
      keep(key, shown, token);
      const forget = (): void => {
        if (kept.get(key)?.shown === shown) kept.delete(key);
      };
      answer(shown, workspaceId, announcement, options);
      shown.on('close', ({ reason }) => {
        // Out of time it goes to the notification centre, where it can still be chosen.
        if (reason !== 'timedOut') forget();
      });
      const result = await outcome(shown, options);
      if (result.status === 'not-shown') forget();
      return result;
    },
  };
}

function contentOf(
  { title, body, actions, sound, urgent }: Announcement,
  token: string,
  { platform, say }: NotifierOptions,
): Electron.NotificationConstructorOptions {
  const mayBeMarkup = platform === 'linux';
  const content = {
    title: plainText(say(title), { part: 'title', mayBeMarkup: false }),
    body: plainText(body.map(say).join(' · '), { part: 'body', mayBeMarkup }),
    silent: !sound,
  };
  if (platform === 'linux') return { ...content, urgency: urgent ? 'critical' : 'normal' };
  const named = { ...content, id: token, ...(actions.includes('reply') ? replyField(say) : {}) };
  const buttons = buttonsOf(actions).map((action) => ({
    type: 'button' as const,
    text: say(words(`notify.action.${action}`)),
  }));
  if (platform === 'win32') return { ...named, actions: buttons, timeoutType: urgent ? 'never' : 'default' };
  return { ...named, actions: buttons };
}

function replyField(say: Say): Electron.NotificationConstructorOptions {
  return { hasReply: true, replyPlaceholder: say(words('notify.action.reply')) };
}

/** The first is what a click does, and a reply has its own field. */
function buttonsOf(actions: readonly NotificationAction[]): readonly NotificationAction[] {
  return actions.slice(1).filter((action) => action !== 'reply');
}

function answer(
  shown: NotificationLike,
  workspaceId: string,
  { id, conversationId, actions }: Announcement,
  { onActivation, log }: NotifierOptions,
): void {
  const about = { workspaceId, id, conversationId };
  const act = (action: NotificationAction, text: string | null): void => onActivation({ ...about, action, text });
  shown.on('click', () => act(actions[0] ?? 'open', null));
  shown.on('reply', (_event, text) => act('reply', text));
  shown.on('action', (_event, index) => {
    const chosen = buttonsOf(actions)[index];
    if (chosen === undefined) log.write('warn', 'a notification has no such button', { index });
    act(chosen ?? 'open', null);
  });
}

function outcome(shown: NotificationLike, { clock, log, platform }: NotifierOptions): Promise<ShowResult> {
  const { promise, resolve } = Promise.withResolvers<ShowResult>();
  const late = clock.schedule(patienceMs, () => resolve({ status: 'not-shown', reason: 'timeout' }));
  shown.on('show', () => resolve({ status: 'shown' }));
  shown.on('failed', (_event, error) => {
    log.write('warn', 'the system refused a notification', { error });
    const isDenied = platform === 'darwin' && /denied|not allowed|permission/i.test(error);
    resolve({ status: 'not-shown', reason: isDenied ? 'denied' : 'failed' });
  });
  shown.show();
  return promise.finally(() => late.cancel());
}
