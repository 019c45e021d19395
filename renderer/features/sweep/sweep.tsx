import { useState } from 'react';
import { isOver, startSweep, type Sweep as SweepState } from '../../../shared/sweep/sweep-machine.ts';
import { useCommand, useCommandRegistry } from '../shortcuts/use-command.ts';
import { SweepBar } from './sweep-bar.tsx';
import './sweep.css';
import { SweepStart } from './sweep-start.tsx';
import { SweepSummary } from './sweep-summary.tsx';

type Stage =
  | { readonly name: 'off' }
  | { readonly name: 'start' }
  | { readonly name: 'walk'; readonly sweep: SweepState }
  | { readonly name: 'summary'; readonly sweep: SweepState };

/**
 * Save the window (key W): walks every conversation that closes soon, soonest first, one screen each. The desk stays as it is,
 * with list, rail and details put away by CSS: header, messages and composer are the ones the agent knows.
 */
export function Sweep() {
  const [stage, setStage] = useState<Stage>({ name: 'off' });
  const registry = useCommandRegistry();
  const off = (): void => {
    setStage({ name: 'off' });
    // In the next frame the desk is there again: back to the list, or to what a narrow window shows instead.
    requestAnimationFrame(() => {
      if (!registry.run('list.focus')) document.getElementById('conversation')?.focus();
    });
  };
  const walk = (sweep: SweepState): void => {
    setStage(isOver(sweep) ? { name: 'summary', sweep } : { name: 'walk', sweep });
  };
  useCommand('sweep.start', () => setStage({ name: 'start' }), stage.name === 'off');
  switch (stage.name) {
    case 'off':
      return null;
    case 'start':
      return <SweepStart onStart={(ids) => walk(startSweep(ids))} onClose={off} />;
    case 'walk':
      return (
        <SweepBar
          sweep={stage.sweep}
          onChange={walk}
          onLeave={() => setStage({ name: 'summary', sweep: stage.sweep })}
        />
      );
    case 'summary':
      return <SweepSummary sweep={stage.sweep} onWalk={walk} onClose={off} />;
  }
}
