import type { Agent, CannedResponse, Label, Macro, Team } from '../../../shared/contract/entities.ts';
import { startComposer, step } from '../../../shared/composer/composer-machine.ts';
import type {
  ComposerContext,
  ComposerEffect,
  ComposerEvent,
  ComposerMode,
  ComposerState,
} from '../../../shared/composer/composer-types.ts';
import type { LocalFile } from '../../../shared/contract/files.ts';
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

export const canned: readonly CannedResponse[] = [
  { id: 1, shortCode: 'thanks', text: 'Thank you, {{contact.first_name}}.' },
  { id: 2, shortCode: 'close', text: '/We close at six.' },
  { id: 3, shortCode: 'order', text: 'Your order {{custom.number}} is on its way.' },
];
export const macros: readonly Macro[] = [
  { id: 31, name: 'Refund', writesToCustomer: true, steps: ['send_message'] },
  { id: 32, name: 'Refer to workshop', writesToCustomer: false, steps: ['assign_team'] },
];

export function inWindow(kind: WindowKind): WindowState {
  const hasEnd = kind !== 'unlimited' && kind !== 'none';
  return { kind, closesAt: hasEnd ? now + 7_200_000 : null, remainingMs: hasEnd ? 7_200_000 : null };
}

export function context(kind: WindowKind = 'open'): ComposerContext {
  return {
    conversationId: 42,
    window: inWindow(kind),
    agents,
    teams,
    labels,
    macros,
    canned,
    me: 1,
    now,
    timeZone: 'Europe/Berlin',
    locale: 'en',
    handoverSummary: 'Waiting since 9.',
    onConversation: { agentIds: [], teamId: null },
    variables: { 'contact.first_name': 'Mara' },
    uploading: { reply: false, note: false },
  };
}

export function aFile(id: string): LocalFile {
  return { id, name: `${id}.pdf`, type: 'application/pdf', sizeBytes: 1_000 };
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
