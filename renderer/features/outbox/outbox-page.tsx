import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { OutboxGroups } from './outbox-groups.tsx';
import { needsPerson } from './outbox-words.ts';

/** All that has not left this computer, with everything a person can decide about it. */
export function OutboxPage() {
  const t = useT();
  const items = useApp((state) => state.outbox.items);
  const attention = items.filter(needsPerson).length;
  return (
    <PageFrame title={t('outbox.title')}>
      {items.length > 0 && (
        <p className="outbox-lead" role="status">
          {t('outbox.lead', { count: items.length })} {attention > 0 && t('outbox.attention', { count: attention })}
        </p>
      )}
      <OutboxGroups full />
    </PageFrame>
  );
}
