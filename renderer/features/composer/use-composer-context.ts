import type { Conversation, Message } from '../../../shared/contract/entities.ts';
import type { ComposerContext } from '../../../shared/composer/composer-types.ts';
import type { OnConversation } from '../../../shared/composer/mentions.ts';
import { knownVariables } from '../../../shared/composer/variables.ts';
import { plainText } from '../../../shared/format/spans.ts';
import { render } from '../../../shared/format/preview.ts';
import { countdown } from '../../../shared/window/countdown.ts';
import { windowState } from '../../../shared/window/window-state.ts';
import { formatNear, ownTimeZone, pageLocale } from '../../i18n/dates.ts';
import { useT, type Translate } from '../../i18n/i18n.tsx';
import { useAppStore } from '../../state/app-provider.tsx';
import { usePageClock, type ServerTime } from '../../state/clock.ts';
import type { AppState } from '../../state/store.ts';
import { headerText } from '../window-chip/window-words.ts';

/** Longer questions are in the thread, one look away. */
const longestQuote = 200;

/**
 * Everything the machine is asked against, read at the moment of the key and not at the last paint: the window may have closed, or
 * another conversation may be in its place (law 1, rule 9).
 */
export function useComposerContext(conversation: Conversation): () => Omit<ComposerContext, 'uploading'> {
  const t = useT();
  const store = useAppStore();
  const clock = usePageClock();
  const { id } = conversation;
  return () => {
    const app = store.getState();
    const time = clock.read();
    const now = app.conversations.byId[id] ?? conversation;
    const { agents, teams, labels, macros, canned } = app.directory;
    const me = app.workspace.info?.me ?? null;
    const messages = app.thread?.conversationId === id ? app.thread.messages : [];
    return {
      conversationId: app.ui.selectedId ?? id,
      agents,
      teams,
      labels,
      macros,
      canned,
      me: me?.id ?? 0,
      now: time.nowMs,
      timeZone: ownTimeZone(),
      locale: pageLocale() ?? 'en',
      window: windowState(now.window, time),
      onConversation: whoIsOnIt(now, messages, app),
      variables: knownVariables({ contact: now.contact, me, conversationId: id, channel: now.channel }),
      handoverSummary: summaryOf(t, now, messages, time),
    };
  };
}

/** Who has it, and who wrote in what is loaded. The server names authors, not their ids. */
function whoIsOnIt({ assignee, team }: Conversation, messages: readonly Message[], app: AppState): OnConversation {
  const authors = new Set(messages.filter(({ author }) => author.kind === 'agent').map(({ author }) => author.name));
  const me = app.workspace.info?.me.id;
  const agentIds = app.directory.agents
    .filter((agent) => agent.id !== me && (agent.id === assignee?.id || authors.has(agent.name)))
    .map((agent) => agent.id);
  return { agentIds, teamId: team?.id ?? null };
}

/** How it stands, for whoever takes over: facts that this device has, in a few lines. Never a word of the reply draft (law 2). */
function summaryOf(t: Translate, conversation: Conversation, messages: readonly Message[], time: ServerTime): string {
  const { waitingSince, contact, window } = conversation;
  const state = windowState(window, time);
  const { text: left } = countdown(state, time.nowMs, time.guardMs);
  const lines = [t('handover.window', { window: headerText(t, window, { state, left, time }, null) })];
  if (waitingSince !== null) lines.push(t('handover.waiting', { since: formatNear(waitingSince, time.nowMs) }));
  const last = messages.findLast((message) => message.kind === 'incoming' && message.text !== '');
  if (last !== undefined) {
    const words = render(last.text, 'whatsapp')
      .map(({ spans }) => plainText(spans))
      .join(' ')
      .slice(0, longestQuote);
    lines.push(t('handover.last', { name: contact.name, text: words }));
  }
  return lines.join('\n');
}
