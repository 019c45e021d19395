import type { RefObject } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import type { ComposerButton } from '../../../shared/composer/composer-view.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp, useAppStore } from '../../state/app-provider.tsx';
import { lastQueued, useTakeBack } from '../outbox/use-undo.ts';
import { useCommand, useCommandRegistry } from '../shortcuts/use-command.ts';
import type { ComposerControl } from './use-composer.ts';
import type { Looks } from './use-composer-view.ts';

export interface ComposerActions {
  readonly focusField: () => void;
  readonly pickTemplate: () => void;
  /** A button of a banner, or one beside the text. */
  readonly press: (action: ComposerButton['action']) => void;
  readonly send: (andClose: boolean) => void;
  /** Into the text that is being written, over what is selected. */
  readonly insert: (text: string) => void;
  /** False: nothing is queued here. */
  readonly editLast: () => boolean;
  /** Escape: back to the list; the draft is kept. */
  readonly leave: () => void;
}

/** What the buttons and keys of the composer do. */
export function useComposerActions(
  conversation: Conversation,
  control: ComposerControl,
  { view }: Pick<Looks, 'view'>,
  field: RefObject<HTMLTextAreaElement | null>,
): ComposerActions {
  const t = useT();
  const actions = useActions();
  const store = useAppStore();
  const registry = useCommandRegistry();
  const takeBack = useTakeBack();
  const me = useApp((app) => app.workspace.info?.me.id);
  const { state, dispatch } = control;
  const focusField = (): void => field.current?.focus();
  const pickTemplate = (): void => control.openPicker({ text: state.reply.text.trim(), replaces: null });
  const noteWith = (text: string): void => {
    dispatch({ type: 'prefix', prefix: 'note' });
    dispatch({ type: 'recalled', mode: 'note', text });
  };
  const byAction: Readonly<Record<ComposerButton['action'], () => void>> = {
    template: pickTemplate,
    send: () => dispatch({ type: 'submit', isComposing: false }),
    'add-note': () => dispatch({ type: 'submit', isComposing: false }),
    note: () => dispatch({ type: 'prefix', prefix: 'note' }),
    'keep-as-note': () => dispatch({ type: 'keep-as-note' }),
    'copy-text': () => void navigator.clipboard.writeText(state.reply.text),
    'check-clock': actions.sync.retry,
    'tell-admin': () => noteWith(t('composer.tellAdmin.text')),
    sms: () => control.show('sms'),
    'ask-colleague': () => noteWith(`@${conversation.assignee?.name ?? ''} `),
    'take-over': () => {
      if (me !== undefined) void actions.conversation.assign(conversation.id, me);
    },
  };
  /** What has the focus stays in the machine's hands: a dialog takes it by itself. */
  const press = (action: ComposerButton['action']): void => {
    byAction[action]();
    if (action !== 'template' && action !== 'sms') focusField();
  };
  return {
    focusField,
    pickTemplate,
    press,
    send(andClose) {
      // An empty text cannot be submitted, but a template can be chosen without one.
      if (view.send.action === 'template') {
        pickTemplate();
        return;
      }
      dispatch({ type: 'submit', isComposing: false, andClose });
      focusField();
    },
    insert(text) {
      const { mode } = state;
      const { selectionStart, selectionEnd } = field.current ?? { selectionStart: 0, selectionEnd: 0 };
      dispatch({ type: 'insert', mode, text, from: selectionStart, to: selectionEnd });
      focusField();
    },
    editLast() {
      const item = lastQueued(store.getState(), conversation.id);
      if (item !== undefined) void takeBack(item);
      return item !== undefined;
    },
    leave() {
      field.current?.blur();
      actions.ui.back();
      // In the next frame: in a narrow window the list is only now shown again.
      requestAnimationFrame(() => registry.run('list.focus'));
    },
  };
}

/** The keys that a person can change; those of the text itself stay in the field. */
export function useComposerCommands(
  { dispatch, state }: ComposerControl,
  does: ComposerActions,
  view: Looks['view'],
): void {
  useCommand('composer.send', () => dispatch({ type: 'submit', isComposing: false }));
  useCommand('composer.sendAndClose', () => dispatch({ type: 'submit', isComposing: false, andClose: true }));
  useCommand('composer.switchMode', () =>
    dispatch({ type: 'switch-mode', mode: state.mode === 'reply' ? 'note' : 'reply' }),
  );
  useCommand(
    'composer.template',
    does.pickTemplate,
    view.prefixRow.templateEnabled ? true : 'composer.disabled.no-template',
  );
}
