import type { Message } from '../../../shared/contract/entities.ts';

/** Only what the customer has, too: a note cannot be answered in front of them, and what never arrived neither. */
export function canQuote({ deleted, delivery, kind }: Message): boolean {
  if (deleted || delivery === 'failed') return false;
  return kind === 'incoming' || kind === 'outgoing' || kind === 'automatic';
}
