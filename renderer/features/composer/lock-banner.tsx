import type { ReactElement } from 'react';
import type { Banner, BannerCase, ComposerButton } from '../../../shared/composer/composer-view.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { WindowNow } from '../window-chip/use-window.ts';
import { bannerText } from './banner-words.ts';

interface LockBannerProps {
  readonly banner: Banner;
  readonly window: WindowNow;
  readonly onAction: (action: ComposerButton['action']) => void;
}

/** Why the customer cannot be written to now, and every way on. */
export function LockBanner({ banner, window, onAction }: LockBannerProps): ReactElement {
  const t = useT();
  return (
    <div className="composer-banner" data-tone={banner.tone} data-case={banner.case} data-testid="lock-banner">
      <Icon name={icons[banner.case] ?? 'lock'} size={20} />
      <p className="composer-banner-text">{bannerText(t, banner, window)}</p>
      <div className="composer-banner-actions">
        {banner.actions.map((action, index) => (
          <Button
            key={action.action}
            size="small"
            variant={index === 0 && banner.case !== 'reassigned' ? 'primary' : 'secondary'}
            disabled={!action.enabled}
            onClick={() => onAction(action.action)}
          >
            {t(action.labelKey)}
          </Button>
        ))}
      </div>
    </div>
  );
}

const icons: Partial<Record<BannerCase, IconName>> = {
  last: 'hourglass',
  guard: 'hourglass',
  'template-sent': 'clock',
  unverified: 'question',
  'unverified-offline': 'question',
  'refused-late': 'alert',
  'refused-other': 'alert',
  'opted-out': 'hand',
  undeliverable: 'alert',
  reassigned: 'user',
};
