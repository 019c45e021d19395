import {
  useLayoutEffect,
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactElement,
  type Ref,
} from 'react';
import type { ComposerEvent, ComposerState } from '../../../shared/composer/composer-types.ts';
import type { ComposerView } from '../../../shared/composer/composer-view.ts';
import { useT } from '../../i18n/i18n.tsx';
import { choiceId } from './prefix-menu.tsx';

interface ComposerFieldProps {
  readonly ref: { readonly current: HTMLTextAreaElement | null } & Ref<HTMLTextAreaElement>;
  readonly state: ComposerState;
  readonly view: ComposerView;
  /** By what a reply goes out, in words. */
  readonly channel: string;
  readonly menuId: string;
  readonly menuOpen: boolean;
  readonly caretTurn: number;
  readonly enterSends: boolean;
  /** The line below the field that says what went wrong; null: nothing did. */
  readonly describedBy: string | null;
  readonly dispatch: (event: ComposerEvent) => void;
  /** Escape with nothing of our own left to close. */
  readonly onLeave: () => void;
  /** Arrow up in an empty field: the last queued text comes back. False: there is none. */
  readonly onEditLast: () => boolean;
  readonly onBlur: () => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** One field for both audiences, never disabled: only sending to the customer can be impossible. */
export function ComposerField(props: ComposerFieldProps): ReactElement {
  const { ref, state, view, menuId, menuOpen, caretTurn, dispatch } = props;
  const t = useT();
  const { mode } = state;
  const { text, caret } = state[mode];
  useLayoutEffect(() => {
    const field = ref.current;
    if (field !== null && caretTurn > 0) field.setSelectionRange(caret, caret);
    // Only when the machine has moved the caret; the browser's own moves are reported, not repeated.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [caretTurn]);
  const onChange = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    const input = event.nativeEvent instanceof InputEvent ? event.nativeEvent : null;
    const change = { mode, text: event.target.value, caret: event.target.selectionEnd };
    const fromOutside = input?.inputType === 'insertFromPaste' || input?.inputType === 'insertFromDrop';
    if (fromOutside) dispatch({ type: 'pasted', ...change });
    else dispatch({ type: 'typed', ...change, isComposing: input?.isComposing ?? false });
  };
  /** In Safari the composition ends before the key that ended it, elsewhere after its input: the text is told once more. */
  const onComposed = (field: HTMLTextAreaElement): void => {
    dispatch({ type: 'typed', mode, text: field.value, caret: field.selectionEnd, isComposing: false });
  };
  return (
    <textarea
      ref={ref}
      className="composer-field"
      data-composer-field=""
      rows={1}
      dir="auto"
      value={text}
      aria-label={t(view.field.labelKey, { ...view.field.params, channel: props.channel })}
      placeholder={t(view.field.placeholderKey, view.field.params)}
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-controls={menuOpen ? menuId : undefined}
      aria-activedescendant={menuOpen ? choiceId(menuId, state.menu?.selected ?? 0) : undefined}
      aria-describedby={props.describedBy ?? undefined}
      spellCheck
      onChange={onChange}
      onSelect={(event) => {
        const at = event.currentTarget.selectionEnd;
        if (at !== caret && event.currentTarget.value === text) dispatch({ type: 'caret', caret: at });
      }}
      onCompositionEnd={(event) => onComposed(event.currentTarget)}
      onPaste={(event) => onPaste(event, props.onFiles)}
      onKeyDown={(event) => onKeyDown(event, props)}
      onBlur={props.onBlur}
    />
  );
}

function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>, props: ComposerFieldProps): void {
  const { state, menuOpen, enterSends, dispatch, onLeave } = props;
  // 229: the key belongs to an input method, also in the browsers that end the composition before this event.
  if (event.nativeEvent.isComposing || event.keyCode === 229) return;
  const handled = (next: ComposerEvent): void => {
    event.preventDefault();
    dispatch(next);
  };
  if (menuOpen && event.key === 'ArrowDown') handled({ type: 'menu-move', by: 1 });
  else if (menuOpen && event.key === 'ArrowUp') handled({ type: 'menu-move', by: -1 });
  else if (menuOpen && event.key === 'Tab' && !event.shiftKey) handled({ type: 'menu-choose', index: null });
  else if (isArrowUpAlone(event) && state[state.mode].text === '') {
    if (props.onEditLast()) event.preventDefault();
  } else if (event.key === 'Escape') {
    if (state.menu !== null || state.notice !== null) {
      // Not further: the same key would also leave the conversation.
      event.stopPropagation();
      handled({ type: 'escape' });
    } else onLeave();
  } else if (event.key === 'Enter' && isPlain(event) && (enterSends || menuOpen)) {
    // A key that is held down repeats: the second time could send what was typed behind the first.
    if (event.repeat) event.preventDefault();
    else handled({ type: 'submit', isComposing: false });
  }
}

/** Pictures and files; a copied table or text comes with a picture of itself, and is meant as text. */
function onPaste(event: ClipboardEvent, onFiles: (files: readonly File[]) => void): void {
  const { files, types } = event.clipboardData;
  if (files.length === 0 || types.includes('text/plain')) return;
  event.preventDefault();
  onFiles([...files]);
}

function isPlain(event: KeyboardEvent): boolean {
  return !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
}

function isArrowUpAlone(event: KeyboardEvent): boolean {
  return event.key === 'ArrowUp' && isPlain(event);
}
