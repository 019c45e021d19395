import { useMemo, useState } from 'react';
import type { Attachment, Message } from '../../../shared/contract/entities.ts';
import { render } from '../../../shared/format/preview.ts';
import { plainText } from '../../../shared/format/spans.ts';
import { formatNear } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { useToday } from '../../state/use-today.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { attachmentIcons } from '../media/attachment-icons.ts';
import { endingOf, sizeWords } from '../media/file-words.ts';
import { PictureThumb } from '../media/picture-thumb.tsx';
import { useAllMessages } from '../thread/use-all-messages.ts';
import { Collection } from './context-section.tsx';

/** Notes and files among the messages of this conversation: first those that the thread has read, further back on request. */
export function HistorySections({ conversationId }: { readonly conversationId: number }) {
  const t = useT();
  const [further, setFurther] = useState(false);
  const { messages, complete } = useAllMessages(conversationId, further);
  const hasOlder = useApp((state) => state.thread?.hasOlder === true) && !complete;
  const newest = useMemo(() => messages.toReversed().filter(({ deleted }) => !deleted), [messages]);
  return (
    <>
      <NotesSection notes={newest.filter(({ kind }) => kind === 'note')} />
      <FilesSection messages={newest} />
      {hasOlder && (
        <Button size="small" icon="history" aria-disabled={further} onClick={() => setFurther(true)}>
          {t(further ? 'context.looking' : 'context.lookFurther')}
        </Button>
      )}
    </>
  );
}

function NotesSection({ notes }: { readonly notes: readonly Message[] }) {
  const actions = useActions();
  const today = useToday();
  return (
    <Collection title="context.notes" count={notes.length} empty="context.notes.none">
      <ul className="context-list">
        {notes.map(({ id, conversationId, author, at, text }) => (
          <li key={id}>
            <button type="button" className="context-note" onClick={() => actions.ui.showMessage(conversationId, id)}>
              <span className="context-note-text" dir="auto">
                {wordsOf(text)}
              </span>
              <span className="context-small">
                <bdi>{author.name}</bdi> · {formatNear(at, today)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Collection>
  );
}

function wordsOf(note: string): string {
  return render(note, 'note')
    .map(({ spans }) => plainText(spans))
    .join('\n');
}

interface Found {
  readonly message: Message;
  readonly attachment: Attachment;
}

function FilesSection({ messages }: { readonly messages: readonly Message[] }) {
  const t = useT();
  const all = messages.flatMap((message) => message.attachments.map((attachment): Found => ({ message, attachment })));
  const pictures = all.filter(({ attachment }) => attachment.kind === 'image');
  const others = all.filter(({ attachment: { kind } }) => kind !== 'image' && kind !== 'sticker');
  return (
    <Collection title="context.files" count={pictures.length + others.length} empty="context.files.none">
      {pictures.length > 0 && (
        <ul className="context-pictures" aria-label={t('context.pictures')}>
          {pictures.map(({ attachment }) => (
            <li key={attachment.id}>
              <PictureThumb attachment={attachment} />
            </li>
          ))}
        </ul>
      )}
      <ul className="context-list">
        {others.map((found) => (
          <FileRow key={found.attachment.id} {...found} />
        ))}
      </ul>
    </Collection>
  );
}

function FileRow({ message, attachment }: Found) {
  const t = useT();
  const actions = useActions();
  const today = useToday();
  const { kind, name, sizeBytes } = attachment;
  const details = [endingOf(name), sizeBytes === null ? null : sizeWords(sizeBytes), formatNear(message.at, today)];
  return (
    <li>
      <button
        type="button"
        className="context-file"
        onClick={() => actions.ui.showMessage(message.conversationId, message.id)}
      >
        <Icon name={attachmentIcons[kind]} size={16} />
        <bdi className="truncate">{name ?? t(`message.attachment.${kind}`)}</bdi>
        <span className="context-small">{details.filter((detail) => detail !== null).join(' · ')}</span>
      </button>
    </li>
  );
}
