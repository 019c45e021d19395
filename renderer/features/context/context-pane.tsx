import type { Conversation, WindowFacts } from '../../../shared/contract/entities.ts';
import { formatWeekdayTime } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { IconButton } from '../../ui/button.tsx';
import './context-pane.css';
import { Fact, Section } from './context-section.tsx';
import { ConversationFacts } from './conversation-facts.tsx';

/** What we know of the customer, the conversation and the channel. */
export function ContextPane({ conversation }: { readonly conversation: Conversation }) {
  const t = useT();
  const actions = useActions();
  const { contact, channel } = conversation;
  return (
    <aside className="context-pane" aria-label={t('context.label')}>
      <header className="context-head">
        <h2>{t('context.customer')}</h2>
        <IconButton icon="close" label={t('context.hide')} onClick={() => actions.ui.setContextOpen(false)} />
      </header>
      <div className="context-scroll">
        <div className="context-who">
          <Avatar name={contact.name} size="large" />
          <div className="context-who-text">
            <p className="context-name">
              <bdi>{contact.name}</bdi>
            </p>
            <p className="context-phone">
              <bdi dir="ltr">{contact.phoneNumber ?? t('context.noPhone')}</bdi>
            </p>
          </div>
        </div>
        <WindowFactsSection conversation={conversation} />
        <ConversationFacts conversation={conversation} />
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
    </aside>
  );
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
    <Section title="context.window" help={t(openedAt === null ? 'context.windowNever' : 'context.windowRule')}>
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
