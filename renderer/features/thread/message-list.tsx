import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { Conversation, Message } from '../../../shared/contract/entities.ts';
import type { OutboxItem } from '../../../shared/contract/outbox.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import type { ThreadState } from '../../state/store.ts';
import { useToday } from '../../state/use-today.ts';
import { useCommand } from '../shortcuts/use-command.ts';
import { canQuote } from './can-quote.ts';
import { JumpButton } from './jump-button.tsx';
import { MessageDetails } from './message-details.tsx';
import { MessageMenu, type OpenMenuState } from './message-menu.tsx';
import { OpenMenuProvider } from './more-button.tsx';
import { OlderRow, olderRowPx } from './older-row.tsx';
import { threadItems, type ThreadItem } from './thread-items.ts';
import { dayWords, ThreadRow } from './thread-row.tsx';
import { useFloatingDay } from './use-floating-day.ts';
import { useFollow } from './use-follow.ts';
import { useJump, type Jump } from './use-jump.ts';
import { useMessageCursor } from './use-message-cursor.ts';
import { useBeginsAtMessage, useShownMessage } from './use-shown-message.ts';

/** What the floating day covers at the top (px). */
const floatingDayPx = 32;
/** Closer to an end of what is loaded than this (px): more is read. */
const nearEndPx = 400;

interface MessageListProps {
  readonly thread: ThreadState;
  readonly conversation: Conversation;
}

/** Newest at the bottom and in sight, unless the agent has scrolled up; older ones come in above without a jump. */
export function MessageList({ thread, conversation }: MessageListProps) {
  const t = useT();
  const actions = useActions();
  const { messages, hasOlder, hasNewer } = thread;
  const { items, arrived } = useItems(thread);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const beginsElsewhere = useBeginsAtMessage(thread.conversationId, items);
  const follow = useFollow(items, !hasNewer, beginsElsewhere);
  const { scroller, following, toEnd, leaveEnd, onScroll, onAsk, onResize } = follow;
  const jump = useJump(items, scroller, virtualizer);
  const cursor = useMessageCursor({ scroller, virtualizer, items, leaveEnd });
  const { shownId, forget } = useShownMessage(thread.conversationId, items, (index) => {
    leaveEnd();
    jump.to(index, 'middle');
    // Whoever is typing, in the search field for one, goes on typing.
    if (document.activeElement?.matches('input, textarea') !== true) cursor.focus(index);
  });
  useOpenAtUnread(items, leaveEnd, jump, beginsElsewhere);
  const { menu, details, openMenu, closeMenu, openDetails, closeDetails } = useMenu(items);
  useCommand('thread.quote', () => {
    const focused = items.find(({ key }) => key === cursor.tabStop);
    const message =
      focused?.kind === 'message' && canQuote(focused.message) ? focused.message : lastOfCustomer(messages);
    if (message !== undefined) actions.ui.quote(message);
    return message !== undefined;
  });
  const today = useToday();
  const grewAbove = useGrewAbove(messages);
  const day = useFloatingDay(items, scroller, virtualizer);

  const onScrolled = (): void => {
    onScroll();
    jump.settle();
    day.update();
    cursor.settle();
    const element = scroller.current;
    if (element === null) return;
    if (hasOlder && element.scrollTop < nearEndPx) actions.thread.loadOlder();
    const below = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (hasNewer && below < nearEndPx) actions.thread.loadNewer();
  };
  const onWish = (): void => {
    onAsk();
    jump.end();
    if (shownId !== null) forget();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    onWish();
    if (cursor.onKeyDown(event)) return;
    const asksMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey) || event.key === 'Enter';
    const article = event.target instanceof HTMLElement ? event.target : null;
    const key = article?.dataset['item'];
    if (!asksMenu || article === null || key === undefined) return;
    event.preventDefault();
    openMenu(key, article);
  };

  return (
    <OpenMenuProvider value={openMenu}>
      <div className="messages">
        <div
          ref={scroller}
          className="messages-scroll"
          onScroll={onScrolled}
          onScrollEnd={day.rest}
          onWheel={onWish}
          onTouchMove={onWish}
          onPointerDown={(event) => {
            // On the scrollbar. A press on a button in a message is not a wish to scroll.
            if (event.target === event.currentTarget) onWish();
          }}
          onKeyDown={onKeyDown}
          onBlur={cursor.onBlur}
          tabIndex={cursor.tabStop === null ? 0 : -1}
          role="log"
          aria-label={t('thread.messages')}
          aria-live="off"
        >
          <div className="messages-fill" />
          <OlderRow thread={thread} />
          <Virtualizer
            ref={virtualizer}
            scrollRef={scroller}
            data={items}
            shift={grewAbove}
            startMargin={olderRowPx}
            keepMounted={cursor.keepMounted}
            onResize={() => {
              onResize();
              queueMicrotask(jump.settle);
              cursor.settle();
            }}
          >
            {(item) => (
              <ThreadRow
                key={item.key}
                item={item}
                today={today}
                arrived={arrived}
                shownId={shownId}
                tabStop={cursor.tabStop}
                onFocus={cursor.onFocus}
              />
            )}
          </Virtualizer>
          <div className="messages-end" />
        </div>
        {day.at !== null && (
          <div className="day day-floating" data-moving={day.moving} aria-hidden="true">
            <span>{dayWords(day.at, today, t)}</span>
          </div>
        )}
        {(!following || hasNewer) && (
          <JumpButton
            messages={messages}
            onJump={() => {
              jump.end();
              if (hasNewer) actions.thread.toNewest();
              // Also ends a scroll by keys that is still under way.
              else virtualizer.current?.scrollToIndex(items.length - 1, { align: 'end' });
              toEnd();
            }}
          />
        )}
        {menu !== null && <MessageMenu {...menu} onClose={closeMenu} onDetails={() => openDetails(menu.item)} />}
        {details !== null && <MessageDetails item={details} conversation={conversation} onClose={closeDetails} />}
      </div>
    </OpenMenuProvider>
  );
}

function useItems({ conversationId, messages, gaps, unreadFrom }: ThreadState) {
  const outbox = useApp((state) => state.outbox.items);
  const own = useMemo(() => outbox.filter((item) => item.conversationId === conversationId), [outbox, conversationId]);
  const items = useMemo(
    () => threadItems({ messages, gaps, unreadFrom, outbox: own }),
    [messages, gaps, unreadFrom, own],
  );
  const arrived = useMemo(() => arrivedIds(own), [own]);
  return { items, arrived };
}

/** Messages because of which something of ours is held. */
function arrivedIds(outbox: readonly OutboxItem[]): ReadonlySet<number> {
  const held = outbox.filter(({ state }) => state === 'held').map(({ problem }) => problem);
  return new Set(held.flatMap((problem) => (problem?.kind === 'someone-wrote' ? [problem.messageId] : [])));
}

function lastOfCustomer(messages: readonly Message[]): Message | undefined {
  return messages.findLast((message) => message.kind === 'incoming' && canQuote(message));
}

/** True if the last change brought messages in above: the list then keeps its distance from the end. */
function useGrewAbove(messages: readonly Message[]): boolean {
  const [last, setLast] = useState({ messages, grew: false });
  if (last.messages === messages) return last.grew;
  const [before, now] = [last.messages[0]?.id, messages[0]?.id];
  // After a jump the list holds other messages altogether.
  const same = messages.some(({ id }) => id === before);
  const grew = same && before !== undefined && now !== undefined && now < before;
  setLast({ messages, grew });
  return grew;
}

/** At the first unread message, so that nothing is missed; if all of them fit, that is the end. */
function useOpenAtUnread(
  items: readonly ThreadItem[],
  leaveEnd: () => void,
  jump: Jump,
  beginsElsewhere: boolean,
): void {
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || items.length === 0) return;
    opened.current = true;
    const index = items.findIndex(({ kind }) => kind === 'unread');
    if (index === -1 || beginsElsewhere) return;
    leaveEnd();
    jump.to(index, floatingDayPx);
  }, [items, leaveEnd, jump, beginsElsewhere]);
}

/** The menu of one message, and its details. */
function useMenu(items: readonly ThreadItem[]) {
  const [menu, setMenu] = useState<OpenMenuState | null>(null);
  const [details, setDetails] = useState<OpenMenuState['item'] | null>(null);
  const latest = useRef(items);
  useEffect(() => {
    latest.current = items;
  }, [items]);
  const [openMenu] = useState(() => (itemKey: string, anchor: HTMLElement): void => {
    const item = latest.current.find(({ key }) => key === itemKey);
    if (item?.kind === 'message' || item?.kind === 'pending') setMenu({ item, anchor });
  });
  return {
    menu,
    details,
    openMenu,
    closeMenu: () => setMenu(null),
    openDetails: setDetails,
    closeDetails: () => setDetails(null),
  };
}
