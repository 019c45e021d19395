import type { ReactElement } from 'react';
import { decisionsFor } from '../../../shared/outbox/outbox-machine.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { ReturnedText } from './use-composer-facts.ts';

interface ReturnedBannerProps {
  readonly returned: readonly ReturnedText[];
  readonly canUseTemplate: boolean;
  readonly onTemplate: (returned: ReturnedText) => void;
}

/** A text that could not go out any more: whole and one click away from a template. One at a time, oldest first. */
export function ReturnedBanner({ returned, canUseTemplate, onTemplate }: ReturnedBannerProps): ReactElement | null {
  const t = useT();
  const actions = useActions();
  const [first] = returned;
  if (first === undefined) return null;
  const { item } = first;
  const decisions = item === null ? [] : decisionsFor(item.content.kind, item.state);
  const parked = item?.state === 'needs-template';
  return (
    <div className="composer-banner" data-tone="refused" data-case="returned" data-testid="returned-banner">
      <Icon name="alert" size={20} />
      <div className="composer-banner-text">
        <p>
          {t(parked ? 'returned.parked' : 'returned.refused')}
          {returned.length > 1 && ` ${t('returned.more', { count: returned.length - 1 })}`}
        </p>
        <blockquote className="composer-returned" dir="auto">
          {first.text}
        </blockquote>
      </div>
      <div className="composer-banner-actions">
        {canUseTemplate && (
          <Button size="small" variant="primary" onClick={() => onTemplate(first)}>
            {t('returned.template')}
          </Button>
        )}
        {item !== null && decisions.includes('make-note') && (
          <Button size="small" onClick={() => void actions.outbox.decide(item.clientId, 'make-note')}>
            {t('returned.makeNote')}
          </Button>
        )}
        <Button size="small" variant="quiet" icon="copy" onClick={() => void navigator.clipboard.writeText(first.text)}>
          {t('composer.button.copy-text')}
        </Button>
        {item !== null && decisions.includes('discard') && (
          <Button size="small" variant="quiet" onClick={() => void actions.outbox.decide(item.clientId, 'discard')}>
            {t('returned.discard')}
          </Button>
        )}
      </div>
    </div>
  );
}
