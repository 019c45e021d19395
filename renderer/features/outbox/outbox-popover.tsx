import type { RefObject } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { OutboxGroups } from './outbox-groups.tsx';

/** The outbox at a glance; its page has the rest. */
export function OutboxPopover({ anchor }: { readonly anchor: RefObject<HTMLElement | null> }) {
  const t = useT();
  const actions = useActions();
  return (
    <Popover
      title={t('outbox.title')}
      className="outbox-popover"
      anchor={anchor}
      onClose={() => actions.ui.setPopover('none')}
    >
      <OutboxGroups full={false} />
      <div className="outbox-more">
        <Button size="small" variant="quiet" onClick={() => actions.ui.goTo('outbox')}>
          {t('outbox.openPage')}
        </Button>
      </div>
    </Popover>
  );
}
