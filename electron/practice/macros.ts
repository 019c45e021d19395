/** Ready made series of steps (chatwoot-api §6): listed for everybody, carried out by a job a moment after the answer. */
import { addOutgoing, changeFields, setAssignee, setStatus } from './changes.ts';
import { asInteger, asRecord, empty, notFound, ok } from './http.ts';
import type { Answer, Call } from './http.ts';
import { substituteVariables } from './liquid.ts';
import { accountId, conversationById, userById } from './practice.ts';
import type { Practice } from './practice.ts';
import type { Conversation, User } from './state.ts';

/** How long Chatwoot's job waits in its queue. */
const queueDelayMs = 200;

/** `action_params` is always a list there. */
type Step =
  | { readonly action_name: 'add_label'; readonly action_params: readonly string[] }
  | { readonly action_name: 'assign_team'; readonly action_params: readonly [number] }
  | { readonly action_name: 'assign_agent'; readonly action_params: readonly ['self'] }
  | { readonly action_name: 'add_private_note' | 'send_message'; readonly action_params: readonly [string] }
  | { readonly action_name: 'resolve_conversation'; readonly action_params: readonly [] };

interface Macro {
  readonly id: number;
  readonly name: string;
  readonly actions: readonly Step[];
}

const macros: readonly Macro[] = [
  {
    id: 1,
    name: 'Hand over to logistics',
    actions: [
      { action_name: 'assign_team', action_params: [2] },
      { action_name: 'add_label', action_params: ['delivery'] },
      { action_name: 'add_private_note', action_params: ['Handed over: please check the parcel with the courier.'] },
    ],
  },
  {
    id: 2,
    name: 'Thank and close',
    actions: [
      { action_name: 'send_message', action_params: ['Thank you, {{contact.name}}! Write to us any time.'] },
      { action_name: 'resolve_conversation', action_params: [] },
    ],
  },
  {
    id: 3,
    name: 'Refund: take over',
    actions: [
      { action_name: 'assign_agent', action_params: ['self'] },
      { action_name: 'add_label', action_params: ['refund'] },
    ],
  },
];

export const listMacros = (): Answer =>
  ok({ payload: macros.map((macro) => ({ ...macro, visibility: 'global', account_id: accountId })) });

/** Answers before anything happened; what a step cannot do is left out without a word. */
export function executeMacro({ practice, params, request, user }: Call): Answer {
  const macroId = Number(params['macro']);
  if (!macros.some((macro) => macro.id === macroId)) return notFound;
  const given = asRecord(request.body)['conversation_ids'];
  const ids = Array.isArray(given) ? given.map(asInteger).filter((id) => id !== null) : [];
  for (const conversationId of ids) {
    const dueAt = practice.clock.now() + queueDelayMs;
    practice.schedule(dueAt, { kind: 'macro', macroId, conversationId, userId: user.id });
  }
  practice.changed();
  return empty;
}

/** Runs the job planned by `executeMacro`. */
export function runMacro(practice: Practice, macroId: number, conversationId: number, userId: number): void {
  const macro = macros.find((other) => other.id === macroId);
  const conversation = conversationById(practice, conversationId);
  const user = userById(practice, userId);
  if (macro === undefined || conversation === undefined || user === undefined) return;
  for (const step of macro.actions) runStep(practice, step, conversation, user);
}

function runStep(practice: Practice, step: Step, conversation: Conversation, user: User): void {
  const at = practice.clock.now();
  switch (step.action_name) {
    case 'add_label': {
      const labels = [...new Set([...conversation.labels, ...step.action_params])];
      changeFields(practice, conversation, { labels }, `${user.name} added ${step.action_params.join(', ')}`);
      return;
    }
    case 'assign_team':
      changeFields(practice, conversation, { teamId: step.action_params[0] }, null);
      return;
    case 'assign_agent':
      setAssignee(practice, conversation, user.id, user, at);
      return;
    case 'add_private_note':
    case 'send_message': {
      const content = substituteVariables(practice, step.action_params[0], conversation, user);
      addOutgoing(practice, { conversation, at, content, user, isPrivate: step.action_name === 'add_private_note' });
      return;
    }
    case 'resolve_conversation':
      setStatus(practice, conversation, 'resolved', null);
      return;
  }
}
