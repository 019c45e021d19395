import type { Banner } from '../../../shared/composer/composer-view.ts';
import { formatNear } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import type { WindowNow } from '../window-chip/use-window.ts';
import { shortLeft } from '../window-chip/window-words.ts';

/** The banner's sentence. Its times are epoch ms of server time; here they become the agent's own. */
export function bannerText(t: Translate, banner: Banner, { left, time }: WindowNow): string {
  const { closesAt, templateSentAt, clockErrorMs, name, colleague } = banner.params;
  const error = Number(clockErrorMs ?? 0);
  return t(banner.textKey, {
    name: name ?? '',
    colleague: colleague ?? '',
    left: shortLeft(t, left),
    end: typeof closesAt === 'number' ? formatNear(closesAt, time.nowMs) : '',
    sent: typeof templateSentAt === 'number' ? formatNear(templateSentAt, time.nowMs) : '',
    guardSeconds: Math.round(time.guardMs / 1000),
    minutes: Math.floor(Math.abs(error) / 60_000),
    direction: t(error < 0 ? 'composer.clock.slow' : 'composer.clock.fast'),
    reason: banner.reasonKey === null ? '' : t(banner.reasonKey),
  });
}
