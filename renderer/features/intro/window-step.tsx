import type { AppState } from '../../state/store.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { WindowChip } from '../window-chip/window-chip.tsx';
import { Heading } from './heading.tsx';

/** The ring, on the first real conversation of the list that has one. */
export function WindowStep() {
  const t = useT();
  const conversation = useApp(firstWithWindow);
  return (
    <>
      <Heading>{t('intro.window.title')}</Heading>
      <p>{t('intro.window.text')}</p>
      {conversation === undefined ? (
        <p className="intro-quiet">{t('intro.window.none')}</p>
      ) : (
        <>
          <p className="intro-quiet">{t('intro.window.real')}</p>
          <div className="intro-row">
            <Avatar name={conversation.contact.name} />
            <span className="intro-row-words">
              <bdi className="intro-row-name truncate">{conversation.contact.name}</bdi>
              <WindowChip
                facts={conversation.window}
                size="header"
                contactName={conversation.contact.name}
                phoneNumber={conversation.contact.phoneNumber}
              />
            </span>
          </div>
        </>
      )}
      <p>{t('intro.window.closed')}</p>
    </>
  );
}

function firstWithWindow({ conversations: { byId, list } }: AppState) {
  const all = list.ids.flatMap((id) => byId[id] ?? []);
  const counting = ({ window }: (typeof all)[number]): boolean =>
    window.durationMs !== null && window.openedAt !== null;
  return all.find(counting);
}
