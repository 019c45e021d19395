import type { Agent, Label, Team } from '../../../shared/contract/entities.ts';
import {
  startComposer,
  step,
  type ComposerContext,
  type ComposerEffect,
  type ComposerEvent,
  type ComposerMode,
  type ComposerState,
} from '../../../shared/composer/composer-machine.ts';
import type { WindowKind, WindowState } from '../../../shared/window/window-state.ts';

export const now = 1_790_000_000_000;

export const agents: readonly Agent[] = [
  { id: 7, name: 'Ana Lima', availability: 'online' },
  { id: 8, name: 'Ben (Night)', availability: 'offline' },
  { id: 9, name: 'Ana', availability: 'busy' },
];

export const teams: readonly Team[] = [
  { id: 21, name: 'Returns' },
  { id: 22, name: 'Retail' },
  { id: 23, name: 'Team West' },
];
export const labels: readonly Label[] = ['vip', 'delivery', 'delay'].map((title) => ({ title, color: '#3347C4' }));

export function inWindow(kind: WindowKind): WindowState {
  const hasEnd = kind !== 'unlimited' && kind !== 'none';
  return { kind, closesAt: hasEnd ? now + 7_200_000 : null, remainingMs: hasEnd ? 7_200_000 : null };
}

export function context(kind: WindowKind = 'open'): ComposerContext {
  return { conversationId: 42, window: inWindow(kind), agents, teams, labels, me: 1, now, timeZone: 'Europe/Berlin' };
}

export interface Played {
  readonly state: ComposerState;
  readonly effects: readonly ComposerEffect[];
}

export function play(
  events: readonly ComposerEvent[],
  where: ComposerContext = context(),
  from: ComposerState = startComposer(42),
): Played {
  let state = from;
  const effects: ComposerEffect[] = [];
  for (const event of events) {
    const done = step(state, event, where);
    ({ state } = done);
    if (done.effect !== null) effects.push(done.effect);
  }
  return { state, effects };
}

/** The text of the field typed key by key, starting after what is there. */
export function keys(mode: ComposerMode, text: string, already = ''): readonly ComposerEvent[] {
  return Array.from(text, (_key, index) => typed(mode, already + text.slice(0, index + 1)));
}

export function typed(mode: ComposerMode, text: string): ComposerEvent {
  return { type: 'typed', mode, text, caret: text.length, isComposing: false };
}

export function pasted(mode: ComposerMode, text: string): ComposerEvent {
  return { type: 'pasted', mode, text, caret: text.length };
}

export const enter: ComposerEvent = { type: 'submit', isComposing: false };
