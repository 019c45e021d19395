import { isOver, skippedAgain, summaryOf, type Sweep } from '../../../shared/sweep/sweep-machine.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export interface SweepSummaryProps {
  readonly sweep: Sweep;
  readonly onWalk: (sweep: Sweep) => void;
  readonly onClose: () => void;
}

/** "14 saved, 3 parked, 2 skipped", and a way to those that are left. */
export function SweepSummary({ sweep, onWalk, onClose }: SweepSummaryProps) {
  const t = useT();
  const { saved, parked, closed, skipped, gone, left } = summaryOf(sweep);
  const words = [
    ...(saved > 0 ? [t('sweep.saved', { count: saved })] : []),
    ...(parked > 0 ? [t('sweep.parked', { count: parked })] : []),
    ...(closed > 0 ? [t('sweep.closed', { count: closed })] : []),
    ...(skipped > 0 ? [t('sweep.skipped', { count: skipped })] : []),
    ...(gone > 0 ? [t('sweep.gone', { count: gone })] : []),
    ...(left > 0 ? [t('sweep.notReached', { count: left })] : []),
  ];
  const over = isOver(sweep);
  const footer = (
    <>
      {!over && <Button onClick={() => onWalk(sweep)}>{t('sweep.resume')}</Button>}
      {over && skipped > 0 && <Button onClick={() => onWalk(skippedAgain(sweep))}>{t('sweep.again')}</Button>}
      <Button variant="primary" data-autofocus onClick={onClose}>
        {t('sweep.close')}
      </Button>
    </>
  );
  return (
    <Dialog title={t(over ? 'sweep.done' : 'sweep.left')} onClose={onClose} footer={footer}>
      <p className="sweep-tally" role="status">
        {words.length === 0 ? t('sweep.nothing') : words.join(', ')}
      </p>
    </Dialog>
  );
}
