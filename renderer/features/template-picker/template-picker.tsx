import { useState, type ReactElement } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import type { TemplateList as Templates } from '../../../shared/contract/templates.ts';
import { formatNear } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { useServerTime } from '../../state/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { PickerRequest } from './picker-request.ts';
import { templateId, type TemplateRow } from './template-filter.ts';
import { TemplateFinder } from './template-finder.tsx';
import { TemplateForm } from './template-form.tsx';
import './template-picker.css';
import { usePickerData } from './use-picker-data.ts';

/** The sheet over the thread, while somebody has asked for it. */
export function TemplatePicker(): ReactElement | null {
  const request = useApp((state) => state.ui.templatePicker);
  const actions = useActions();
  if (request === null) return null;
  return (
    <TemplateSheet
      key={request.conversationId}
      request={request}
      onClose={() => {
        actions.ui.closeTemplatePicker();
        actions.ui.focusComposer(null);
      }}
    />
  );
}

interface SheetProps {
  readonly request: PickerRequest;
  readonly onClose: () => void;
}

function TemplateSheet({ request, onClose }: SheetProps): ReactElement {
  const t = useT();
  const { conversation, list, error } = usePickerData(request.conversationId);
  const title = conversation === null ? t('picker.title') : t('picker.titleFor', { name: conversation.contact.name });
  return (
    <Dialog title={title} size="sheet" onClose={onClose}>
      <div className="picker">
        {conversation === null || list === null ? (
          <p className="picker-empty" role={error === null ? undefined : 'alert'}>
            {error === null ? '' : t(`error.${error}`)}
          </p>
        ) : (
          <Panes request={request} conversation={conversation} list={list} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

interface PanesProps extends SheetProps {
  readonly conversation: Conversation;
  readonly list: Templates;
}

function Panes({ request, conversation, list, onClose }: PanesProps): ReactElement {
  const t = useT();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = list.templates.find((template) => templateId(template) === chosenId) ?? null;
  const choose = (row: TemplateRow): void => {
    if (row.unsendable === null) setChosenId(row.id);
  };
  return (
    <>
      <section className="picker-find" aria-label={t('picker.find')} data-covered={chosen !== null}>
        <TemplateFinder
          templates={list.templates}
          text={request.text}
          search={request.search ?? ''}
          chosenId={chosenId}
          onChoose={choose}
        />
        <ListAge fetchedAt={list.fetchedAt} />
      </section>
      <section className="picker-fill" aria-label={t('picker.fill')}>
        {chosen === null ? (
          <Invitation text={request.text} />
        ) : (
          <TemplateForm
            key={chosenId}
            template={chosen}
            conversation={conversation}
            request={request}
            onBack={() => setChosenId(null)}
            onSent={onClose}
          />
        )}
      </section>
    </>
  );
}

function Invitation({ text }: { readonly text: string }): ReactElement {
  const t = useT();
  return (
    <div className="picker-invitation">
      <Icon name="template" size={24} />
      <p>{t('picker.choose')}</p>
      {text.trim() !== '' && (
        <figure className="picker-carried">
          <figcaption>{t('picker.carried')}</figcaption>
          <blockquote dir="auto">{text}</blockquote>
        </figure>
      )}
    </div>
  );
}

/** A list older than this (ms) may name templates that were paused since. */
const staleMs = 3 * 3_600_000;

function ListAge({ fetchedAt }: { readonly fetchedAt: number | null }): ReactElement | null {
  const t = useT();
  const { nowMs } = useServerTime((time) => (fetchedAt === null ? null : Math.max(time.nowMs, fetchedAt + staleMs)));
  if (fetchedAt === null || nowMs - fetchedAt < staleMs) return null;
  return <p className="picker-age">{t('picker.stale', { at: formatNear(fetchedAt, nowMs) })}</p>;
}
