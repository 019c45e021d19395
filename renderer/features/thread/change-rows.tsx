import type { Conversation } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { Icon } from '../../ui/icon.tsx';
import { OutboxActions } from '../outbox/outbox-actions.tsx';
import { contentWords, needsPerson, stateIcons, stateWords } from '../outbox/outbox-words.ts';
import './change-rows.css';

/** Changes of the conversation that the server did not take: what I did, what became of it, and what can be done. */
export function ChangeRows({ conversation }: { readonly conversation: Conversation }) {
  const t = useT();
  const items = useApp((state) => state.outbox.items);
  const directory = useApp((state) => state.directory);
  const lost = items.filter(
    (item) => item.conversationId === conversation.id && item.content.kind === 'action' && needsPerson(item),
  );
  return (
    // Always there: a region that appears together with its text is not read out.
    <div role="status" aria-label={t('thread.changes')} className="change-rows">
      {lost.map((item) => (
        <div key={item.clientId} className="change-row" data-state={item.state}>
          <Icon name={stateIcons[item.state]} size={16} />
          <p className="change-text">
            <span className="change-mine">{contentWords(item, directory, t)}</span> {stateWords(item, t)}
          </p>
          <OutboxActions item={item} />
        </div>
      ))}
    </div>
  );
}
