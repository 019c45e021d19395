import type { Attachment } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Card } from './card.tsx';

/** Where it is in words and numbers. The map opens outside: nothing is fetched from it until the agent asks. */
export function LocationCard({ attachment }: { readonly attachment: Attachment }) {
  const t = useT();
  const { name, coordinates } = attachment;
  if (coordinates === null) {
    return <Card icon="map-pin" name={name ?? t('message.attachment.location')} details={[t('media.noPlace')]} />;
  }
  const { latitude, longitude } = coordinates;
  const place = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return (
    <Card icon="map-pin" name={name ?? t('message.attachment.location')} details={[place]}>
      <a className="card-link" href={map} target="_blank" rel="noopener noreferrer">
        {t('media.openMap')}
      </a>
    </Card>
  );
}
