import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import './intro.css';
import { useIntro } from './use-intro.ts';

/** Offers the introduction to who is new, and its rest to who has begun. A line of the page: it covers nothing and waits. */
export function IntroBar() {
  const t = useT();
  const { ui } = useActions();
  const { offer, doneAll } = useIntro();
  if (offer.kind === 'none') return null;
  const welcome = offer.kind === 'welcome';
  return (
    <section className="intro-bar" aria-label={t('intro.bar.label')}>
      <p className="intro-bar-text">
        {welcome ? t('intro.bar.welcome') : t('intro.bar.resume', { count: offer.left })}
      </p>
      <Button size="small" variant="primary" onClick={() => ui.goTo('intro')}>
        {t(welcome ? 'intro.bar.start' : 'intro.bar.goOn')}
      </Button>
      <Button size="small" variant="quiet" onClick={doneAll}>
        {t('intro.bar.later')}
      </Button>
    </section>
  );
}
