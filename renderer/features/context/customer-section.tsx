import type { Contact } from '../../../shared/contract/entities.ts';
import { customerZone } from '../../../shared/phone/customer-zone.ts';
import { formatWeekdayTimeIn } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useServerTime } from '../../state/clock.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { CopyButton } from '../media/copy-button.tsx';

/** Who it is, and what time it is there. */
export function CustomerSection({ contact }: { readonly contact: Contact }) {
  const t = useT();
  const { name, phoneNumber } = contact;
  const zone = customerZone(phoneNumber);
  return (
    <div className="context-who">
      <Avatar name={name} size="large" />
      <div className="context-who-text">
        <p className="context-name">
          <bdi>{name}</bdi>
        </p>
        <p className="context-phone">
          <bdi dir="ltr">{phoneNumber ?? t('context.noPhone')}</bdi>
          {phoneNumber !== null && <CopyButton text={phoneNumber} label={t('media.copyNumber')} />}
        </p>
        {zone !== null && <TheirTime zone={zone} />}
      </div>
    </div>
  );
}

function TheirTime({ zone }: { readonly zone: string }) {
  const t = useT();
  const { nowMs } = useServerTime(nextMinute);
  return (
    <p className="context-time" title={t('context.zoneFromNumber', { zone: zone.replaceAll('_', ' ') })}>
      {t('context.theirTime', { time: formatWeekdayTimeIn(nowMs, zone) })}
    </p>
  );
}

function nextMinute({ nowMs }: { readonly nowMs: number }): number {
  return (Math.floor(nowMs / 60_000) + 1) * 60_000;
}
