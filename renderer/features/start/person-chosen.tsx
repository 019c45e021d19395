import type { Contact } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { useExisting } from './use-ways.ts';

/** More are in the customer's details, one look away. */
const mostShown = 3;

/** Who it is, and what there is with them already. */
export function PersonChosen({ contact, onChange }: { readonly contact: Contact; readonly onChange: () => void }) {
  const t = useT();
  const { ui } = useActions();
  const existing = useExisting(contact).slice(0, mostShown);
  return (
    <div className="start-chosen">
      <div className="start-chosen-who">
        <Avatar name={contact.name} />
        <span className="start-person-words">
          <bdi className="start-chosen-name">{contact.name}</bdi>
          <bdi className="start-person-number" dir={contact.phoneNumber === null ? undefined : 'ltr'}>
            {contact.phoneNumber ?? t('start.noNumber')}
          </bdi>
        </span>
        <Button icon="swap" onClick={onChange}>
          {t('start.change')}
        </Button>
      </div>
      {existing.length > 0 && (
        <div className="start-existing">
          <p>{t('start.existing')}</p>
          {existing.map(({ id, channel, status }) => (
            <Button key={id} size="small" icon="inbox" onClick={() => ui.select(id)}>
              {t('start.existing.on', { name: contact.name, channel: channel.name, status: t(`status.${status}`) })}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
