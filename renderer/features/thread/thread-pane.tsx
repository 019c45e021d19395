import type { Conversation } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Composer } from '../composer/composer.tsx';
import { TemplatePicker } from '../template-picker/template-picker.tsx';
import { WindowAnnouncer } from '../window-chip/window-announcer.tsx';
import { ChangeRows } from './change-rows.tsx';
import { ThreadBody } from './thread-body.tsx';
import './thread.css';
import { ThreadHeader } from './thread-header.tsx';

export function ThreadPane() {
  const t = useT();
  const actions = useActions();
  const selectedId = useApp((state) => state.ui.selectedId);
  const conversation = useApp((state) => (selectedId === null ? undefined : state.conversations.byId[selectedId]));
  const state = useApp((app) => app.thread?.state ?? 'loading');
  if (selectedId === null) {
    return (
      <section className="thread-pane thread-none" aria-label={t('thread.none.title')}>
        <EmptyState icon="inbox" title={t('thread.none.title')} text={t('thread.none.text')} />
      </section>
    );
  }
  if (state === 'gone' || conversation === undefined) {
    return (
      <section className="thread-pane thread-none" aria-label={t('thread.gone.title')} aria-busy={state === 'loading'}>
        {state === 'gone' && (
          <>
            <div className="thread-back thread-back-alone">
              <IconButton icon="chevron-left" label={t('app.back')} onClick={actions.ui.back} />
            </div>
            <EmptyState icon="question" title={t('thread.gone.title')} text={t('thread.gone.text')} />
          </>
        )}
      </section>
    );
  }
  return <OpenThread key={conversation.id} conversation={conversation} />;
}

function OpenThread({ conversation }: { readonly conversation: Conversation }) {
  const t = useT();
  return (
    <section
      className="thread-pane"
      aria-label={t('thread.label', { name: conversation.contact.name })}
      id="conversation"
      tabIndex={-1}
    >
      <ThreadHeader conversation={conversation} />
      <ChangeRows conversation={conversation} />
      <WindowAnnouncer conversation={conversation} />
      <ThreadBody conversation={conversation} />
      <div id="composer" tabIndex={-1} className="thread-composer">
        <Composer conversation={conversation} />
      </div>
      <TemplatePicker />
    </section>
  );
}
