import { useEffect, useRef, useState, type ReactElement } from 'react';
import { templateId } from '../../../shared/templates/rank.ts';
import { useClient } from '../../api/client.tsx';
import { formatNear } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { useServerTime } from '../../state/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import type { PickerRequest } from './picker-request.ts';
import type { TemplateRow } from './template-filter.ts';
import { TemplateFinder } from './template-finder.tsx';
import { TemplateForm } from './template-form.tsx';
import './template-picker.css';
import { usePickerData, type PickerData, type PickerFacts } from './use-picker-data.ts';
import { useTemplateDrafts, type TemplateDrafts } from './use-template-drafts.ts';

/** The sheet over the thread, while somebody has asked for it. */
export function TemplatePicker(): ReactElement | null {
  const request = useApp((state) => state.ui.templatePicker);
  const selectedId = useApp((state) => state.ui.selectedId);
  const conversationId = request?.conversationId ?? selectedId;
  if (conversationId === null) return null;
  return <ReadySheet key={conversationId} conversationId={conversationId} request={request} />;
}

interface ReadyProps {
  readonly conversationId: number;
  readonly request: PickerRequest | null;
}

/** What the sheet shows of the open conversation is read before it is asked for, so that the key which opens it paints it. */
function ReadySheet({ conversationId, request }: ReadyProps): ReactElement {
  const isOpen = request !== null;
  const data = usePickerData(conversationId, isOpen);
  // What is half filled in is read again after each closing.
  const [seen, setSeen] = useState({ isOpen, closings: 0 });
  if (seen.isOpen !== isOpen) setSeen({ isOpen, closings: seen.closings + (isOpen ? 0 : 1) });
  return <SheetWithDrafts key={seen.closings} conversationId={conversationId} request={request} data={data} />;
}

function SheetWithDrafts({ conversationId, request, data }: ReadyProps & Pick<SheetProps, 'data'>) {
  const drafts = useTemplateDrafts(conversationId);
  return request === null ? null : <TemplateSheet request={request} data={data} drafts={drafts} />;
}

interface SheetProps {
  readonly request: PickerRequest;
  readonly data: PickerData;
  readonly drafts: TemplateDrafts | null;
}

function TemplateSheet({ request, data, drafts }: SheetProps): ReactElement {
  const t = useT();
  const actions = useActions();
  const { facts, error } = data;
  const [cameFrom] = useState(() => document.activeElement);
  const title = facts === null ? t('picker.title') : t('picker.titleFor', { name: facts.conversation.contact.name });
  const close = (sent: boolean): void => {
    actions.ui.closeTemplatePicker();
    // The dialog gives focus back to where it came from, if there is such a place.
    const hasPlace = cameFrom !== null && cameFrom !== document.body && cameFrom.isConnected;
    if (sent || !hasPlace) actions.ui.focusComposer(null);
  };
  return (
    <Dialog title={title} size="sheet" onClose={() => close(false)}>
      <div className="picker">
        {facts === null || drafts === null ? (
          <p className="picker-empty" role={error === null ? undefined : 'alert'}>
            {error === null ? '' : t(`error.${error}`)}
          </p>
        ) : (
          <Panes request={request} drafts={drafts} facts={facts} onSent={() => close(true)} />
        )}
      </div>
    </Dialog>
  );
}

interface PanesProps extends Pick<SheetProps, 'request'> {
  readonly facts: PickerFacts;
  readonly drafts: TemplateDrafts;
  readonly onSent: () => void;
}

function Panes({ request, drafts, facts, onSent }: PanesProps): ReactElement {
  const t = useT();
  const favour = useFavour(facts);
  const offline = useApp((state) => state.sync.status?.offlineSince ?? null) !== null;
  // Where they left off, unless they come with something else to do.
  const goesOn = request.text.trim() === '' && request.search === undefined;
  const [chosenId, setChosenId] = useState(goesOn ? drafts.latest : null);
  const input = useRef<HTMLInputElement>(null);
  // The dialog may be there before the templates are, and then cannot put focus here itself; later on the way back.
  useEffect(() => {
    if (chosenId === null) input.current?.focus();
  }, [chosenId]);
  const { list } = facts;
  const chosen = list.templates.find((template) => templateId(template) === chosenId) ?? null;
  const isFavourite = list.uses.some((use) => templateId(use) === chosenId && use.favourite);
  const choose = (row: TemplateRow): void => {
    if (row.unsendable === null) setChosenId(row.id);
  };
  return (
    <>
      <section className="picker-find" aria-label={t('picker.find')} data-covered={chosenId !== null}>
        <TemplateFinder
          facts={facts}
          text={request.text}
          search={request.search ?? ''}
          chosenId={chosenId}
          input={input}
          begun={(id) => drafts.get(id) !== null}
          onChoose={choose}
          onFavour={(row) => favour(row.template, !row.favourite)}
        />
        <ListAge fetchedAt={list.fetchedAt} offline={offline} />
      </section>
      <section className="picker-fill" aria-label={t('picker.fill')}>
        {chosen === null ? (
          <Invitation text={request.text} gone={chosenId} />
        ) : (
          <TemplateForm
            key={chosenId}
            template={chosen}
            facts={facts}
            request={request}
            drafts={drafts}
            offline={offline}
            favourite={isFavourite}
            onFavour={() => favour(chosen, !isFavourite)}
            onBack={() => setChosenId(null)}
            onSent={onSent}
          />
        )}
      </section>
    </>
  );
}

/** Marks or unmarks one; the answer comes as `templates.changed`. */
function useFavour({ conversation }: PickerFacts) {
  const t = useT();
  const client = useClient();
  const announce = useAnnounce();
  return (template: { readonly name: string; readonly language: string }, favourite: boolean): void => {
    const { name, language } = template;
    client.call('templates.favour', { channelId: conversation.channel.id, name, language, favourite }).then(
      () => announce(t(favourite ? 'picker.marked' : 'picker.unmarked', { name })),
      () => announce(t('error.internal'), 'now'),
    );
  };
}

interface InvitationProps {
  readonly text: string;
  /** A template that was chosen and is no longer there. */
  readonly gone: string | null;
}

function Invitation({ text, gone }: InvitationProps): ReactElement {
  const t = useT();
  return (
    <div className="picker-invitation">
      <Icon name="template" size={24} />
      <p role={gone === null ? undefined : 'alert'}>
        {gone === null ? t('picker.choose') : t('picker.gone', { name: gone })}
      </p>
      <p className="picker-keys">{t('picker.keys')}</p>
      {text.trim() !== '' && (
        <figure className="picker-carried">
          <figcaption>{t('picker.carried')}</figcaption>
          <blockquote dir="auto">{text}</blockquote>
        </figure>
      )}
    </div>
  );
}

interface ListAgeProps {
  readonly fetchedAt: number | null;
  readonly offline: boolean;
}

/** A list older than this (ms) may name templates that were paused since. */
const staleMs = 3 * 3_600_000;

/** Said as soon as nobody can bring a newer one, or it is old. */
function ListAge({ fetchedAt, offline }: ListAgeProps): ReactElement | null {
  const t = useT();
  const { nowMs } = useServerTime((time) => (fetchedAt === null ? null : Math.max(time.nowMs, fetchedAt + staleMs)));
  if (fetchedAt === null || (!offline && nowMs - fetchedAt < staleMs)) return null;
  return <p className="picker-age">{t('picker.stale', { at: formatNear(fetchedAt, nowMs) })}</p>;
}
