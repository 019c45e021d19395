import { useReducer, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Conversation } from '../../../shared/contract/entities.ts';
import {
  startComposer,
  step,
  type ComposerContext,
  type ComposerEffect,
  type ComposerEvent,
  type ComposerState,
} from '../../../shared/composer/composer-machine.ts';
import { assertNever } from '../../../shared/lang/assert.ts';
import { windowState } from '../../../shared/window/window-state.ts';
import { troubleOf, type CallTrouble } from '../../api/call-trouble.ts';
import { useClient } from '../../api/client.tsx';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useAppStore } from '../../state/app-provider.tsx';
import { usePageClock } from '../../state/clock.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import type { PickerRequest } from '../template-picker/picker-request.ts';
import { useActionSaid } from '../thread/use-conversation-actions.ts';
import { useDrafts, type StoredDrafts } from './use-drafts.ts';
import { useGivenBack, type GivenBack } from './use-given-back.ts';

export interface ComposerControl {
  readonly state: ComposerState;
  /** Why the last attempt was refused or not answered; the text is still in its field. */
  readonly error: CallTrouble | null;
  readonly helpOpen: boolean;
  /** Grows when the machine has put the caret somewhere: the field follows. */
  readonly caretTurn: number;
  dispatch(event: ComposerEvent): void;
  openPicker(request: Pick<PickerRequest, 'text' | 'replaces' | 'search'>): void;
  flushDrafts(): void;
  closeHelp(): void;
  dismissError(): void;
}

type Sending = Extract<ComposerEffect, { type: 'send-reply' | 'add-note' }>;

/** Feeds the machine with what happened and does what it asks for. `conversation` is the same for the hook's life. */
export function useComposer(conversation: Conversation): ComposerControl {
  const t = useT();
  const announce = useAnnounce();
  const actAndSay = useActionSaid();
  const client = useClient();
  const actions = useActions();
  const store = useAppStore();
  const clock = usePageClock();
  const { id } = conversation;
  // A store of its own: the state has to be there at once for the next key, before React has drawn the last one.
  const [machine] = useState(() => createStore<ComposerState>(() => startComposer(id)));
  const state = useStore(machine);
  const read = machine.getState;
  const [caretTurn, moveCaret] = useReducer((count: number) => count + 1, 0);
  const [error, setError] = useState<CallTrouble | null>(null);
  const [helpOpen, setHelpOpen] = useState(false);
  /** The last attempt without an answer we understood. The same text again is the same message (law 4). */
  const attempt = useRef<{ readonly key: string; readonly clientId: string } | null>(null);
  const onError = (caught: unknown): void => setError(troubleOf(caught));
  const drafts = useDrafts({ client, conversationId: id, read, onLoaded: (found) => load(found), onError });

  /** Everything is read at this moment, not at the last paint: the window may have closed since (law 1). */
  function context(): ComposerContext {
    const app = store.getState();
    const time = clock.read();
    const { window } = app.conversations.byId[id] ?? conversation;
    return {
      conversationId: app.ui.selectedId ?? id,
      ...app.directory,
      me: app.workspace.info?.me.id ?? 0,
      now: time.nowMs,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      window: windowState(window, time),
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
  /** Answers and stored drafts belong to this conversation even if the agent has moved on. */
  function settle(event: ComposerEvent): void {
    apply(event, { ...context(), conversationId: id });
  }
  function load(found: StoredDrafts): void {
    const { mode, reply, note } = read();
    if (reply.text === '' && note.text === '') {
      settle({ type: 'conversation-changed', conversationId: id, ...found });
      if (mode === 'note') settle({ type: 'switch-mode', mode });
      return;
    }
    // Keys came before the disk's answer: both texts are kept.
    if (found.reply.text !== '') settle({ type: 'restored', mode: 'reply', text: found.reply.text });
    if (found.note.text !== '') settle({ type: 'restored', mode: 'note', text: found.note.text });
  }
  async function deliver(effect: Sending): Promise<void> {
    const { conversationId, text } = effect;
    const key = `${effect.type} ${text}`;
    if (attempt.current?.key !== key) attempt.current = { key, clientId: crypto.randomUUID() };
    const { clientId } = attempt.current;
    try {
      // Two calls with two types of body: neither takes the other's (law 2).
      if (effect.type === 'send-reply') {
        const body = { audience: 'customer' as const, text };
        const { item } = await client.call('replies.send', { conversationId, clientId, body });
        if (item.leavesAt !== null) announce(t('composer.announce.undo', { name: conversation.contact.name }));
      } else {
        await client.call('notes.add', { conversationId, clientId, body: { audience: 'team', text } });
      }
      attempt.current = null;
      settle({ type: 'accepted' });
      drafts.flush();
    } catch (caught) {
      settle({ type: troubleOf(caught) === 'unanswered' ? 'unanswered' : 'refused' });
      onError(caught);
    }
  }
  /** The core has put the text in front of the stored draft; here it goes in front of what the field has by now. */
  async function takeGiven({ draft, text }: GivenBack): Promise<void> {
    await drafts.loaded;
    const mode = draft.audience === 'team' ? 'note' : 'reply';
    drafts.distrust(mode);
    if (read()[mode].text !== draft.text) settle({ type: 'restored', mode, text });
    if (read().mode !== mode) settle({ type: 'switch-mode', mode });
    settle({ type: 'caret', caret: read()[mode].text.length });
    moveCaret();
    actions.ui.focusComposer(mode);
  }
  function openPicker(request: Pick<PickerRequest, 'text' | 'replaces' | 'search'>): void {
    const { text } = read().reply;
    const wish: PickerRequest = {
      ...request,
      conversationId: id,
      onSent(usedText) {
        // The reply draft went out inside the template; anything typed since is not the same text and stays.
        if (!usedText || request.replaces !== null || read().reply.text !== text) return;
        settle({ type: 'typed', mode: 'reply', text: '', caret: 0, isComposing: false });
        drafts.flush();
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
        setHelpOpen(true);
        return;
      case 'ask-leak-guard':
      case 'ask-use-as-reply':
        return; // drawn from state.question
      default:
        assertNever(effect, 'every effect of the composer is performed');
    }
  }
  useGivenBack(id, (given) => void takeGiven(given));
  return {
    state,
    error,
    helpOpen,
    caretTurn,
    dispatch,
    openPicker,
    flushDrafts: drafts.flush,
    closeHelp: () => setHelpOpen(false),
    dismissError: () => setError(null),
  };
}

/** True while the field already looks like the state, so that its own caret and selection are left alone. */
function followsField(event: ComposerEvent, state: ComposerState): boolean {
  if (event.type === 'caret') return true;
  if (event.type !== 'typed' && event.type !== 'pasted') return false;
  return event.mode === state.mode && event.text === state[state.mode].text && event.caret === state[state.mode].caret;
}
