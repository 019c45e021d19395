import type { Contact } from '../../../shared/contract/entities.ts';
import { looksLikeNumber } from '../../../shared/phone/phone-number.ts';
import { useT } from '../../i18n/i18n.tsx';
import { moveAmongStops } from '../../ui/arrow-stops.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import '../../ui/search-field.css';
import { usePeople, type People } from './use-people.ts';

export interface PersonSearchProps {
  readonly text: string;
  readonly online: boolean;
  readonly onType: (text: string) => void;
  readonly onChoose: (contact: Contact) => void;
  readonly onNew: (person: { readonly name: string; readonly number: string }) => void;
}

/** Customers of this device at once, those of the server when asked or when the device knows hardly anybody, or a new number. */
export function PersonSearch({ text, online, onType, onChoose, onNew }: PersonSearchProps) {
  const t = useT();
  const people = usePeople(text, online);
  const { local, onServer } = people;
  const typed = text.trim();
  const isNumber = looksLikeNumber(typed);
  return (
    <div className="start-search" onKeyDown={moveAmongStops}>
      <div className="search-field start-field">
        <Icon name="search" size={16} />
        <input
          data-stops-field
          type="search"
          dir="auto"
          aria-label={t('start.search')}
          placeholder={t('start.search')}
          maxLength={100}
          value={text}
          onChange={({ target }) => onType(target.value)}
          onKeyDown={(event) => {
            // The first one found; the form has nothing to start yet.
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            const first = local[0] ?? onServer[0];
            if (first !== undefined && people.searched) onChoose(first);
          }}
        />
      </div>
      {local.length + onServer.length > 0 && (
        <ul className="start-people" aria-label={t('start.found')}>
          {local.map((contact) => (
            <Person key={contact.id} contact={contact} onChoose={onChoose} />
          ))}
          {onServer.map((contact) => (
            <Person key={contact.id} contact={contact} mark={t('start.onServer')} onChoose={onChoose} />
          ))}
        </ul>
      )}
      <p className="start-said" role="status">
        <Said people={people} text={typed} />
      </p>
      <div className="start-ways">
        {typed !== '' && online && (people.server === 'idle' || people.server === 'failed') && (
          <Button data-stop icon="search" onClick={people.askServer}>
            {t('start.askServer')}
          </Button>
        )}
        <Button
          data-stop
          icon="user-add"
          onClick={() => onNew(isNumber ? { name: '', number: typed } : { name: typed, number: '' })}
        >
          {isNumber ? t('start.newNumber', { number: typed }) : t('start.new')}
        </Button>
      </div>
    </div>
  );
}

interface PersonProps {
  readonly contact: Contact;
  readonly mark?: string;
  readonly onChoose: (contact: Contact) => void;
}

function Person({ contact, mark, onChoose }: PersonProps) {
  const t = useT();
  return (
    <li>
      <button type="button" data-stop className="start-person" onClick={() => onChoose(contact)}>
        <Avatar name={contact.name} />
        <span className="start-person-words">
          <bdi className="truncate">{contact.name}</bdi>
          <bdi className="start-person-number" dir={contact.phoneNumber === null ? undefined : 'ltr'}>
            {contact.phoneNumber ?? t('start.noNumber')}
          </bdi>
        </span>
        {mark !== undefined && <span className="start-mark">{mark}</span>}
      </button>
    </li>
  );
}

function Said({ people, text }: { readonly people: People; readonly text: string }) {
  const t = useT();
  const { local, onServer, searched, server } = people;
  if (server === 'asking') return t('start.asking');
  if (server === 'failed') return t('start.serverFailed');
  if (!searched || local.length > 0) return null;
  if (server === 'answered') return onServer.length === 0 ? t('start.serverNone', { text }) : null;
  return t('start.none', { text });
}
