import { useT } from '../../i18n/i18n.tsx';
import { NotificationDoctor } from '../alerts/doctor.tsx';
import '../diagnostics/diagnostics.css';
import { Heading } from './heading.tsx';

/** A real notification, the person's own word whether it came, and what stands in its way. */
export function NotificationsStep() {
  const t = useT();
  return (
    <>
      <Heading>{t('intro.notifications.title')}</Heading>
      <p>{t('intro.notifications.text')}</p>
      <NotificationDoctor />
    </>
  );
}
