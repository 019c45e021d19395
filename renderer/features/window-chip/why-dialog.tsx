import { useState } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { ownTimeZone } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { usePageClock } from '../../state/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useCutOff } from './use-cut-off.ts';
import { useWindow } from './use-window.ts';
import { whyFacts, whyText } from './why-facts.ts';

export interface WhyDialogProps {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}

/** Everything that the judgement rests on, in words that can be checked and copied. */
export function WhyDialog({ conversation, onClose }: WhyDialogProps) {
  const t = useT();
  const { contact, window: facts } = conversation;
  const now = useWindow(facts);
  const clock = usePageClock().info();
  const cutOff = useCutOff();
  const openingText = useOpeningText(conversation);
  const lines = whyFacts({ t, facts, now, contact, clock, cutOff, ownZone: ownTimeZone(), openingText });
  const title = t('window.why.title', { name: contact.name });
  return (
    <Dialog title={title} onClose={onClose} footer={<CopyButton text={whyText(title, lines, t)} />}>
      <dl className="why-facts">
        {lines.map(({ what, value }) => (
          <div key={what} className="why-fact">
            <dt>{what}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const t = useT();
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('copyFailed'),
    );
  };
  return (
    <>
      <span role="status" className="why-copied">
        {state !== 'copy' && t(`window.why.${state}`)}
      </span>
      <Button icon="copy" onClick={copy}>
        {t('window.why.copy')}
      </Button>
    </>
  );
}

/** The message that opened it: an incoming one of that very moment, if it is among those on the screen. */
function useOpeningText({ id, window }: Conversation): string | null {
  return useApp(({ thread }) => {
    if (thread === null || thread.conversationId !== id || window.openedBy !== 'message') return null;
    return thread.messages.find(({ kind, at }) => kind === 'incoming' && at === window.openedAt)?.text ?? null;
  });
}
