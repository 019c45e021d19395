import type { ReactNode } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { formatWeekdayTime } from '../../i18n/dates.ts';
import { useT, type MessageKey } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { IconButton } from '../../ui/button.tsx';
import './context-pane.css';

/** What we know of the customer, the conversation and the channel. */
export function ContextPane({ conversation }: { readonly conversation: Conversation }) {
  const t = useT();
  const actions = useActions();
  const { contact, channel, assignee, team, labels, priority, status } = conversation;
  const none = t('context.none');
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
        <Section title="context.conversation">
          <Fact name="context.number">#{conversation.id}</Fact>
          <Fact name="context.status">{t(`status.${status}`)}</Fact>
          <Fact name="context.assignee">{assignee?.name ?? none}</Fact>
          <Fact name="context.team">{team?.name ?? none}</Fact>
          <Fact name="context.priority">{priority === null ? none : t(`priority.${priority}`)}</Fact>
          <Fact name="context.labels">
            {labels.length === 0 ? none : labels.map((label) => <LabelChip key={label} label={label} />)}
          </Fact>
        </Section>
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
  const { durationMs, openedAt } = conversation.window;
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
          <Fact name="context.windowEnds">{formatWeekdayTime(openedAt + durationMs)}</Fact>
        </>
      )}
    </Section>
  );
}

interface SectionProps {
  readonly title: MessageKey;
  readonly help?: string;
  readonly children: ReactNode;
}

function Section({ title, help, children }: SectionProps) {
  return (
    <section className="context-section">
      <h3>{useT()(title)}</h3>
      <dl>{children}</dl>
      {help !== undefined && <p className="context-help">{help}</p>}
    </section>
  );
}

function Fact({ name, children }: { readonly name: MessageKey; readonly children: ReactNode }) {
  return (
    <div className="context-fact">
      <dt>{useT()(name)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function LabelChip({ label }: { readonly label: string }) {
  return <span className="label-chip">{label}</span>;
}
