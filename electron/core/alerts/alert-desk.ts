/**
 * The alerts of all workspaces: shows them through the notifier, or inside the page where that did not work; knows what the
 * person looks at; and does what they choose on a notification. What it starts on a click is navigation, except for a reply
 * that was typed into a notification, which takes the same way as one from the composer.
 */
import type { AlertFinding, Destination, ShownAlert } from '../../../shared/contract/alerts.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import {
  doNotDisturbUntil,
  isQuietAt,
  type AlertRules,
  type DoNotDisturb,
} from '../../../shared/notify/alert-rules.ts';
import type { Announcement, Looking, NotificationAction } from '../../../shared/notify/announce.ts';
import { afterNotification, appItself } from '../../../shared/notify/destinations.ts';
import { diagnose, type ShowResult } from '../../../shared/notify/doctor.ts';
import { words } from '../../../shared/notify/words.ts';
import type { Events } from '../events.ts';
import type { About, Clock, Log, Notifier, Random, SettingsStore } from '../ports.ts';
import { answerFromNotification } from './quick-reply.ts';

export interface AlertDeskParts {
  readonly about: About;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly settings: SettingsStore;
  readonly notifier: Notifier;
  /** The app's own events. */
  readonly events: Events;
  /** Nobody who may see content is there: notifications only count. */
  readonly isLocked: () => boolean;
  /** Null: there is no such workspace, or nobody may write in it now. Waits until the workspaces are there. */
  readonly handlersOf: (workspaceId: string) => Promise<Partial<Handlers> | null>;
}

/** What the alerts of one workspace need of the rest. */
export interface WorkspaceAlerts {
  readonly rules: () => AlertRules;
  readonly timeZone: () => string;
  readonly looking: () => Looking;
  readonly look: (conversationId: number | null) => void;
  readonly present: (announcement: Announcement) => void;
  readonly withdraw: (id: string) => void;
  /** The rules, or what the person looks at. Until the returned function is called. */
  readonly onChanged: (listener: () => void) => () => void;
}

/** What a person did with a notification. */
export interface Activation {
  readonly workspaceId: string;
  readonly id: string;
  readonly conversationId: number | null;
  readonly action: NotificationAction;
  /** What they typed into it; null: it has no field, or they used a button. */
  readonly text: string | null;
}

type Name = 'alerts.list' | 'alerts.dismiss' | 'alerts.act' | 'alerts.doNotDisturb' | 'alerts.test' | 'alerts.check';

/** Older ones give way: what is in the page is a reminder, not a list of all there is. */
const mostInPage = 5;
/** One sound in so much time; a last warning always has its own. */
const soundEveryMs = 30_000;

export class AlertDesk {
  readonly #parts: AlertDeskParts;
  readonly #looking = new Map<string, number | null>();
  readonly #listeners = new Set<() => void>();
  #inPage: readonly { readonly shown: ShownAlert; readonly to: Destination }[] = [];
  #soundedAt = -Infinity;
  #going: Destination | null = null;
  #tested: ShowResult | null = null;

  constructor(parts: AlertDeskParts) {
    this.#parts = parts;
    parts.events.listen(({ name }) => {
      if (name === 'settings.changed') this.#tell();
    });
  }

  of(workspaceId: string): WorkspaceAlerts {
    return {
      rules: () => this.#rules(),
      timeZone: this.#parts.about.timeZone,
      looking: () => ({ conversationId: this.#looking.get(workspaceId) ?? null }),
      look: (conversationId) => {
        this.#looking.set(workspaceId, conversationId);
        this.#tell();
      },
      present: (announcement) => void this.#present(workspaceId, announcement),
      withdraw: (id) => this.#withdraw(workspaceId, id),
      onChanged: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
  }

  #rules(): AlertRules {
    const { alerts } = this.#parts.settings.read();
    return this.#parts.isLocked() && alerts.privacy !== 'off' ? { ...alerts, privacy: 'count' } : alerts;
  }

  /** No page is in front of anybody any more, and none may be left to say so. */
  lookAway(): void {
    this.#looking.clear();
    this.#tell();
  }

  go(to: Destination): void {
    this.#going = to;
    this.#parts.events.changed('navigation.changed');
  }

  /** Told once: the first page that asks goes there, if it shows that workspace. */
  #takeDestination(shown: string | null): Destination | null {
    const to = this.#going;
    if (to?.workspaceId === null || to?.workspaceId === shown) this.#going = null;
    return to;
  }

  /** `done`: nothing to see. `show`: bring the window to the front. Never rejects. */
  async activate({ workspaceId, id, conversationId, action, text }: Activation): Promise<'done' | 'show'> {
    this.#withdraw(workspaceId, id);
    if (text !== null && conversationId !== null) {
      const { random, log } = this.#parts;
      const handlers = await this.#parts.handlersOf(workspaceId).catch(() => null);
      const intent = await answerFromNotification({ handlers, random, log }, conversationId, text);
      if (intent === 'sent') return 'done';
      if (intent === 'read') this.keep(text);
      this.go({ kind: 'conversation', workspaceId, conversationId, intent });
    } else {
      this.go(afterNotification(workspaceId, conversationId, action));
    }
    return 'show';
  }

  /** A text that has no place of its own any more: it stays in front of the person until they put it away. */
  keep(text: string): void {
    const title = copyOf(words('notify.kept.title'));
    const body = [copyOf(words('notify.text', { text }))];
    const shown: ShownAlert = {
      workspaceId: appItself,
      id: `kept-${this.#parts.random.uuid()}`,
      title,
      body,
      action: 'open',
      urgent: true,
    };
    this.#putInPage({ shown, to: afterNotification(appItself, null, 'open') });
  }

  silence(until: DoNotDisturb): Settings {
    const { clock, about, settings, events } = this.#parts;
    const before = settings.read();
    const doNotDisturb = doNotDisturbUntil(until, clock.wallNow(), about.timeZone());
    const next = { ...before, alerts: { ...before.alerts, doNotDisturbUntil: doNotDisturb } };
    settings.write(next);
    events.changed('settings.changed');
    return next;
  }

  /** Also takes away a silence that has ended, so that nobody reads of it any more. */
  isSilenced(): boolean {
    const { doNotDisturbUntil: until } = this.#parts.settings.read().alerts;
    if (until === null) return false;
    if (until > this.#parts.clock.wallNow()) return true;
    this.silence('off');
    return false;
  }

  handlers(): Pick<Handlers, Name | 'navigation.take'> {
    return {
      'alerts.list': async () => ({ alerts: this.#inPage.map(({ shown }) => shown) }),
      'alerts.dismiss': async ({ workspaceId, id }) => {
        this.#leavePage(workspaceId, id);
        return {};
      },
      'alerts.act': async ({ workspaceId, id }) => {
        const to = this.#inPage.find(({ shown }) => shown.workspaceId === workspaceId && shown.id === id)?.to;
        // A text that has no other place only goes when the person puts it away.
        if (workspaceId !== appItself) this.#leavePage(workspaceId, id);
        if (to !== undefined) this.go(to);
        return {};
      },
      'alerts.doNotDisturb': async ({ until }) => this.silence(until),
      'alerts.test': async () => {
        this.#tested = await this.#parts.notifier.show(appItself, testAnnouncement);
        return { shown: this.#tested.status === 'shown' };
      },
      'alerts.check': async ({ seen }) => ({ findings: await this.#check(seen) }),
      'navigation.take': async ({ shown }) => ({ to: this.#takeDestination(shown) }),
    };
  }

  async #check(seen: boolean | null): Promise<AlertFinding[]> {
    const { notifier, settings, clock, about } = this.#parts;
    const { alerts } = settings.read();
    const quietNow = isQuietAt(alerts, clock.wallNow(), about.timeZone());
    const facts = { ...(await notifier.facts()), test: this.#tested, seen };
    return diagnose(facts, alerts, quietNow).findings.map(({ what, fix, ...rest }) => ({
      ...rest,
      what: copyOf(what),
      fix: copyOf(fix),
    }));
  }

  async #present(workspaceId: string, announcement: Announcement): Promise<void> {
    const result = await this.#show(workspaceId, announcement);
    if (result.status === 'shown') return;
    this.#parts.log.write('info', 'an alert is shown in the page', { reason: result.reason });
    const { id, conversationId, title, body, actions, urgent } = announcement;
    const action = actions[0] ?? 'open';
    const shown = { workspaceId, id, title: copyOf(title), body: body.map(copyOf), action, urgent };
    this.#leavePage(workspaceId, id);
    this.#putInPage({ shown, to: afterNotification(workspaceId, conversationId, action) });
  }

  #putInPage(one: { readonly shown: ShownAlert; readonly to: Destination }): void {
    // Never a kept text for the sake of news.
    const all = [...this.#inPage, one];
    const tooMany = new Set(all.filter(({ shown }) => !isKept(shown)).slice(0, -mostInPage));
    this.#inPage = all.filter((each) => !tooMany.has(each));
    this.#parts.events.changed('alerts.changed');
  }

  async #show(workspaceId: string, announcement: Announcement): Promise<ShowResult> {
    const { notifier, clock, log } = this.#parts;
    const now = clock.monotonicNow();
    const sound = announcement.sound && (announcement.urgent || now - this.#soundedAt >= soundEveryMs);
    if (sound) this.#soundedAt = now;
    return notifier.show(workspaceId, { ...announcement, sound }).catch((error: unknown) => {
      log.write('error', 'the notifier failed', { error: String(error) });
      return { status: 'not-shown', reason: 'failed' };
    });
  }

  #withdraw(workspaceId: string, id: string): void {
    this.#parts.notifier.withdraw(workspaceId, id);
    this.#leavePage(workspaceId, id);
  }

  #leavePage(workspaceId: string, id: string): void {
    const rest = this.#inPage.filter(({ shown }) => shown.workspaceId !== workspaceId || shown.id !== id);
    if (rest.length === this.#inPage.length) return;
    this.#inPage = rest;
    this.#parts.events.changed('alerts.changed');
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function isKept({ workspaceId }: ShownAlert): boolean {
  return workspaceId === appItself;
}

/** Belongs to no workspace and leads nowhere but to the app. */
const testAnnouncement: Announcement = {
  id: 'test',
  kind: 'digest',
  conversationId: null,
  title: words('doctor.test.title'),
  body: [words('doctor.test.body')],
  actions: ['open'],
  sound: true,
  urgent: false,
};

/** The contract's records are not readonly. */
function copyOf({ key, values, times }: ShownAlertWords): ShownAlert['title'] {
  return { key, values: { ...values }, times: { ...times } };
}
type ShownAlertWords = Announcement['title'];
