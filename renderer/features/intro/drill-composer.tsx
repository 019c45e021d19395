import { useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { menuChoices } from '../../../shared/composer/composer-menu.ts';
import type { ComposerContext, ComposerEvent, ComposerState } from '../../../shared/composer/composer-types.ts';
import { allowsFreeText } from '../../../shared/window/window-state.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { choiceId, PrefixMenu } from '../composer/prefix-menu.tsx';

export interface DrillComposerProps {
  readonly composer: ComposerState;
  readonly context: ComposerContext;
  readonly enterSends: boolean;
  readonly onEvent: (event: ComposerEvent) => void;
}

/** A plain field over the composer's own machine: what it does with `@`, the menu and the lock is what the desk does. */
export function DrillComposer({ composer, context, enterSends, onEvent }: DrillComposerProps) {
  const t = useT();
  const menuId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { mode, menu, notice } = composer;
  const { text, caret } = composer[mode];
  const choices = menuChoices(composer, context);
  const locked = mode === 'reply' && !allowsFreeText(context.window);
  useLayoutEffect(() => {
    const element = field.current;
    if (element !== null && document.activeElement === element && element.selectionEnd !== caret) {
      element.setSelectionRange(caret, caret);
    }
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const by = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key];
    if (by !== undefined && choices.length > 0) onEvent({ type: 'menu-move', by });
    else if (event.key === 'Enter' && (enterSends || choices.length > 0))
      onEvent({ type: 'submit', isComposing: false });
    else if (event.key === 'Escape' && menu !== null) onEvent({ type: 'escape' });
    else return;
    event.preventDefault();
  };
  return (
    <div className="drill-composer" data-mode={mode}>
      {!allowsFreeText(context.window) && (
        <p className="drill-lock">
          <Icon name="lock" size={16} />
          {t('intro.drill.locked')}
        </p>
      )}
      <p className="drill-mode">
        <Icon name={mode === 'note' ? 'note' : 'send'} size={16} />
        {t(`intro.drill.mode.${mode}`)}
      </p>
      {choices.length > 0 && menu !== null && (
        <PrefixMenu
          id={menuId}
          kind={menu.kind}
          choices={choices}
          selected={menu.selected}
          onChoose={(index) => onEvent({ type: 'menu-choose', index })}
        />
      )}
      <textarea
        ref={field}
        className="drill-field"
        rows={2}
        dir="auto"
        aria-label={t(`intro.drill.field.${mode}`)}
        aria-autocomplete="list"
        aria-controls={choices.length > 0 ? menuId : undefined}
        aria-activedescendant={choices.length > 0 ? choiceId(menuId, menu?.selected ?? 0) : undefined}
        value={text}
        onChange={({ target, nativeEvent }) =>
          onEvent({
            type: 'typed',
            mode,
            text: target.value,
            caret: target.selectionEnd,
            isComposing: nativeEvent instanceof InputEvent && nativeEvent.isComposing,
          })
        }
        onKeyDown={onKeyDown}
      />
      {notice !== null && (
        <p className="drill-notice" role="status">
          {t(notice.key, notice.params)}
        </p>
      )}
      <div className="drill-send">
        <Button
          variant="primary"
          icon={locked ? 'template' : mode === 'note' ? 'note' : 'send'}
          onClick={() => onEvent({ type: 'submit', isComposing: false })}
        >
          {t(
            mode === 'note'
              ? 'composer.button.add-note'
              : locked
                ? 'composer.button.choose-template'
                : 'composer.button.send',
          )}
        </Button>
      </div>
    </div>
  );
}
