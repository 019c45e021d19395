import {
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { useServerTime } from '../../state/clock.ts';
import { isPlainKey } from '../shortcuts/plain-key.ts';
import { ConversationRow } from './conversation-row.tsx';
import './conversation-list.css';
import { ListEmpty } from './list-empty.tsx';
import { ListHead } from './list-head.tsx';
import { useSteadyOrder } from './steady-order.ts';

const rowPx = 76;
/** Rows before the end at which the next page is asked for. */
const rowsAhead = 15;

export function ConversationList() {
  const list = useApp((state) => state.conversations.list);
  return (
    <section className="list-pane" aria-label={useT()('list.label', { view: useT()(`view.${list.view}`) })}>
      <ListHead />
      {list.ids.length === 0 ? <ListEmpty /> : <Rows key={`${list.view} ${list.sort}`} />}
    </section>
  );
}

/** One tab stop; arrows, J and K move it, Enter opens. Focus stays on its conversation when the order changes. */
function Rows() {
  const t = useT();
  const actions = useActions();
  const { ids, turn, view, loadingMore } = useApp((state) => state.conversations.list);
  const selectedId = useApp((state) => state.ui.selectedId);
  const { shown, waiting, release, busy } = useSteadyOrder(ids, turn);
  const [cursorId, setCursorId] = useState<number | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const today = useToday();
  const cursor = cursorIndex(shown, cursorId, selectedId);

  const focusRow = useFocusRow(scroller);
  const moveTo = useCallback(
    (index: number): void => {
      const id = shown[Math.max(0, Math.min(shown.length - 1, index))];
      if (id === undefined) return;
      setCursorId(id);
      virtualizer.current?.scrollToIndex(shown.indexOf(id), { align: 'nearest' });
      focusRow(id);
    },
    [shown, focusRow],
  );
  useKeepFocus(shown, cursorId, moveTo);
  useListKeys((step) => {
    busy();
    const active = document.activeElement;
    const inList = active instanceof HTMLElement && scroller.current?.contains(active) === true;
    moveTo(inList || cursorId !== null ? cursor + step : cursor);
  });

  const loadMore = (): void => {
    const handle = virtualizer.current;
    if (handle === null) return;
    if (handle.findItemIndex(handle.scrollOffset + handle.viewportSize) >= shown.length - rowsAhead)
      actions.list.loadMore();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    busy();
    const target = { ArrowDown: cursor + 1, ArrowUp: cursor - 1, Home: 0, End: shown.length - 1 }[event.key];
    const id = shown[cursor];
    if (target !== undefined) {
      event.preventDefault();
      moveTo(target);
    } else if (event.key === 'Enter' && id !== undefined) {
      event.preventDefault();
      actions.ui.select(id);
    }
  };
  const open = useCallback(
    (id: number): void => {
      setCursorId(id);
      actions.ui.select(id);
    },
    [actions],
  );

  return (
    <div className="list-body">
      {waiting > 0 && (
        <button
          type="button"
          className="list-new"
          aria-label={t('list.newCountLabel', { count: waiting })}
          onClick={release}
        >
          {t('list.newCount', { count: waiting })} ↑
        </button>
      )}
      <div
        ref={scroller}
        className="list-rows"
        role="listbox"
        aria-label={t('list.label', { view: t(`view.${view}`) })}
        aria-busy={loadingMore}
        onPointerMove={busy}
        onPointerDown={busy}
        onWheel={busy}
        onKeyDown={onKeyDown}
      >
        <Virtualizer
          ref={virtualizer}
          data={shown}
          itemSize={rowPx}
          keepMounted={cursor >= 0 ? [cursor] : []}
          onScroll={loadMore}
        >
          {(id, index) => (
            <ConversationRow
              key={id}
              id={id}
              position={index + 1}
              total={shown.length}
              selected={id === selectedId}
              tabbable={index === cursor}
              today={today}
              onOpen={open}
            />
          )}
        </Virtualizer>
      </div>
    </div>
  );
}

/** The row that Tab reaches: where the keys left it, else the open conversation, else the first. */
function cursorIndex(shown: readonly number[], cursorId: number | null, selectedId: number | null): number {
  for (const id of [cursorId, selectedId]) {
    const index = id === null ? -1 : shown.indexOf(id);
    if (index >= 0) return index;
  }
  return 0;
}

/** Frames to wait for a row that was far away: the list mounts it, measures it, and only then makes it visible. */
const patienceFrames = 20;

function useFocusRow(scroller: RefObject<HTMLElement | null>): (id: number) => void {
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return useCallback(
    (id) => {
      const attempt = (left: number): void => {
        const row = scroller.current?.querySelector<HTMLElement>(`[data-conversation-id="${id}"]`);
        row?.focus({ preventScroll: true });
        if (left > 0 && (row === undefined || row === null || document.activeElement !== row)) {
          frame.current = requestAnimationFrame(() => attempt(left - 1));
        }
      };
      cancelAnimationFrame(frame.current);
      attempt(patienceFrames);
    },
    [scroller],
  );
}

/** When the row with the focus leaves the list (the agent closed it), the row that takes its place gets the focus. */
function useKeepFocus(shown: readonly number[], cursorId: number | null, moveTo: (index: number) => void): void {
  const before = useRef({ shown, hadFocus: false });
  useLayoutEffect(() => {
    const previous = before.current;
    const index = cursorId === null ? -1 : previous.shown.indexOf(cursorId);
    const gone = index >= 0 && cursorId !== null && !shown.includes(cursorId);
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (gone && lost && previous.hadFocus) moveTo(index);
  }, [shown, cursorId, moveTo]);
  useEffect(() => {
    const active = document.activeElement;
    const onRow = active instanceof HTMLElement && active.dataset['conversationId'] !== undefined;
    before.current = { shown, hadFocus: onRow };
  });
  useEffect(() => {
    const onFocus = (event: FocusEvent): void => {
      const { target } = event;
      const hadFocus = target instanceof HTMLElement && target.dataset['conversationId'] !== undefined;
      before.current = { ...before.current, hadFocus };
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
}

/** J and K from anywhere but a text field. */
function useListKeys(move: (step: 1 | -1) => void): void {
  const onMove = useEffectEvent(move);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (!isPlainKey(event)) return;
      const key = event.key.toLowerCase();
      if (key !== 'j' && key !== 'k') return;
      event.preventDefault();
      onMove(key === 'j' ? 1 : -1);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Start of the local day in server time: the same number all day, so that rows render again only at midnight. */
export function useToday(): number {
  const { nowMs } = useServerTime(nextMidnight);
  return new Date(nowMs).setHours(0, 0, 0, 0);
}

function nextMidnight({ nowMs }: { readonly nowMs: number }): number {
  return new Date(nowMs).setHours(24, 0, 0, 0);
}
