import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import { usefulDecisions, type OutboxDecision } from '../../../shared/outbox/outbox-machine.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useAllowsFreeText } from '../window-chip/use-window.ts';
import { canTakeBack, decisionWords, offersTemplate } from './outbox-words.ts';
import { useLeavesIn, useTakeBack } from './use-undo.ts';

/** Most useful first; the last one gives the text up. */
const order: readonly OutboxDecision[] = ['make-note', 'send-again', 'cancel', 'discard'];

/** What a person can decide about an item now. */
export function OutboxActions({ item }: { readonly item: OutboxItem }) {
  const t = useT();
  const actions = useActions();
  const takeBack = useTakeBack();
  const leaving = useLeavesIn(item) !== null;
  const { clientId, content, conversationId, state } = item;
  const open = useAllowsFreeText(useApp((app) => app.conversations.byId[conversationId]?.window));
  if (leaving && canTakeBack(item)) {
    return (
      <div className="outbox-actions">
        <Button size="small" icon="undo" title={t('outbox.undo.key')} onClick={() => void takeBack(item)}>
          {t('outbox.undo')}
        </Button>
      </div>
    );
  }
  const possible = usefulDecisions(item, open);
  const decisions = order.filter((decision) => possible.includes(decision));
  const template = offersTemplate(item);
  const editable = canTakeBack(item) && content.kind !== 'template';
  const copyable = state === 'failed' && content.kind !== 'action' && content.text !== '';
  if (decisions.length === 0 && !template) return null;
  const button = (decision: OutboxDecision) => (
    <Button key={decision} size="small" onClick={() => void actions.outbox.decide(clientId, decision)}>
      {decisionWords(item, decision, t)}
    </Button>
  );
  const isEnd = (decision: OutboxDecision): boolean => decision === 'discard' || decision === 'cancel';
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
      {decisions.filter((decision) => !isEnd(decision)).map(button)}
      {editable && (
        <Button size="small" onClick={() => void takeBack(item)}>
          {t('outbox.edit')}
        </Button>
      )}
      {copyable && <CopyButton text={content.text} />}
      {decisions.filter(isEnd).map(button)}
    </div>
  );
}
