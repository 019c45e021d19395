import type { Conversation, Priority } from '../../../shared/contract/entities.ts';
import type { ConversationAction } from '../../../shared/contract/outbox.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { useActionSaid } from '../thread/use-conversation-actions.ts';
import { Fact, Section } from './context-section.tsx';

const priorities: readonly Priority[] = ['urgent', 'high', 'medium', 'low'];

/** Who has it, how urgent it is and what it is about: each can be changed here, with or without a connection. */
export function ConversationFacts({ conversation }: { readonly conversation: Conversation }) {
  const t = useT();
  const actAndSay = useActionSaid();
  const { agents, teams } = useApp((state) => state.directory);
  const { id, assignee, team, priority, status } = conversation;
  const none = t('context.none');
  const choice = (key: string, label: string, checked: boolean, action: ConversationAction) => ({
    key,
    label,
    checked,
    onChoose: () => void actAndSay(id, action),
  });
  return (
    <Section title="context.conversation">
      <Fact name="context.number">#{id}</Fact>
      <Fact name="context.status">{t(`status.${status}`)}</Fact>
      <Fact name="context.assignee">
        <MenuButton
          label={t('context.change', { what: t('context.assignee'), now: assignee?.name ?? none })}
          items={[
            choice('none', none, assignee === null, { kind: 'assign', assigneeId: null }),
            ...agents.map((agent) =>
              choice(`${agent.id}`, agent.name, agent.id === assignee?.id, { kind: 'assign', assigneeId: agent.id }),
            ),
          ]}
        >
          {assignee?.name ?? none}
        </MenuButton>
      </Fact>
      <Fact name="context.team">
        <MenuButton
          label={t('context.change', { what: t('context.team'), now: team?.name ?? none })}
          items={[
            choice('none', none, team === null, { kind: 'assign-team', teamId: null }),
            ...teams.map((each) =>
              choice(`${each.id}`, each.name, each.id === team?.id, { kind: 'assign-team', teamId: each.id }),
            ),
          ]}
        >
          {team?.name ?? none}
        </MenuButton>
      </Fact>
      <Fact name="context.priority">
        <MenuButton
          label={t('context.change', {
            what: t('context.priority'),
            now: priority === null ? none : t(`priority.${priority}`),
          })}
          items={[
            ...priorities.map((each) =>
              choice(each, t(`priority.${each}`), each === priority, { kind: 'set-priority', priority: each }),
            ),
            choice('none', none, priority === null, { kind: 'set-priority', priority: null }),
          ]}
        >
          {priority === null ? none : t(`priority.${priority}`)}
        </MenuButton>
      </Fact>
      <Fact name="context.labels">
        <Labels conversation={conversation} />
      </Fact>
    </Section>
  );
}

function Labels({ conversation: { id, labels } }: { readonly conversation: Conversation }) {
  const t = useT();
  const actAndSay = useActionSaid();
  const known = useApp((state) => state.directory.labels);
  const change = (add: string[], remove: string[]) => void actAndSay(id, { kind: 'change-labels', add, remove });
  const others = known.filter(({ title }) => !labels.includes(title));
  return (
    <>
      {labels.map((label) => (
        <span key={label} className="label-chip">
          <bdi className="truncate">{label}</bdi>
          <button
            type="button"
            className="label-remove"
            aria-label={t('context.labelRemove', { label })}
            title={t('context.labelRemove', { label })}
            onClick={() => change([], [label])}
          >
            <Icon name="close" size={14} />
          </button>
        </span>
      ))}
      {others.length > 0 && (
        <MenuButton
          label={t('context.labelAdd')}
          items={others.map(({ title }) => ({ key: title, label: title, onChoose: () => change([title], []) }))}
        >
          {t('context.add')}
        </MenuButton>
      )}
      {others.length === 0 && labels.length === 0 && t('context.none')}
    </>
  );
}
