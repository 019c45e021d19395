import { useEffect, useRef, useState } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { savableUntil, shiftMs, sweepHorizonsMs } from '../../../shared/sweep/sweep-queue.ts';
import { useClient } from '../../api/client.tsx';
import { formatNear } from '../../i18n/dates.ts';
import { useT, type Translate } from '../../i18n/i18n.tsx';
import { usePageClock } from '../../state/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { priceFor, sumWords } from '../pricing/price-words.ts';
import { useRates } from '../pricing/use-rates.ts';
import { readQueue } from './read-queue.ts';

export interface SweepStartProps {
  readonly onStart: (ids: readonly number[]) => void;
  readonly onClose: () => void;
}

type Found = readonly Conversation[] | 'reading' | 'unreadable';

const hour = 3_600_000;
const names = { 1: '1', 8: '8', 24: '24' } as const;
type Hours = keyof typeof names;
const choices = sweepHorizonsMs.map((ms) => (ms / hour) as Hours);

/** How far to look ahead, and how much that is. Enter starts. */
export function SweepStart({ onStart, onClose }: SweepStartProps) {
  const t = useT();
  const [hours, setHours] = useState<Hours>((shiftMs / hour) as Hours);
  const found = useQueue(hours * hour);
  const start = useRef<HTMLButtonElement>(null);
  const ready = typeof found !== 'string' && found.length > 0;
  useEffect(() => {
    // While the agent chooses the horizon, the arrows stay there.
    if (ready && document.activeElement?.getAttribute('role') !== 'radio') start.current?.focus();
  }, [ready]);
  const go = (): void => {
    if (ready) onStart(found.map(({ id }) => id));
  };
  const footer = (
    <Button ref={start} variant="primary" icon="hourglass" aria-disabled={!ready} onClick={go}>
      {t('sweep.start')}
    </Button>
  );
  return (
    <Dialog title={t('sweep.title')} onClose={onClose} footer={footer}>
      <div
        className="sweep-start"
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
        }}
      >
        <p>{t('sweep.intro')}</p>
        <Segmented
          label={t('sweep.horizon')}
          value={names[hours]}
          onChange={(value) => setHours(Number(value) as Hours)}
          options={choices.map((each) => ({ value: names[each], label: t(`sweep.horizon.${each}`) }))}
        />
        <FoundWords found={found} t={t} />
      </div>
    </Dialog>
  );
}

function FoundWords({ found, t }: { readonly found: Found; readonly t: Translate }) {
  const time = usePageClock().read();
  const rates = useRates();
  if (found === 'reading') return <p role="status">{t('sweep.counting')}</p>;
  if (found === 'unreadable') return <p role="status">{t('sweep.unreadable')}</p>;
  const [first] = found;
  const closesAt = first === undefined ? null : savableUntil(first, time);
  return (
    <p role="status">
      <strong>{t('sweep.found', { count: found.length })}</strong>{' '}
      {first !== undefined &&
        closesAt !== null &&
        t('sweep.next', { name: first.contact.name, time: formatNear(closesAt, time.nowMs) })}{' '}
      {first !== undefined &&
        rates !== null &&
        t('price.answers', {
          sum: sumWords(
            found.map((each) => priceFor('service', each, rates, time.nowMs)),
            t,
          ),
        })}
    </p>
  );
}

function useQueue(horizonMs: number): Found {
  const client = useClient();
  const clock = usePageClock();
  const [found, setFound] = useState<Found>('reading');
  useEffect(() => {
    let wanted = true;
    const show = (answer: Found): void => {
      if (wanted) setFound(answer);
    };
    readQueue(client, clock.read(), horizonMs).then(show, () => show('unreadable'));
    return () => {
      wanted = false;
    };
  }, [client, clock, horizonMs]);
  return found;
}
