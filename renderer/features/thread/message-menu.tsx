import { useLayoutEffect, useMemo, useRef } from 'react';
import { render } from '../../../shared/format/preview.ts';
import { plainText } from '../../../shared/format/spans.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions } from '../../state/app-provider.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { useCopy } from '../media/copy-button.tsx';
import { canQuote } from './can-quote.ts';
import './message-menu.css';
import type { ThreadItem } from './thread-items.ts';

export interface OpenMenuState {
  readonly item: ThreadItem & { readonly kind: 'message' | 'pending' };
  readonly anchor: HTMLElement;
}

interface MessageMenuProps extends OpenMenuState {
  readonly onDetails: () => void;
  readonly onClose: () => void;
}

/** What can be done with one message. In the top layer, beside its anchor: the thread would cut it off. */
export function MessageMenu({ item, anchor, onDetails, onClose }: MessageMenuProps) {
  const place = useRef<HTMLDivElement>(null);
  const anchorRef = useMemo(() => ({ current: anchor }), [anchor]);
  const items = useItems(item, onDetails);
  const label = useT()('message.menu');
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    element.showPopover();
    const at = anchor.getBoundingClientRect();
    const own = element.getBoundingClientRect();
    const below = at.bottom + 4;
    const top = below + own.height > window.innerHeight ? Math.max(8, at.top - own.height - 4) : below;
    const left = Math.min(Math.max(8, at.left), window.innerWidth - own.width - 8);
    element.style.top = `${top}px`;
    element.style.left = `${left}px`;
  }, [anchor]);
  return (
    <div ref={place} popover="manual" className="message-menu">
      <Menu label={label} items={items} anchor={anchorRef} onClose={onClose} />
    </div>
  );
}

function useItems(item: OpenMenuState['item'], onDetails: () => void): readonly MenuItem[] {
  const t = useT();
  const actions = useActions();
  const copy = useCopy();
  const items: MenuItem[] = [];
  const text = item.kind === 'message' ? item.message.text : 'text' in item.item.content ? item.item.content.text : '';
  if (item.kind === 'message' && canQuote(item.message)) {
    const { message } = item;
    items.push({ key: 'quote', icon: 'reply', label: t('message.reply'), onChoose: () => actions.ui.quote(message) });
  }
  if (text !== '') {
    // A note is copied as it reads, without the marks and addresses of its mentions.
    const note = item.kind === 'message' && item.message.kind === 'note';
    const words = note
      ? render(text, 'note')
          .map((block) => plainText(block.spans))
          .join('\n')
      : text;
    items.push({ key: 'copy', icon: 'copy', label: t('message.copy'), onChoose: () => void copy(words) });
  }
  items.push({ key: 'details', icon: 'info', label: t('message.details'), onChoose: onDetails });
  return items;
}
