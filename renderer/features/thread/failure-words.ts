import type { Message } from '../../../shared/contract/entities.ts';
import { plainReason } from '../../../shared/outbox/refusals.ts';
import type { MessageKey, Translate } from '../../i18n/i18n.tsx';

/** WhatsApp's reason in plain words where we know the number, otherwise the server's own words. */
export function failureWords(failure: Message['failure'], t: Translate): string {
  const { reasonKey } = plainReason(failure?.code ?? null);
  if (reasonKey === 'refusal.unknown' && failure !== null && failure.text !== '') return failure.text;
  return t(reasonKey);
}

/** What would help; null: nothing we know of, or a button beside it says it. */
export function nextStepKey(failure: Message['failure']): MessageKey | null {
  const { retry } = plainReason(failure?.code ?? null);
  return retry === 'no' ? null : `message.next.${retry}`;
}

/** WhatsApp refused free text because of its window: a template is the way out. */
export function wantsTemplate({ delivery, failure, kind }: Message): boolean {
  return kind === 'outgoing' && delivery === 'failed' && plainReason(failure?.code ?? null).closesWindow;
}
