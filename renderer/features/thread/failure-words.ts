import type { Message } from '../../../shared/contract/entities.ts';
import { plainReason } from '../../../shared/outbox/refusals.ts';
import type { Translate } from '../../i18n/i18n.tsx';

/** WhatsApp's reason in plain words where we know the number, otherwise the server's own words. */
export function failureWords(failure: Message['failure'], t: Translate): string {
  const { reasonKey } = plainReason(failure?.code ?? null);
  if (reasonKey === 'refusal.unknown' && failure !== null && failure.text !== '') return failure.text;
  return t(reasonKey);
}
