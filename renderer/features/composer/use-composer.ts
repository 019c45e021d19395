import { useEffect, useReducer, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { startComposer, step } from '../../../shared/composer/composer-machine.ts';
import type {
  AddNote,
  ComposerContext,
  ComposerEffect,
  ComposerEvent,
  ComposerState,
  SendReply,
  StoredDrafts,
} from '../../../shared/composer/composer-types.ts';
import { assertNever } from '../../../shared/lang/assert.ts';
import { troubleOf, type CallTrouble } from '../../api/call-trouble.ts';
import { useClient } from '../../api/client.tsx';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useAppStore } from '../../state/app-provider.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import type { PickerRequest } from '../template-picker/picker-request.ts';
import { useActionSaid } from '../thread/use-conversation-actions.ts';
import { useComposerContext } from './use-composer-context.ts';
import { useDrafts } from './use-drafts.ts';
import { useFiles, type ComposerFiles } from './use-files.ts';
import { useGivenBack, type GivenBack } from './use-given-back.ts';
import { keepLateFile } from './late-file.ts';

/** What a command opened. */
export type ComposerDialog = 'help' | 'call-window' | 'sms';

export interface ComposerControl {
  readonly state: ComposerState;
  readonly files: ComposerFiles;
  /** Why the last attempt was refused or not answered; the text is still in its field. */
  readonly error: CallTrouble | null;
  readonly dialog: ComposerDialog | null;
  /** Grows when the machine has put the caret somewhere: the field follows. */
  readonly caretTurn: number;
  dispatch(event: ComposerEvent): void;
  context(): ComposerContext;
  openPicker(request: Pick<PickerRequest, 'text' | 'replaces' | 'search'>): void;
  /** The reply went out on another way: its text leaves the field, unless it is another one by now. */
  replyUsed(text: string): void;
  flushDrafts(): void;
  show(dialog: ComposerDialog | null): void;
}

/** Feeds the machine with what happened and does what it asks for. `conversation` is the same for the hook's life. */
export function useComposer(conversation: Conversation): ComposerControl {
  const t = useT();
  const announce = useAnnounce();
  const actAndSay = useActionSaid();
  const client = useClient();
  const actions = useActions();
  const store = useAppStore();
  const readContext = useComposerContext(conversation);
  const { id } = conversation;
  // A store of its own: the state has to be there at once for the next key, before React has drawn the last one.
  const [machine] = useState(() => createStore<ComposerState>(() => startComposer(id)));
  const state = useStore(machine);
  const read = machine.getState;
  const [caretTurn, moveCaret] = useReducer((count: number) => count + 1, 0);
  const [error, setError] = useState<CallTrouble | null>(null);
  const [dialog, show] = useState<ComposerDialog | null>(null);
  /** The last attempt without an answer we understood. The same again is the same message (law 4). */
  const attempt = useRef<{ readonly key: string; readonly clientId: string } | null>(null);
  const onError = (caught: unknown): void => setError(troubleOf(caught));
  const { reply, note, files: attached } = state;
  const composing = reply.text + note.text !== '' || attached.reply.length + attached.note.length > 0;
  useEffect(() => {
    actions.ui.setComposing(composing);
    return () => actions.ui.setComposing(false);
  }, [actions, composing]);
  const drafts = useDrafts({ client, conversationId: id, read, onLoaded: (found) => load(found), onError });
  const files = useFiles({
    channelKind: conversation.channel.kind,
    read,
    settle: (event) => settle(event),
    added: (count) => announce(t('file.added', { count })),
    late: (mode, file) => keepLateFile(store, client, id, mode, file),
  });

  function context(): ComposerContext {
    return {
      ...readContext(),
      uploading: { reply: files.isUploading('reply'), note: files.isUploading('note') },
    };
  }
  function apply(event: ComposerEvent, at: ComposerContext): void {
    const next = step(read(), event, at);
    machine.setState(next.state, true);
    if (!followsField(event, next.state)) moveCaret();
    drafts.touch();
    if (next.effect !== null) perform(next.effect);
  }
  function dispatch(event: ComposerEvent): void {
    setError(null);
    apply(event, context());
  }
  /** Answers, stored files and drafts belong to this conversation even if the agent has moved on. */
  function settle(event: ComposerEvent): void {
    apply(event, { ...context(), conversationId: id });
  }
  function load(found: StoredDrafts): void {
    const { mode, reply, note, files: known } = read();
    if (reply.text === '' && note.text === '' && known.reply.length + known.note.length === 0) {
      settle({ type: 'conversation-changed', conversationId: id, ...found });
      if (mode === 'note') settle({ type: 'switch-mode', mode });
      return;
    }
    // Keys came before the disk's answer: both are kept.
    if (found.reply.text !== '' || found.reply.files?.length)
      settle({ type: 'restored', mode: 'reply', ...found.reply });
    if (found.note.text !== '' || found.note.files?.length) settle({ type: 'restored', mode: 'note', ...found.note });
  }
  async function deliver(effect: SendReply | AddNote): Promise<void> {
    const { conversationId, afterwards } = effect;
    const clientId = clientIdOf(effect);
    try {
      const waits = await handOver(effect, clientId);
      if (waits) announce(t('composer.announce.undo', { name: conversation.contact.name }));
      attempt.current = null;
      settle({ type: 'accepted' });
      drafts.flush();
      if (afterwards !== null) await actAndSay(conversationId, afterwards);
    } catch (caught) {
      settle({ type: troubleOf(caught) === 'unanswered' ? 'unanswered' : 'refused' });
      onError(caught);
    }
  }
  function clientIdOf({ afterwards: _afterwards, ...message }: SendReply | AddNote): string {
    const key = JSON.stringify(message);
    if (attempt.current?.key !== key) attempt.current = { key, clientId: crypto.randomUUID() };
    return attempt.current.clientId;
  }
  /** Two calls with two types of body: neither takes the other's (law 2). True: it can still be taken back. */
  async function handOver(effect: SendReply | AddNote, clientId: string): Promise<boolean> {
    const { conversationId, text } = effect;
    const ids = [...effect.files];
    if (effect.type === 'add-note') {
      await client.call('notes.add', { conversationId, clientId, body: { audience: 'team', text, files: ids } });
      return false;
    }
    const { quotedId } = effect;
    const body = { audience: 'customer' as const, text, files: ids, quotedId };
    const { items } = await client.call('replies.send', { conversationId, clientId, body });
    return items.some(({ leavesAt }) => leavesAt !== null);
  }
  /** The core has put it in front of the stored draft; here it goes in front of what the field has by now. */
  async function takeGiven({ draft, text }: GivenBack): Promise<void> {
    await drafts.loaded;
    const mode = draft.audience === 'team' ? 'note' : 'reply';
    drafts.distrust(mode);
    const { files: given, quotedId } = draft;
    const words = read()[mode].text === draft.text ? '' : text;
    settle({ type: 'restored', mode, text: words, files: given, quotedId });
    if (read().mode !== mode) settle({ type: 'switch-mode', mode });
    settle({ type: 'caret', caret: read()[mode].text.length });
    moveCaret();
    actions.ui.focusComposer(mode);
  }
  function replyUsed(text: string): void {
    // Anything typed since is not the same text and stays.
    if (read().reply.text !== text) return;
    settle({ type: 'typed', mode: 'reply', text: '', caret: 0, isComposing: false });
    drafts.flush();
  }
  function openPicker(request: Pick<PickerRequest, 'text' | 'replaces' | 'search'>): void {
    const { text } = read().reply;
    const wish: PickerRequest = {
      ...request,
      conversationId: id,
      onSent(usedText) {
        if (usedText && request.replaces === null) replyUsed(text);
      },
    };
    actions.ui.openTemplatePicker(wish);
  }
  function perform(effect: ComposerEffect): void {
    switch (effect.type) {
      case 'send-reply':
      case 'add-note':
        void deliver(effect);
        return;
      case 'act':
        void actAndSay(id, effect.action);
        drafts.flush();
        return;
      case 'open-template-picker':
        openPicker({ text: effect.text, replaces: null, search: effect.search });
        return;
      case 'open-help':
        show('help');
        return;
      case 'explain-window':
        show('call-window');
        return;
      case 'open-sms':
        show('sms');
        return;
      case 'ask-leak-guard':
      case 'ask-use-as-reply':
        return; // drawn from state.question
      default:
        assertNever(effect, 'every effect of the composer is performed');
    }
  }
  useGivenBack(id, (given) => void takeGiven(given));
  const flushDrafts = drafts.flush;
  return { state, files, error, dialog, caretTurn, dispatch, context, openPicker, replyUsed, flushDrafts, show };
}

/** True while the field already looks like the state, so that its own caret and selection are left alone. */
function followsField(event: ComposerEvent, state: ComposerState): boolean {
  if (event.type === 'caret') return true;
  if (event.type !== 'typed' && event.type !== 'pasted') return false;
  return event.mode === state.mode && event.text === state[state.mode].text && event.caret === state[state.mode].caret;
}
