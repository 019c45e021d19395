import { useId, type ReactElement, type Ref } from 'react';
import type { Conversation, Message } from '../../../shared/contract/entities.ts';
import { menuChoices } from '../../../shared/composer/composer-menu.ts';
import { sendLiterally } from '../../../shared/composer/variables.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { channelWords } from './channel-words.ts';
import { ComposerField } from './composer-field.tsx';
import { ComposerNote } from './composer-note.tsx';
import { CustomerPreview } from './customer-preview.tsx';
import { planWords } from './file-words.ts';
import { FileStrip } from './file-strip.tsx';
import { PrefixMenu } from './prefix-menu.tsx';
import { QuoteStrip } from './quote-strip.tsx';
import type { ComposerActions } from './use-composer-actions.ts';
import type { ComposerControl } from './use-composer.ts';
import type { Looks } from './use-composer-view.ts';

interface ComposerTextProps {
  readonly ref: { readonly current: HTMLTextAreaElement | null } & Ref<HTMLTextAreaElement>;
  readonly conversation: Conversation;
  readonly control: ComposerControl;
  readonly view: Looks['view'];
  readonly does: ComposerActions;
  readonly quote: Message | null;
}

/** The text with what hangs on it: the quoted message above, files and what the customer gets below. */
export function ComposerText({ ref, conversation, control, view, does, quote }: ComposerTextProps): ReactElement {
  const t = useT();
  const menuId = useId();
  const noteId = useId();
  const enterSends = useApp((app) => app.settings.enterSends);
  const { state, dispatch, files } = control;
  const { mode } = state;
  // Asked only while it is open: reading the context is not free.
  const choices = state.menu === null ? [] : menuChoices(state, control.context());
  const menuOpen = choices.length > 0;
  const stored = state.files[mode];
  const { channel, contact } = conversation;
  return (
    <>
      {mode === 'reply' && state.quotedId !== null && (
        <QuoteStrip message={quote} onRemove={() => dispatch({ type: 'quote', messageId: null })} />
      )}
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
          ref={ref}
          state={state}
          view={view}
          channel={channelWords(t, conversation)}
          menuId={menuId}
          menuOpen={menuOpen}
          caretTurn={control.caretTurn}
          enterSends={enterSends}
          describedBy={state.notice !== null || control.error !== null ? noteId : null}
          dispatch={dispatch}
          onLeave={does.leave}
          onEditLast={does.editLast}
          onBlur={control.flushDrafts}
          onFiles={(chosen) => files.add(chosen, mode)}
        />
      </div>
      <div className="composer-extras">
        <FileStrip
          mode={mode}
          stored={stored}
          files={files}
          onRemove={({ id }) => {
            dispatch({ type: 'file-removed', mode, fileId: id });
            does.focusField();
          }}
        />
        {mode === 'reply' && stored.length > 0 && !view.locked && (
          <p className="composer-plan">
            {planWords(t, state.reply.text, stored, { name: contact.name, channelKind: channel.kind })}
          </p>
        )}
        {mode === 'reply' && !view.locked && (
          <CustomerPreview
            text={state.reply.text}
            formats={channel.kind === 'whatsapp'}
            onLiteral={() => {
              const text = sendLiterally(state.reply.text);
              dispatch({ type: 'insert', mode, text, from: 0, to: state.reply.text.length });
              does.focusField();
            }}
          />
        )}
      </div>
      <ComposerNote id={noteId} error={control.error} notice={state.notice} />
    </>
  );
}
