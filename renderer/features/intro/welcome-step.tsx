import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { useWorkspaces } from '../workspaces/workspaces.tsx';
import { Heading } from './heading.tsx';

export interface WelcomeStepProps {
  readonly onDone: () => void;
  readonly onNext: () => void;
}

/** What this is, and where to begin: the practice workspace that is there already, or the team's own server. */
export function WelcomeStep({ onDone, onNext }: WelcomeStepProps) {
  const t = useT();
  const { ui } = useActions();
  const workspaces = useWorkspaces();
  const practice = workspaces?.current.kind === 'practice';
  const signIn = (): void => {
    // Signing in draws the desk anew; the introduction then goes on with the next step.
    onDone();
    workspaces?.setSignInAddress('');
    ui.goTo('sign-in');
  };
  return (
    <>
      <Heading>{t('intro.welcome.title')}</Heading>
      <p>{t('intro.welcome.text')}</p>
      {practice ? (
        <>
          <p className="intro-quiet">{t('intro.welcome.practiceWhy')}</p>
          <Button variant="primary" size="large" icon="play" onClick={onNext}>
            {t('intro.welcome.practice')}
          </Button>
          <p className="intro-quiet">{t('intro.welcome.serverWhy')}</p>
          <Button size="large" icon="lock" onClick={signIn}>
            {t('intro.welcome.server')}
          </Button>
        </>
      ) : (
        <Button variant="primary" size="large" onClick={onNext}>
          {t('intro.next')}
        </Button>
      )}
    </>
  );
}
