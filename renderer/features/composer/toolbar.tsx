import { useId, type ReactElement, type ReactNode } from 'react';
import type { ComposerState } from '../../../shared/composer/composer-types.ts';
import type { ComposerButton, ComposerView } from '../../../shared/composer/composer-view.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';

interface ToolbarProps {
  readonly view: ComposerView;
  readonly state: ComposerState;
  readonly enterSends: boolean;
  readonly onSend: () => void;
  readonly onAction: (action: ComposerButton['action']) => void;
  readonly onUseAsReply: () => void;
  readonly onHistory: () => void;
  /** What it costs to send it. */
  readonly price: ReactNode;
  /** What puts something into the text: files, emoji. */
  readonly tools: ReactNode;
}

/** From this many characters left on, the counter shows. */
const showLeftFrom = 500;

const icons: Partial<Record<ComposerButton['action'], IconName>> = {
  send: 'send',
  'add-note': 'note',
  template: 'template',
};

export function Toolbar(props: ToolbarProps): ReactElement {
  const { view, state, enterSends, onSend, onAction, onUseAsReply, onHistory, price, tools } = props;
  const t = useT();
  const whyId = useId();
  const { send, secondary, field } = view;
  const icon = icons[send.action];
  const note = state.mode === 'note';
  const mayUseAsReply = note && !view.locked && (state.note.text.trim() !== '' || state.files.note.length > 0);
  return (
    <div className="composer-toolbar">
      {field.left < showLeftFrom && (
        <span className="composer-left tabular" data-over={field.left < 0}>
          {t('composer.left', { count: field.left })}
        </span>
      )}
      {field.left >= showLeftFrom && send.action !== 'template' && (
        <span className="composer-hint">{t(enterSends ? 'composer.hint.enter' : 'composer.hint.ctrlEnter')}</span>
      )}
      {tools}
      <IconButton icon="history" label={t('history.open')} aria-haspopup="dialog" onClick={onHistory} />
      {mayUseAsReply && (
        <Button variant="quiet" onClick={onUseAsReply}>
          {t('composer.useAsReply')}
        </Button>
      )}
      {secondary !== null && (
        <Button onClick={() => onAction(secondary.action)} icon="note">
          {t(secondary.labelKey)}
        </Button>
      )}
      {send.disabledReasonKey !== null && (
        <span id={whyId} className="visually-hidden">
          {t(send.disabledReasonKey)}
        </span>
      )}
      {send.action === 'send' && price}
      <Button
        variant="primary"
        size="large"
        className={note ? 'composer-send composer-send-note' : 'composer-send'}
        aria-disabled={!send.enabled}
        aria-describedby={send.disabledReasonKey === null ? undefined : whyId}
        title={send.disabledReasonKey === null ? undefined : t(send.disabledReasonKey)}
        onClick={() => {
          if (send.enabled) onSend();
        }}
        {...(icon === undefined ? {} : { icon })}
      >
        {t(send.labelKey)}
      </Button>
    </div>
  );
}
