import { useRef, useState, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { bannerText } from './banner-words.ts';
import { channelWords } from './channel-words.ts';
import { ComposerDialogs } from './composer-dialogs.tsx';
import { ComposerText } from './composer-text.tsx';
import { ComposerTools } from './composer-tools.tsx';
import { LockBanner } from './lock-banner.tsx';
import { PrefixRow } from './prefix-row.tsx';
import { QuickReplies } from './quick-replies.tsx';
import { ReplyPrice } from './reply-price.tsx';
import { ReopenedBanner } from './reopened-banner.tsx';
import { ReturnedBanner } from './returned-banner.tsx';
import { Toolbar } from './toolbar.tsx';
import { useBannerAnnouncement } from './use-banner-announcement.ts';
import { useComposerActions, useComposerCommands } from './use-composer-actions.ts';
import { useTrouble } from './use-composer-facts.ts';
import { useComposerFocus } from './use-composer-focus.ts';
import { useComposerView } from './use-composer-view.ts';
import { useComposer } from './use-composer.ts';
import { useDropZone } from './use-drop-zone.ts';
import { useModeAnnouncement } from './use-mode-announcement.ts';
import { useQuote } from './use-quote.ts';

interface PanelProps {
  readonly conversation: Conversation;
}

export function ComposerPanel({ conversation }: PanelProps): ReactElement {
  const t = useT();
  const trouble = useTrouble(conversation.id);
  const control = useComposer(conversation);
  const { state, dispatch, files } = control;
  const { mode } = state;
  const looks = useComposerView(conversation, control, trouble);
  const { view, window } = looks;
  const panel = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const quickButton = useRef<HTMLButtonElement>(null);
  const [historyOpen, setHistoryOpen] = useState(false);
  const [quickOpen, setQuickOpen] = useState(false);
  const enterSends = useApp((app) => app.settings.enterSends);
  const does = useComposerActions(conversation, control, looks, field);
  useComposerCommands(control, does, view);
  useComposerFocus(field, (next) => dispatch({ type: 'switch-mode', mode: next }));
  useModeAnnouncement(mode, view.field.announceKey);
  useBannerAnnouncement(view.banner?.case ?? null, view.banner === null ? '' : bannerText(t, view.banner, window));
  const quote = useQuote(conversation.id, state.quotedId, (messageId) => {
    dispatch({ type: 'quote', messageId });
    dispatch({ type: 'switch-mode', mode: 'reply' });
    does.focusField();
  });
  const addFiles = (chosen: readonly File[]): void => {
    files.add(chosen, mode);
    does.focusField();
  };
  const dropping = useDropZone(panel, addFiles);
  const { name } = conversation.contact;
  return (
    <section ref={panel} className="composer" aria-label={t('composer.label')}>
      <ReopenedBanner conversation={conversation} window={window} />
      <ReturnedBanner
        returned={trouble.returned}
        canUseTemplate={view.prefixRow.templateEnabled}
        onTemplate={({ text, item }) => control.openPicker({ text, replaces: item?.clientId ?? null })}
      />
      {view.banner !== null && <LockBanner banner={view.banner} window={window} onAction={does.press} />}
      <div className="composer-card" data-mode={mode} data-locked={view.locked}>
        <div className="composer-head">
          <Segmented
            label={t('composer.audience')}
            value={mode}
            onChange={(next) => dispatch({ type: 'switch-mode', mode: next })}
            options={[
              {
                value: 'reply',
                label: t('composer.label.reply', { name, channel: channelWords(t, conversation) }),
                icon: 'send',
              },
              { value: 'note', label: t('composer.label.note'), icon: 'note' },
            ]}
          />
        </div>
        <ComposerText ref={field} conversation={conversation} control={control} view={view} does={does} quote={quote} />
        <div className="composer-foot">
          <PrefixRow
            view={view.prefixRow}
            noteActive={mode === 'note'}
            onPrefix={(prefix) => {
              dispatch({ type: 'prefix', prefix });
              does.focusField();
            }}
            onTemplate={does.pickTemplate}
            quickRepliesOpen={quickOpen}
            quickButton={quickButton}
            onQuickReplies={() => setQuickOpen(!quickOpen)}
          />
          <Toolbar
            view={view}
            state={state}
            enterSends={enterSends}
            // Several files are several messages.
            price={mode === 'reply' && state.files.reply.length < 2 ? <ReplyPrice conversation={conversation} /> : null}
            tools={<ComposerTools onFiles={addFiles} onEmoji={does.insert} />}
            onSend={() => does.send(false)}
            onAction={does.press}
            onUseAsReply={() => dispatch({ type: 'use-as-reply' })}
            onHistory={() => setHistoryOpen(true)}
          />
        </div>
        {quickOpen && (
          <QuickReplies
            mode={mode}
            variables={control.context().variables}
            anchor={quickButton}
            onClose={() => setQuickOpen(false)}
            onChoose={(text) => {
              setQuickOpen(false);
              does.insert(text);
            }}
          />
        )}
      </div>
      <ComposerDialogs
        conversation={conversation}
        control={control}
        looks={looks}
        historyOpen={historyOpen}
        onHistoryClose={() => setHistoryOpen(false)}
        focusField={does.focusField}
      />
      {dropping !== null &&
        createPortal(
          <div className="composer-drop" data-mode={mode}>
            <Icon name={mode === 'note' ? 'note' : 'paperclip'} size={24} />
            {t(mode === 'note' ? 'file.dropNote' : 'file.dropReply', { name })}
          </div>,
          dropping,
        )}
    </section>
  );
}
