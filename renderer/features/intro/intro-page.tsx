import { useState, type ReactNode } from 'react';
import { introSteps, type IntroStep } from '../../../shared/intro/offer.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { ComputerStep } from './computer-step.tsx';
import { DrillStep } from './drill-step.tsx';
import './intro.css';
import { NotificationsStep } from './notifications-step.tsx';
import { useIntro } from './use-intro.ts';
import { WelcomeStep } from './welcome-step.tsx';
import { WindowStep } from './window-step.tsx';

/** One step at a time; each can be skipped, and the next visit goes on where this one ended. */
export function IntroPage() {
  const t = useT();
  const { ui } = useActions();
  const { next, done } = useIntro();
  // Who comes again after all of it begins at the start.
  const [step, setStep] = useState<IntroStep>(next ?? 'welcome');
  const at = introSteps.indexOf(step);
  const goOn = (): void => {
    done(step);
    const after = introSteps[at + 1];
    if (after === undefined) ui.goTo('inbox');
    else show(after);
  };
  const show = (to: IntroStep): void => {
    setStep(to);
    // In the next frame it is there: reading goes on at its heading.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.intro-heading')?.focus());
  };
  const before = introSteps[at - 1];
  return (
    <PageFrame title={t('intro.title')}>
      <div className="intro">
        <div className="intro-progress">
          <p>{t('intro.step', { at: at + 1, all: introSteps.length })}</p>
          <progress aria-hidden="true" max={introSteps.length} value={at + 1} />
        </div>
        <Step step={step} onDone={() => done(step)} onNext={goOn} />
        <div className="intro-foot">
          {before !== undefined && (
            <Button variant="quiet" onClick={() => show(before)}>
              {t('intro.back')}
            </Button>
          )}
          <span className="intro-space" />
          {(step === 'drill' || step === 'notifications') && (
            <Button variant="quiet" onClick={goOn}>
              {t('intro.skip')}
            </Button>
          )}
          {step !== 'welcome' && (
            <Button variant={step === 'drill' ? 'secondary' : 'primary'} onClick={goOn}>
              {t(step === 'drill' ? 'intro.finish' : 'intro.next')}
            </Button>
          )}
        </div>
      </div>
    </PageFrame>
  );
}

interface StepProps {
  readonly step: IntroStep;
  readonly onDone: () => void;
  readonly onNext: () => void;
}

function Step({ step, onDone, onNext }: StepProps): ReactNode {
  switch (step) {
    case 'welcome':
      return <WelcomeStep onDone={onDone} onNext={onNext} />;
    case 'computer':
      return <ComputerStep />;
    case 'notifications':
      return <NotificationsStep />;
    case 'window':
      return <WindowStep />;
    case 'drill':
      return <DrillStep onDone={onDone} />;
  }
}
