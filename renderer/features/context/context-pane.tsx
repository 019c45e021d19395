import { useEffect, useRef } from 'react';
import type { Conversation, WindowFacts } from '../../../shared/contract/entities.ts';
import { formatWeekdayTime } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { IconButton } from '../../ui/button.tsx';
import { PaneSeparator } from '../panes/pane-separator.tsx';
import { useWidthClass } from '../panes/use-width-class.ts';
import { ExplainedWindow } from '../window-chip/explained-window.tsx';
import './context-pane.css';
import { Fact, Section } from './context-section.tsx';
import { ConversationFacts } from './conversation-facts.tsx';
import { CustomerSection } from './customer-section.tsx';
import { HistorySections } from './history-sections.tsx';
import { PreviousSection } from './previous-section.tsx';

/** What we know of the customer, the conversation and the channel. A drawer over the thread where there is no room beside it. */
export function ContextPane({ conversation }: { readonly conversation: Conversation }) {
  const t = useT();
  const actions = useActions();
  const { contact, channel, id } = conversation;
  const pane = useDrawer();
  const close = (): void => actions.ui.setContextOpen(false);
  return (
    <aside
      ref={pane}
      className="context-pane"
      aria-label={t('context.label')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <header className="context-head">
        <h2>{t('context.customer')}</h2>
        <IconButton icon="close" label={t('context.hide')} onClick={close} />
      </header>
      <div className="context-scroll">
        <CustomerSection contact={contact} />
        <WindowFactsSection conversation={conversation} />
        <ConversationFacts conversation={conversation} />
        <HistorySections key={id} conversationId={id} />
        <PreviousSection conversation={conversation} />
        <Section title="context.channel">
          <Fact name="context.channel">{channel.name}</Fact>
          {channel.phoneNumber !== null && (
            <Fact name="context.businessNumber">
              <bdi dir="ltr">{channel.phoneNumber}</bdi>
            </Fact>
          )}
          {(['templates', 'groups', 'calls'] as const).map((capability) => (
            <Fact key={capability} name={`context.${capability}`}>
              {t(channel.capabilities[capability] ? 'context.yes' : 'context.notOnChannel')}
            </Fact>
          ))}
        </Section>
      </div>
      <PaneSeparator pane="context" />
    </aside>
  );
}

/** What covers the thread takes the focus, and gives it back. */
function useDrawer() {
  const pane = useRef<HTMLElement>(null);
  const isDrawer = useWidthClass() !== 'wide';
  useEffect(() => {
    if (!isDrawer) return undefined;
    const before = document.activeElement;
    pane.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [isDrawer]);
  return pane;
}

function WindowFactsSection({ conversation }: { readonly conversation: Conversation }) {
  const t = useT();
  const facts = conversation.window;
  const { durationMs, openedAt } = facts;
  if (durationMs === null) {
    return (
      <Section title="context.window" help={t('context.windowNone')}>
        {null}
      </Section>
    );
  }
  return (
    <Section
      title="context.window"
      help={t(openedAt === null ? 'context.windowNever' : 'context.windowRule')}
      lead={<ExplainedWindow conversation={conversation} />}
    >
      {openedAt !== null && (
        <>
          <Fact name="context.windowOpened">{formatWeekdayTime(openedAt)}</Fact>
          <WindowEnd openedAt={openedAt} durationMs={durationMs} refusedAt={facts.refusedAt} />
        </>
      )}
    </Section>
  );
}

type EndFacts = { readonly openedAt: number; readonly durationMs: number } & Pick<WindowFacts, 'refusedAt'>;

/** A refusal closes the window before its time, until the customer opens it again. */
function WindowEnd({ openedAt, durationMs, refusedAt }: EndFacts) {
  const endsAt = openedAt + durationMs;
  if (refusedAt !== null && refusedAt >= openedAt && refusedAt < endsAt) {
    return <Fact name="context.windowRefused">{formatWeekdayTime(refusedAt)}</Fact>;
  }
  return <Fact name="context.windowEnds">{formatWeekdayTime(endsAt)}</Fact>;
}
