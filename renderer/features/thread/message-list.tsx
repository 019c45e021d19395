import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { Virtualizer } from 'virtua';
import type { Message } from '../../../shared/contract/entities.ts';
import { daysBetween, formatDay } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import type { ThreadState } from '../../state/store.ts';
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
  const items = useMemo(
    () =>
      threadItems(
        messages,
        outbox.filter((item) => item.conversationId === conversationId),
      ),
    [messages, outbox, conversationId],
  );
  const { scroller, following, toEnd, onScroll, onAsk, onResize } = useFollow(items);
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
        onPointerDown={onAsk}
        onKeyDown={onAsk}
        tabIndex={0}
        role="log"
        aria-label={t('thread.messages')}
        aria-live="off"
      >
        <div className="messages-fill" />
        <OlderRow thread={thread} />
        <Virtualizer scrollRef={scroller} data={items} shift={grewAbove} startMargin={olderRowPx} onResize={onResize}>
          {(item) => <ThreadRow key={item.key} item={item} today={today} />}
        </Virtualizer>
      </div>
      {!following && (
        <button
          type="button"
          className="jump"
          aria-label={t('thread.jumpToLatest')}
          title={t('thread.jumpToLatest')}
          onClick={toEnd}
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
      {loadingOlder !== 'server' && (hasOlder || (serverHasOlder && live)) && (
        <Button size="small" variant="quiet" icon="arrow-up" onClick={actions.thread.loadOlder}>
          {t('thread.loadOlder')}
        </Button>
      )}
      {loadingOlder !== 'server' && !hasOlder && serverHasOlder && !live && <p>{t('thread.olderOffline')}</p>}
      {!hasOlder && !serverHasOlder && thread.state === 'ready' && <p>{start}</p>}
    </div>
  );
}

function ThreadRow({ item, today }: { readonly item: ThreadItem; readonly today: number }) {
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
      return <MessageBubble message={item.message} follows={item.follows} />;
    case 'pending':
      return <PendingBubble item={item.item} />;
  }
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
    follow(true);
    keepEnd();
  }, [follow, keepEnd]);
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
  return { scroller, following, toEnd, onScroll, onAsk, onResize };
}
