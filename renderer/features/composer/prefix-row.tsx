import type { ReactElement, Ref } from 'react';
import type { ComposerView } from '../../../shared/composer/composer-view.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';

interface PrefixRowProps {
  readonly view: ComposerView['prefixRow'];
  readonly noteActive: boolean;
  readonly onPrefix: (prefix: 'command' | 'mention' | 'note') => void;
  readonly onTemplate: () => void;
  readonly quickRepliesOpen: boolean;
  readonly quickButton: Ref<HTMLButtonElement>;
  readonly onQuickReplies: () => void;
}

/** Always there, in every window state: the first three work while the customer cannot be written to. */
export function PrefixRow(props: PrefixRowProps): ReactElement {
  const { view, noteActive, onPrefix, onTemplate, quickRepliesOpen, quickButton, onQuickReplies } = props;
  const t = useT();
  return (
    <div
      className="composer-prefixes"
      role="group"
      aria-label={t('composer.prefix.label')}
      data-highlighted={view.highlighted}
    >
      <button type="button" className="composer-prefix" onClick={() => onPrefix('command')}>
        <kbd aria-hidden="true">/</kbd>
        {t('composer.prefix.command')}
      </button>
      <button type="button" className="composer-prefix" onClick={() => onPrefix('mention')}>
        <kbd aria-hidden="true">@</kbd>
        {t('composer.prefix.mention')}
      </button>
      <button type="button" className="composer-prefix" aria-pressed={noteActive} onClick={() => onPrefix('note')}>
        <Icon name="note" size={16} />
        {t('composer.prefix.note')}
      </button>
      {view.hintKey !== null && <span className="composer-prefix-hint">{t(view.hintKey)}</span>}
      <span className="composer-prefix-gap" aria-hidden="true" />
      <button
        type="button"
        className="composer-prefix composer-prefix-template"
        aria-disabled={!view.templateEnabled}
        title={view.templateEnabled ? undefined : t('composer.disabled.no-template')}
        onClick={() => {
          if (view.templateEnabled) onTemplate();
        }}
      >
        <Icon name="template" size={16} />
        {t('composer.prefix.template')}
      </button>
      <button
        ref={quickButton}
        type="button"
        className="composer-prefix composer-prefix-quick"
        aria-haspopup="dialog"
        aria-expanded={quickRepliesOpen}
        onClick={onQuickReplies}
      >
        <Icon name="bolt" size={16} />
        {t('composer.prefix.quickReply')}
      </button>
    </div>
  );
}
