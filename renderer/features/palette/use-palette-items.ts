import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Contact, Conversation } from '../../../shared/contract/entities.ts';
import type { Template } from '../../../shared/contract/templates.ts';
import { rank } from '../../../shared/palette/score.ts';
import { outlivesWindow, snoozeContext } from '../../../shared/snooze/snooze-context.ts';
import { readMoment } from '../../../shared/snooze/read-moment.ts';
import { windowState } from '../../../shared/window/window-state.ts';
import { useClient } from '../../api/client.tsx';
import { formatNear, ownTimeZone, pageLocale } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp, useAppStore } from '../../state/app-provider.tsx';
import { usePageClock } from '../../state/clock.ts';
import { useConversationActions } from '../thread/use-conversation-actions.ts';
import { useCommandRegistry } from '../shortcuts/use-command.ts';
import {
  commandItems,
  conversationItem,
  personItem,
  settingItems,
  templateItem,
  type PaletteItem,
} from './palette-items.ts';

/** Rows on the screen at most: nobody reads further, they type another letter. */
const mostItems = 24;

/** What the palette shows for this query. `recent`: ids of what was run last, newest first. */
export function usePaletteItems(query: string, recent: readonly string[]): readonly PaletteItem[] {
  const t = useT();
  const actions = useActions();
  const registry = useCommandRegistry();
  const settings = useApp((state) => state.settings);
  const byId = useApp((state) => state.conversations.byId);
  const selectedId = useApp((state) => state.ui.selectedId);
  const conversation = selectedId === null ? undefined : byId[selectedId];
  const templates = useTemplates(conversation);
  const people = usePeople(query);
  const openPerson = useOpenPerson();
  const fitting = useFitting(conversation);
  const snooze = useSnoozeItem(query, conversation);
  const all = useMemo(() => {
    const conversations = Object.values(byId);
    const shown = new Set(conversations.map(({ contact }) => contact.id));
    return [
      ...commandItems(registry, settings.keys, t),
      ...conversations.map((each) => conversationItem(each, t, actions)),
      ...people.filter(({ id }) => !shown.has(id)).map((contact) => personItem(contact, t, openPerson)),
      ...(conversation === undefined ? [] : templates.map((each) => templateItem(each, conversation, t, actions))),
      ...settingItems(settings, t, actions),
    ];
  }, [registry, settings, byId, people, templates, conversation, t, actions, openPerson]);
  return useMemo(() => {
    if (query.trim() !== '') {
      const ranked = rank(query.trim(), all, mostItems);
      return snooze.asked ? [...snooze.items, ...ranked] : [...ranked, ...snooze.items];
    }
    const pick = (ids: readonly string[]): PaletteItem[] =>
      ids.flatMap((id) => all.find((item) => item.id === id) ?? []);
    const first = [...pick(fitting), ...pick(recent)];
    const rest = all.filter(({ id }) => id.startsWith('command:'));
    return [...new Set([...first, ...rest])].slice(0, mostItems);
  }, [query, all, snooze, fitting, recent]);
}

/** Ids of what fits the moment, best first: the way out of a closed window, what waits for a decision. */
function useFitting(conversation: Conversation | undefined): readonly string[] {
  const clock = usePageClock();
  const attention = useApp((state) => state.outbox.items.some((item) => item.problem !== null));
  return useMemo(() => {
    const ids = attention ? ['command:outbox.open'] : [];
    if (conversation === undefined) return ids;
    const { kind } = windowState(conversation.window, clock.read());
    const locked = kind === 'closed' || kind === 'none' || kind === 'guard' || kind === 'unverified';
    const exits = ['command:conversation.template', 'command:conversation.note'];
    return [...ids, ...(locked ? exits : ['command:conversation.reply'])];
  }, [attention, conversation, clock]);
}

function useTemplates(conversation: Conversation | undefined): readonly Template[] {
  const client = useClient();
  const [found, setFound] = useState<readonly Template[]>([]);
  const channelId = conversation?.channel.capabilities.templates === true ? conversation.channel.id : null;
  useEffect(() => {
    if (channelId === null) return undefined;
    let wanted = true;
    client.call('templates.list', { channelId }).then(
      ({ templates }) => wanted && setFound(templates.filter(({ status }) => status === 'approved')),
      // The picker itself says why there are none.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [client, channelId]);
  return channelId === null ? [] : found;
}

/** Customers on this device whose name or number fits. */
function usePeople(query: string): readonly Contact[] {
  const client = useClient();
  const [found, setFound] = useState<readonly Contact[]>([]);
  const text = query.trim();
  useEffect(() => {
    if (text === '') return undefined;
    let wanted = true;
    client.call('contacts.search', { text: text.slice(0, 100), limit: 20 }).then(
      ({ contacts }) => wanted && setFound(contacts),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [client, text]);
  return text === '' ? [] : found;
}

/** Their newest conversation; without one, the page that starts one. */
function useOpenPerson(): (contact: Contact) => void {
  const client = useClient();
  const actions = useActions();
  return useCallback(
    (contact: Contact): void => {
      const open = async (): Promise<void> => {
        const { conversations } = await client.call('conversations.ofContact', { contactId: contact.id });
        const [newest] = conversations;
        if (newest === undefined) actions.ui.start({ contact });
        else actions.ui.select(newest.id);
      };
      open().catch(() => actions.ui.start({ contact }));
    },
    [client, actions],
  );
}

interface SnoozeRow {
  readonly items: readonly PaletteItem[];
  /** By its word: it comes first. A moment alone may be a name as well. */
  readonly asked: boolean;
}

const noSnooze: SnoozeRow = { items: [], asked: false };

/** "snooze tue 3pm" or "tue 3pm": one row that says when that is, and whether the window will be closed by then. */
function useSnoozeItem(query: string, conversation: Conversation | undefined): SnoozeRow {
  const t = useT();
  const store = useAppStore();
  const clock = usePageClock();
  const act = useConversationActions();
  // The command's own word, and that of the agent's language.
  const words = ['snooze', t('action.conversation.snooze').replace('…', '').toLowerCase()];
  const [, word = '', rest = ''] = /^\s*(\S+)\s+(\S.*)$/u.exec(query) ?? [];
  const asked = words.includes(word.toLowerCase());
  if (conversation === undefined || query.trim() === '') return noSnooze;
  const time = clock.read();
  const context = snoozeContext(windowState(conversation.window, time), time.nowMs, ownTimeZone());
  const moment = readMoment(asked ? rest : query, context, pageLocale());
  if (moment.kind !== 'at') return noSnooze;
  const { at } = moment;
  const items: readonly PaletteItem[] = [
    {
      id: 'snooze:until',
      icon: 'snooze',
      label: t('palette.snoozeUntil', { time: formatNear(at, time.nowMs) }),
      alias: '',
      context: outlivesWindow(at, context) ? t('palette.snoozeOutlives') : conversation.contact.name,
      keys: '',
      reason: null,
      run: () => {
        const current = store.getState().conversations.byId[conversation.id];
        if (current !== undefined) void act.snooze(current, at);
      },
    },
  ];
  return { items, asked };
}
