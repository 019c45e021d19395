/**
 * The drill of the introduction: two made-up conversations that exist nowhere else. What is typed goes through the composer's own
 * rules (shared/composer), so the drill cannot teach what the desk does not do; its effects end here and reach nobody. Pure.
 */
import { startComposer, step } from '../composer/composer-machine.ts';
import type { ComposerContext, ComposerEffect, ComposerEvent, ComposerState } from '../composer/composer-types.ts';
import type { Agent } from '../contract/entities.ts';
import type { CommandId } from '../keys/commands.ts';
import type { WindowState } from '../window/window-state.ts';

export type DrillStage = 'next' | 'reply' | 'send' | 'mention' | 'note' | 'template' | 'choose' | 'done';

export interface DrillMessage {
  readonly kind: 'reply' | 'note' | 'template';
  readonly text: string;
}

export interface DrillState {
  /** The row of the list that has the focus; the customer who waits is in the second one. */
  readonly row: 0 | 1;
  /** The conversation is open, and the composer can be written in. */
  readonly opened: boolean;
  readonly composer: ComposerState;
  /** What "left", oldest first. */
  readonly said: readonly DrillMessage[];
  /** Marked entry of the open list of templates; null: it is closed. */
  readonly picker: number | null;
}

export type DrillEvent =
  | { readonly type: 'command'; readonly command: CommandId }
  | { readonly type: 'composer'; readonly event: ComposerEvent }
  | { readonly type: 'picker-move'; readonly by: 1 | -1 }
  /** `index`: null takes the marked one. */
  | { readonly type: 'picker-choose'; readonly index: number | null }
  | { readonly type: 'picker-close' };

const conversationId = 1;
const day = 86_400_000;

/** Teammates of the drill. */
export const drillAgents: readonly Agent[] = [
  { id: 2, name: 'Ana Ferreira', availability: 'online' },
  { id: 3, name: 'Tom Baker', availability: 'busy' },
];

export function startDrill(): DrillState {
  return { row: 0, opened: false, composer: startComposer(conversationId), said: [], picker: null };
}

/** What has to be done next follows from what was done, so no shortcut leads past a step. */
export function stageOf({ row, opened, composer, said, picker }: DrillState): DrillStage {
  const did = (kind: DrillMessage['kind']): boolean => said.some((message) => message.kind === kind);
  if (!did('reply')) {
    if (opened) return 'send';
    return row === 0 ? 'next' : 'reply';
  }
  if (!did('note')) return composer.mode === 'note' ? 'note' : 'mention';
  if (!did('template')) return picker === null ? 'template' : 'choose';
  return 'done';
}

/** Its window closes in the moment in which the answer has left. */
export function drillWindow(state: DrillState): WindowState {
  const closed = state.said.some(({ kind }) => kind === 'reply');
  return closed
    ? { kind: 'closed', closesAt: 0, remainingMs: 0 }
    : { kind: 'last', closesAt: day, remainingMs: 4 * 60_000 };
}

export function drillContext(state: DrillState): ComposerContext {
  return {
    conversationId,
    agents: drillAgents,
    teams: [],
    labels: [],
    macros: [],
    canned: [],
    me: 1,
    now: 0,
    timeZone: 'UTC',
    locale: 'en',
    window: drillWindow(state),
    handoverSummary: '',
    onConversation: { agentIds: [2], teamId: null },
    variables: {},
    uploading: { reply: false, note: false },
  };
}

/** `templates`: the texts that can be chosen. */
export function stepDrill(state: DrillState, event: DrillEvent, templates: readonly string[]): DrillState {
  switch (event.type) {
    case 'command':
      return runs[event.command]?.(state) ?? state;
    case 'composer':
      return state.opened ? compose(state, event.event) : state;
    case 'picker-move': {
      if (state.picker === null) return state;
      return { ...state, picker: (state.picker + event.by + templates.length) % templates.length };
    }
    case 'picker-choose': {
      const text = state.picker === null ? undefined : templates[event.index ?? state.picker];
      return text === undefined ? state : say({ ...state, picker: null }, { kind: 'template', text });
    }
    case 'picker-close':
      return { ...state, picker: null };
  }
}

type Run = (state: DrillState) => DrillState;

const inList =
  (row: 0 | 1): Run =>
  (state) =>
    state.opened ? state : { ...state, row };

const inComposer =
  (event: (state: DrillState) => ComposerEvent): Run =>
  (state) =>
    state.opened ? compose(state, event(state)) : state;

/** Every other command means nothing here. */
const runs: Readonly<Partial<Record<CommandId, Run>>> = {
  'list.next': inList(1),
  'list.previous': inList(0),
  'conversation.reply': (state) => (stageOf(state) === 'reply' ? { ...state, opened: true } : state),
  'conversation.note': inComposer(() => ({ type: 'prefix', prefix: 'note' })),
  'conversation.template': openPicker,
  'composer.template': openPicker,
  'composer.send': inComposer(() => ({ type: 'submit', isComposing: false })),
  'composer.switchMode': inComposer(({ composer: { mode } }) => ({
    type: 'switch-mode',
    mode: mode === 'reply' ? 'note' : 'reply',
  })),
};

export function meansSomething(command: CommandId): boolean {
  return runs[command] !== undefined;
}

function compose(state: DrillState, event: ComposerEvent): DrillState {
  const next = step(state.composer, event, drillContext(state));
  const moved: DrillState = { ...state, composer: next.state };
  return next.effect === null ? moved : perform(moved, next.effect);
}

/** Everything else that the composer may ask for belongs to a real conversation. */
function perform(state: DrillState, effect: ComposerEffect): DrillState {
  if (effect.type === 'open-template-picker') return openPicker(state);
  if (effect.type !== 'send-reply' && effect.type !== 'add-note') return state;
  const { state: composer } = step(state.composer, { type: 'accepted' }, drillContext(state));
  const text = effect.text.replaceAll(/\[(@[^\]]*)\]\([^)]*\)/gu, '$1');
  return say({ ...state, composer }, { kind: effect.type === 'send-reply' ? 'reply' : 'note', text });
}

/** Before the note its turn has not come: the composer's own notice says what WhatsApp takes. */
function openPicker(state: DrillState): DrillState {
  return stageOf(state) === 'template' ? { ...state, picker: 0 } : state;
}

function say(state: DrillState, message: DrillMessage): DrillState {
  return { ...state, said: [...state.said, message] };
}
