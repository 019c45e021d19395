import { useEffect, useRef } from 'react';
import type { Conversation } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWindow } from './use-window.ts';

/** Says each change of the open conversation's window once. Interrupts only for the last ten minutes. */
export function WindowAnnouncer({ conversation }: { readonly conversation: Conversation }): null {
  const t = useT();
  const announce = useAnnounce();
  const { kind } = useWindow(conversation.window).state;
  const before = useRef({ id: conversation.id, kind });
  const { id, contact } = conversation;
  useEffect(() => {
    const previous = before.current;
    before.current = { id, kind };
    // Opening a conversation is not a change; its header says how it stands.
    if (previous.id !== id || previous.kind === kind || kind === 'unlimited' || kind === 'none') return;
    announce(t(`window.announce.${kind}`, { name: contact.name }), kind === 'last' ? 'now' : 'polite');
  }, [announce, contact.name, id, kind, t]);
  return null;
}
