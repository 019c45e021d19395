import type { Conversation } from '../../../shared/contract/entities.ts';
import { composerView, type ComposerView } from '../../../shared/composer/composer-view.ts';
import { useApp } from '../../state/app-provider.tsx';
import { usePageClock } from '../../state/clock.ts';
import { useWindow, type WindowNow } from '../window-chip/use-window.ts';
import { useHasTemplates, type Trouble } from './use-composer-facts.ts';
import type { ComposerControl } from './use-composer.ts';
import { useReassigned } from './use-reassigned.ts';
import { useSmsWay, type SmsWay } from './use-sms.ts';

export interface Looks {
  readonly window: WindowNow;
  readonly view: ComposerView;
  readonly sms: SmsWay;
}

/** Everything that decides what the composer looks like now. */
export function useComposerView(conversation: Conversation, control: ComposerControl, trouble: Trouble): Looks {
  const { state, files, dialog } = control;
  const window = useWindow(conversation.window);
  const hasTemplates = useHasTemplates(conversation);
  const reassignedTo = useReassigned(conversation);
  const offline = useApp((app) => app.sync.status?.offlineSince ?? null) !== null;
  const clock = usePageClock();
  const closed = window.state.kind === 'closed' || window.state.kind === 'none';
  const sms = useSmsWay(conversation, closed || trouble.refusal !== null || dialog === 'sms');
  const view = composerView({
    window: window.state,
    mode: state.mode,
    replyText: state.reply.text,
    noteText: state.note.text,
    files: { reply: state.files.reply.length, note: state.files.note.length },
    uploading: files.uploads.some((upload) => upload.mode === state.mode && upload.trouble === null),
    connection: offline ? 'offline' : 'online',
    hasTemplates,
    hasSms: sms.state === 'ready',
    channelKind: conversation.channel.kind,
    templateSentAt: conversation.templateSentAt,
    lateRefusal: trouble.refusal,
    reassignedTo,
    customerName: conversation.contact.name,
    // The contract has no permission per conversation; the core refuses what is not allowed.
    readOnly: false,
    computerClockErrorMs: clock.info()?.computerClockErrorMs ?? 0,
  });
  return { window, view, sms };
}
