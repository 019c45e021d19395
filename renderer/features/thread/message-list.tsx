import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { Message, OutboxItem } from '../../../shared/contract/entities.ts';
import { daysBetween, formatDay } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp, useAppStore } from '../../state/app-provider.tsx';
import type { AppStore, ThreadState } from '../../state/store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useToday } from '../conversation-list/conversation-list.tsx';
import { MessageBubble } from './message-bubble.tsx';
import { PendingBubble } from './pending-bubble.tsx';
import { threadItems, type ThreadItem } from './thread-items.ts';

/** Closer to the end than this (px) means: following the conversation. */
const followPx = 80;
/** A scroll this soon (ms) after wheel, touch or key is the agent's. */
const askedMs = 1_000;
/** Closer to the top than this (px): older messages are read. */
const nearTopPx = 200;

/** Newest at the bottom and in sight, unless the agent has scrolled up; older ones come in above without a jump. */
export function MessageList({ thread }: { readonly thread: ThreadState }) {
  const t = useT();
  const actions = useActions();
  const outbox = useApp((state) => state.outbox.items);
  const { conversationId, messages } = thread;
  const own = useMemo(() => outbox.filter((item) => item.conversationId === conversationId), [outbox, conversationId]);
  const items = useMemo(() => threadItems(messages, own), [messages, own]);
  const arrived = useMemo(() => arrivedIds(own), [own]);
  const { scroller, following, toEnd, leaveEnd, onScroll, onAsk, onResize } = useFollow(items);
  const virtualizer = useRef<VirtualizerHandle>(null);
  useShownMessage(thread, items, (index) => {
    leaveEnd();
    virtualizer.current?.scrollToIndex(index, { align: 'center' });
  });
  const today = useToday();
  const grewAbove = useGrewAbove(messages);

  const onScrolled = (): void => {
    onScroll();
    if (thread.hasOlder && (scroller.current?.scrollTop ?? 0) < nearTopPx) actions.thread.loadOlder();
  };

  return (
    <div className="messages">
      <div
        ref={scroller}
        className="messages-scroll"
        onScroll={onScrolled}
        onWheel={onAsk}
        onTouchMove={onAsk}
        onPointerDown={(event) => {
          // On the scrollbar. A press on a button in a message is not a wish to scroll.
          if (event.target === event.currentTarget) onAsk();
        }}
        onKeyDown={onAsk}
        tabIndex={0}
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
          onResize={onResize}
        >
          {(item) => <ThreadRow key={item.key} item={item} today={today} arrived={arrived} />}
        </Virtualizer>
      </div>
      {!following && (
        <button
          type="button"
          className="jump"
          aria-label={t('thread.jumpToLatest')}
          title={t('thread.jumpToLatest')}
          onClick={() => {
            // Also ends a scroll to another message that is still under way.
            virtualizer.current?.scrollToIndex(items.length - 1, { align: 'end' });
            toEnd();
          }}
        >
          <Icon name="arrow-down" />
        </button>
      )}
    </div>
  );
}

/** Height (px) of the row above the first message; the list has to know where it starts. */
const olderRowPx = 56;

function OlderRow({ thread }: { readonly thread: ThreadState }) {
  const t = useT();
  const actions = useActions();
  const live = useApp((state) => state.sync.status?.state === 'live');
  const { hasOlder, serverHasOlder, loadingOlder, messages } = thread;
  const start = messages.length === 0 ? t('thread.empty') : t('thread.start');
  return (
    <div className="older-row">
      {loadingOlder === 'server' && <p role="status">{t('thread.loadingOlder')}</p>}
      {loadingOlder !== 'server' && hasOlder && (
        <Button size="small" variant="quiet" icon="arrow-up" onClick={actions.thread.loadOlder}>
          {t('thread.loadOlder')}
        </Button>
      )}
      {loadingOlder !== 'server' && !hasOlder && serverHasOlder && (
        <div className="older-gap">
          <p>{t('thread.gap')}</p>
          {live ? (
            <Button size="small" onClick={actions.thread.loadOlder}>
              {t('thread.gap.load')}
            </Button>
          ) : (
            <p>{t('thread.gap.offline')}</p>
          )}
        </div>
      )}
      {!hasOlder && !serverHasOlder && thread.state === 'ready' && <p>{start}</p>}
    </div>
  );
}

interface ThreadRowProps {
  readonly item: ThreadItem;
  readonly today: number;
  readonly arrived: ReadonlySet<number>;
}

function ThreadRow({ item, today, arrived }: ThreadRowProps) {
  const t = useT();
  switch (item.kind) {
    case 'day': {
      const days = daysBetween(item.at, today);
      const words = days === 0 ? t('thread.today') : days === 1 ? t('thread.yesterday') : formatDay(item.at, today);
      return (
        <div className="day" role="separator" aria-label={words}>
          <span>{words}</span>
        </div>
      );
    }
    case 'message':
      return <MessageBubble message={item.message} follows={item.follows} arrived={arrived.has(item.message.id)} />;
    case 'pending':
      return <PendingBubble item={item.item} />;
  }
}

/** Messages because of which something of ours is held. */
function arrivedIds(outbox: readonly OutboxItem[]): ReadonlySet<number> {
  const held = outbox.filter(({ state }) => state === 'held').map(({ problem }) => problem);
  return new Set(held.flatMap((problem) => (problem?.kind === 'someone-wrote' ? [problem.messageId] : [])));
}

/** The last wish to see a message that was granted, for each page. */
const shown = new WeakMap<AppStore, number>();

/** Brings a message into view when somebody asks for it and it is among the items. */
function useShownMessage(thread: ThreadState, items: readonly ThreadItem[], show: (index: number) => void): void {
  const store = useAppStore();
  const wish = useApp((state) => state.ui.shownMessage);
  const latest = useRef(show);
  useLayoutEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    if (wish === null || wish.conversationId !== thread.conversationId || (shown.get(store) ?? 0) >= wish.turn) return;
    const index = items.findIndex((item) => item.kind === 'message' && item.message.id === wish.messageId);
    if (index === -1) return;
    shown.set(store, wish.turn);
    latest.current(index);
  }, [wish, thread.conversationId, items, store]);
}

/** True if the last change brought messages in above: the list then keeps its distance from the end. */
function useGrewAbove(messages: readonly Message[]): boolean {
  const [last, setLast] = useState({ messages, grew: false });
  if (last.messages === messages) return last.grew;
  const [before, now] = [last.messages[0]?.id, messages[0]?.id];
  const grew = before !== undefined && now !== undefined && now < before;
  setLast({ messages, grew });
  return grew;
}

interface Follow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly following: boolean;
  readonly toEnd: () => void;
  /** Something further up was asked for. */
  readonly leaveEnd: () => void;
  readonly onScroll: () => void;
  /** Wheel, touch, scrollbar or key: what scrolls next is the agent's wish. */
  readonly onAsk: () => void;
  /** Heights settle after measuring, and the pane itself may become smaller. */
  readonly onResize: () => void;
}

/** Stays at the end until the agent scrolls up; comes back to following when they reach the end again. */
function useFollow(items: readonly ThreadItem[]): Follow {
  const scroller = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  const now = useRef({ following: true, top: 0, height: 0, frame: 0, askedAt: Number.NEGATIVE_INFINITY });
  const follow = useCallback((value: boolean): void => {
    now.current.following = value;
    setFollowing(value);
  }, []);
  const keepEnd = useCallback((): void => {
    const element = scroller.current;
    if (element !== null && now.current.following) element.scrollTo({ top: element.scrollHeight });
  }, []);
  const toEnd = useCallback((): void => {
    // Whatever was asked before, this is the newest wish.
    now.current.askedAt = Number.NEGATIVE_INFINITY;
    follow(true);
    keepEnd();
  }, [follow, keepEnd]);
  const leaveEnd = useCallback((): void => follow(false), [follow]);
  const onScroll = useCallback((): void => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    const last = now.current;
    const settled = scrollHeight === last.height;
    const asked = performance.now() - last.askedAt < askedMs;
    if (scrollHeight - scrollTop - clientHeight < followPx) follow(true);
    // Measuring moves the content, too: a move up is the agent's if nothing changed its height, or if they just asked.
    else if (scrollTop < last.top && (settled || asked)) follow(false);
    last.top = scrollTop;
    last.height = scrollHeight;
  }, [follow]);
  const onAsk = useCallback((): void => {
    now.current.askedAt = performance.now();
  }, []);
  const onResize = useCallback((): void => {
    cancelAnimationFrame(now.current.frame);
    now.current.frame = requestAnimationFrame(keepEnd);
  }, [keepEnd]);
  useLayoutEffect(keepEnd, [items, keepEnd]);
  useEffect(() => {
    const { current } = now;
    return () => cancelAnimationFrame(current.frame);
  }, []);
  return { scroller, following, toEnd, leaveEnd, onScroll, onAsk, onResize };
}
