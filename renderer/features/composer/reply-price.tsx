import type { ReactElement } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { usePageClock } from '../../state/clock.ts';
import { PriceBadge } from '../pricing/price-badge.tsx';
import { priceFor } from '../pricing/price-words.ts';
import { useRates } from '../pricing/use-rates.ts';

/** What one free-form message costs; nothing where nobody has put a price list on this computer. */
export function ReplyPrice({ conversation }: { readonly conversation: Conversation }): ReactElement | null {
  const rates = useRates();
  const clock = usePageClock();
  if (rates === null || rates.table === null || conversation.channel.kind !== 'whatsapp') return null;
  return <PriceBadge price={priceFor('service', conversation, rates, clock.read().nowMs)} rates={rates} />;
}
