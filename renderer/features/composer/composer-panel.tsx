import { useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { menuChoices } from '../../../shared/composer/composer-menu.ts';
import { composerView, type ComposerButton } from '../../../shared/composer/composer-view.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp, useAppStore } from '../../state/app-provider.tsx';
import { usePageClock } from '../../state/clock.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { lastQueued, useTakeBack } from '../outbox/use-undo.ts';
import { useWindow } from '../window-chip/use-window.ts';
import { ComposerField } from './composer-field.tsx';
import { ComposerNote } from './composer-note.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { LockBanner } from './lock-banner.tsx';
import { PrefixMenu } from './prefix-menu.tsx';
import { PrefixRow } from './prefix-row.tsx';
import { QuestionDialog } from './question-dialog.tsx';
import { ReopenedBanner } from './reopened-banner.tsx';
import { ReturnedBanner } from './returned-banner.tsx';
import { Toolbar } from './toolbar.tsx';
import { useHasTemplates, useTrouble, type Trouble } from './use-composer-facts.ts';
import { useComposerFocus } from './use-composer-focus.ts';
import { useComposer, type ComposerControl } from './use-composer.ts';
import { useModeAnnouncement } from './use-mode-announcement.ts';

interface PanelProps {
  readonly conversation: Conversation;
}

export function ComposerPanel({ conversation }: PanelProps): ReactElement {
  const t = useT();
  const actions = useActions();
  const agents = useApp((app) => app.directory.agents);
  const trouble = useTrouble(conversation.id);
  const control = useComposer(conversation);
  const { state, dispatch } = control;
  const { window, view } = useView(conversation, control, trouble);
  const field = useRef<HTMLTextAreaElement>(null);
  const focusField = (): void => field.current?.focus();
  const menuId = useId();
  const noteId = useId();
  const enterSends = useApp((app) => app.settings.enterSends);
  useComposerFocus(field, (mode) => dispatch({ type: 'switch-mode', mode }));
  useModeAnnouncement(state.mode, view.field.announceKey);
  const choices = menuChoices(state, { agents });
  const menuOpen = choices.length > 0;
  const { name } = conversation.contact;
  const [historyOpen, setHistoryOpen] = useState(false);
  const store = useAppStore();
  const takeBack = useTakeBack();
  const editLast = (): boolean => {
    const item = lastQueued(store.getState(), conversation.id);
    if (item !== undefined) void takeBack(item);
    return item !== undefined;
  };

  const pickTemplate = (): void => control.openPicker({ text: state.reply.text.trim(), replaces: null });
  const act = (action: ComposerButton['action']): void => {
    perform(action, control, { pickTemplate, retry: actions.sync.retry, adminText: t('composer.tellAdmin.text') });
    if (action !== 'template') focusField();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'm' && key !== 'p') return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'p' && view.prefixRow.templateEnabled) pickTemplate();
    if (key === 'm') dispatch({ type: 'switch-mode', mode: state.mode === 'reply' ? 'note' : 'reply' });
  };
  return (
    <section className="composer" aria-label={t('composer.label')} onKeyDown={onKeyDown}>
      <ReopenedBanner conversation={conversation} window={window} />
      <ReturnedBanner
        returned={trouble.returned}
        canUseTemplate={view.prefixRow.templateEnabled}
        onTemplate={({ text, item }) => control.openPicker({ text, replaces: item?.clientId ?? null })}
      />
      {view.banner !== null && <LockBanner banner={view.banner} window={window} onAction={act} />}
      <div className="composer-card" data-mode={state.mode} data-locked={view.locked}>
        <div className="composer-head">
          <Segmented
            label={t('composer.audience')}
            value={state.mode}
            onChange={(mode) => dispatch({ type: 'switch-mode', mode })}
            options={[
              { value: 'reply', label: t('composer.label.reply', { name }), icon: 'send' },
              { value: 'note', label: t('composer.label.note'), icon: 'note' },
            ]}
          />
        </div>
        <div className="composer-text">
          {menuOpen && state.menu !== null && (
            <PrefixMenu
              id={menuId}
              kind={state.menu.kind}
              choices={choices}
              selected={state.menu.selected}
              onChoose={(index) => dispatch({ type: 'menu-choose', index })}
            />
          )}
          <ComposerField
            ref={field}
            state={state}
            view={view}
            menuId={menuId}
            menuOpen={menuOpen}
            caretTurn={control.caretTurn}
            enterSends={enterSends}
            describedBy={state.notice !== null || control.error !== null ? noteId : null}
            dispatch={dispatch}
            onLeave={() => leave(field.current, actions.ui.back)}
            onEditLast={editLast}
            onBlur={control.flushDrafts}
          />
        </div>
        <ComposerNote id={noteId} error={control.error} notice={state.notice} />
        <div className="composer-foot">
          <PrefixRow
            view={view.prefixRow}
            noteActive={state.mode === 'note'}
            onPrefix={(prefix) => {
              dispatch({ type: 'prefix', prefix });
              focusField();
            }}
            onTemplate={pickTemplate}
          />
          <Toolbar
            view={view}
            state={state}
            enterSends={enterSends}
            onSend={() => {
              // An empty text cannot be submitted, but a template can be chosen without one.
              if (view.send.action === 'template') pickTemplate();
              else dispatch({ type: 'submit', isComposing: false });
              if (view.send.action !== 'template') focusField();
            }}
            onAction={act}
            onUseAsReply={() => dispatch({ type: 'use-as-reply' })}
            onHistory={() => setHistoryOpen(true)}
          />
        </div>
      </div>
      {state.question !== null && (
        <QuestionDialog
          question={state.question}
          name={name}
          onAnswer={(answer) => {
            dispatch({ type: 'answer', answer });
            focusField();
          }}
        />
      )}
      {historyOpen && (
        <HistoryDialog
          conversationId={conversation.id}
          onRestore={(mode, text) => {
            dispatch({ type: 'recalled', mode, text });
            actions.ui.focusComposer(mode);
          }}
          onClose={() => setHistoryOpen(false)}
        />
      )}
      {control.helpOpen && <HelpDialog onClose={control.closeHelp} />}
    </section>
  );
}

function useView(conversation: Conversation, { state }: ComposerControl, trouble: Trouble) {
  const window = useWindow(conversation.window);
  const hasTemplates = useHasTemplates(conversation);
  const offline = useApp((app) => app.sync.status?.offlineSince ?? null) !== null;
  const clock = usePageClock();
  const view = composerView({
    window: window.state,
    mode: state.mode,
    replyText: state.reply.text,
    noteText: state.note.text,
    connection: offline ? 'offline' : 'online',
    hasTemplates,
    channelKind: conversation.channel.kind,
    templateSentAt: conversation.templateSentAt,
    lateRefusal: trouble.refusal,
    customerName: conversation.contact.name,
    // The contract has no permission per conversation; the core refuses what is not allowed.
    readOnly: false,
    computerClockErrorMs: clock.info()?.computerClockErrorMs ?? 0,
  });
  return { window, view };
}

interface Exits {
  readonly pickTemplate: () => void;
  readonly retry: () => void;
  readonly adminText: string;
}

/** A button of a banner, or the one beside Send. */
function perform(action: ComposerButton['action'], { state, dispatch }: ComposerControl, exits: Exits): void {
  switch (action) {
    case 'template':
      exits.pickTemplate();
      return;
    case 'send':
    case 'add-note':
      dispatch({ type: 'submit', isComposing: false });
      return;
    case 'note':
      dispatch({ type: 'prefix', prefix: 'note' });
      return;
    case 'keep-as-note':
      dispatch({ type: 'keep-as-note' });
      return;
    case 'copy-text':
      void navigator.clipboard.writeText(state.reply.text);
      return;
    case 'check-clock':
      exits.retry();
      return;
    case 'tell-admin':
      dispatch({ type: 'restored', mode: 'note', text: exits.adminText });
      dispatch({ type: 'prefix', prefix: 'note' });
      return;
    case 'sms':
      return; // offered only where an SMS channel reaches the customer
  }
}

/** Escape: back to the list; the draft is kept. */
function leave(field: HTMLTextAreaElement | null, back: () => void): void {
  field?.blur();
  back();
  document.querySelector<HTMLElement>('[role="listbox"] [role="option"][tabindex="0"]')?.focus();
}
