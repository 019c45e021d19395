import { useEffect, useState, type ReactElement } from 'react';
import { allowsFreeText } from '../../../shared/window/window-state.ts';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { formatNear } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { WindowNow } from '../window-chip/use-window.ts';

/** How long the good news stays. ms */
const shownMs = 6000;

interface ReopenedBannerProps {
  readonly conversation: Conversation;
  readonly window: WindowNow;
}

/** "Mara wrote. You can reply freely until …", when that happens while one is looking at it. */
export function ReopenedBanner({ conversation, window: { state, time } }: ReopenedBannerProps): ReactElement | null {
  const t = useT();
  const open = allowsFreeText(state);
  const { openedAt } = conversation.window;
  const [seen, setSeen] = useState({ open, openedAt });
  const [shown, setShown] = useState(false);
  if (seen.open !== open || seen.openedAt !== openedAt) {
    setSeen({ open, openedAt });
    setShown(open && !seen.open && openedAt !== seen.openedAt);
  }
  useEffect(() => {
    if (!shown) return undefined;
    const timer = globalThis.setTimeout(() => setShown(false), shownMs);
    return () => globalThis.clearTimeout(timer);
  }, [shown]);
  if (!shown || state.closesAt === null) return null;
  return (
    <div className="composer-banner" data-tone="ok" data-case="reopened">
      <Icon name="check-circle" size={20} />
      <p className="composer-banner-text">
        {t('banner.reopened.text', {
          name: conversation.contact.name,
          end: formatNear(state.closesAt, time.nowMs),
        })}
      </p>
    </div>
  );
}
