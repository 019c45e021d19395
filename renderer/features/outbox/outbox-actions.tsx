import type { OutboxItem } from '../../../shared/contract/entities.ts';
import { decisionsFor } from '../../../shared/outbox/outbox-machine.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { decisionWords, offersTemplate } from './outbox-words.ts';

/** What a person can decide about an item now. */
export function OutboxActions({ item }: { readonly item: OutboxItem }) {
  const t = useT();
  const actions = useActions();
  const { clientId, content, conversationId, state } = item;
  const decisions = decisionsFor(content.kind, state);
  const template = offersTemplate(item);
  if (decisions.length === 0 && !template) return null;
  return (
    <div className="outbox-actions">
      {template && content.kind === 'reply' && (
        <Button
          size="small"
          variant="primary"
          icon="template"
          onClick={() => {
            actions.ui.select(conversationId);
            actions.ui.openTemplatePicker({ conversationId, text: content.text, replaces: clientId });
          }}
        >
          {t('outbox.chooseTemplate')}
        </Button>
      )}
      {decisions.map((decision) => (
        <Button key={decision} size="small" onClick={() => void actions.outbox.decide(clientId, decision)}>
          {decisionWords(item, decision, t)}
        </Button>
      ))}
    </div>
  );
}
