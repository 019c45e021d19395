/**
 * A reply that was typed into a notification. The window may have closed since that was shown, so it is judged like any other,
 * by the same handler; and what cannot be sent becomes the draft of its conversation (laws 1 and 3). It never becomes a note.
 */
import type { CallName, Handlers } from '../../../shared/contract/contract.ts';
import { dispatch } from '../../../shared/contract/dispatch.ts';
import type { Draft } from '../../../shared/contract/entities.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import type { Log, Random } from '../ports.ts';

export interface QuickReplyParts {
  readonly handlers: Partial<Handlers> | null;
  readonly random: Random;
  readonly log: Log;
}

/** `sent`: it is in the outbox. Otherwise where the person has to be taken: their text is in the draft there. Never rejects. */
export async function answerFromNotification(
  { handlers, random, log }: QuickReplyParts,
  conversationId: number,
  text: string,
): Promise<'sent' | 'reply' | 'choose-template' | 'read'> {
  const call = (name: CallName, payload: object): Promise<Reply> =>
    dispatch(handlers ?? {}, name, payload, {
      onError: (failed, error) => log.write('error', 'call failed', { call: failed, error: String(error) }),
      checkAnswers: false,
    });
  if (text.trim() === '') return 'reply';
  const body = { audience: 'customer', text };
  const sent = await call('replies.send', { conversationId, clientId: random.uuid(), body });
  if (sent.ok) return 'sent';
  const query = { conversationId, audience: 'customer' };
  const before = await call('drafts.get', query);
  const draft = before.ok ? (before.value as { draft: Draft | null }).draft : null;
  const whole = draft === null || draft.text.trim() === '' ? text : `${text}\n\n${draft.text}`;
  const saved = await call('drafts.save', { ...draft, ...query, text: whole, caret: text.length });
  if (!saved.ok) {
    log.write('error', 'a reply from a notification could not be kept', { code: saved.error.code });
    return 'read';
  }
  return sent.error.code === 'window-closed' ? 'choose-template' : 'reply';
}
