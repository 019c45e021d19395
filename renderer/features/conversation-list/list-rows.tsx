import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
  type RefObject,
} from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { emptySelection, extended, toggled, type SelectionStore } from '../../state/selection.ts';
import { useToday } from '../../state/use-today.ts';
import { ConversationRow, type RowPress } from './conversation-row.tsx';
import { isFiltered } from './filter-choices.ts';
import type { ListHandle } from './list-handle.ts';
import { useSteadyOrder } from './steady-order.ts';
import { useFocusRow, useKeepFocus } from './use-row-focus.ts';
import { useListCommands } from './use-list-commands.ts';

/** Heights of a row by density, as in conversation-list.css. All rows are alike, so that nothing is measured. */
export const rowPx = { comfortable: 76, compact: 56 } as const;

export interface ListRowsProps {
  readonly handle: Ref<ListHandle>;
  readonly selection: SelectionStore;
}

/** One tab stop; arrows, J and K move it, Enter opens. Focus stays on its conversation when the order changes. */
export function ListRows({ handle, selection }: ListRowsProps) {
  const t = useT();
  const actions = useActions();
  const { ids, turn, view, sort, more, loadingMore, filter } = useApp((state) => state.conversations.list);
  const selectedId = useApp((state) => state.ui.selectedId);
  const density = useApp((state) => state.settings.density);
  const counted = useApp((state) => state.conversations.counts[view]);
  const steady = useSteadyOrder(ids, turn);
  const { shown, busy } = steady;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const { cursor, moveTo } = useCursor(shown, selectedId, scroller, virtualizer);
  const tellSight = useSight(shown, virtualizer);
  const today = useToday();
  const cursorId = shown[cursor] ?? null;
  const before = useRef(filter);
  // Another filter is another list: seen from its top, with nothing selected.
  useLayoutEffect(() => {
    if (before.current === filter) return;
    before.current = filter;
    selection.setState(emptySelection);
    scroller.current?.scrollTo({ top: 0 });
  }, [filter, selection]);

  const extendTo = (index: number): void => {
    const to = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (to === undefined || cursorId === null) return;
    selection.setState((now) => extended(now, shown, cursorId, to));
    moveTo(index);
  };
  useImperativeHandle(handle, () => ({
    cursorId: () => cursorId,
    focus: (id) => moveTo(id === null ? cursor : Math.max(0, shown.indexOf(id))),
  }));
  useListCommands({ cursor, cursorId, scroller, selection, busy, moveTo, extendTo });
  const onKeyDown = useRowKeys({ cursor, cursorId, shown, virtualizer, selection, busy, moveTo, extendTo });
  const onPointerDown = ({ target }: PointerEvent): void => {
    busy();
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-conversation-id]') : null;
    if (row !== null) actions.thread.readAhead(Number(row.dataset['conversationId']));
  };
  const press = usePress({ shown, cursorId, selection, moveTo });
  const total = more ? Math.max(shown.length + 1, isFiltered(filter) ? 0 : (counted ?? 0)) : shown.length;

  return (
    <div className="list-body">
      <NewRows steady={steady} />
      <div
        ref={scroller}
        className="list-rows"
        role="listbox"
        aria-label={t('list.label', { view: t(`view.${view}`) })}
        aria-busy={loadingMore}
        onPointerMove={busy}
        onPointerDown={onPointerDown}
        onWheel={busy}
        onKeyDown={onKeyDown}
      >
        <Virtualizer
          ref={virtualizer}
          data={shown}
          itemSize={rowPx[density]}
          keepMounted={cursor >= 0 ? [cursor] : []}
          onScroll={tellSight}
        >
          {(id, index) => (
            <ConversationRow
              key={id}
              id={id}
              position={index + 1}
              total={total}
              open={id === selectedId}
              tabbable={index === cursor}
              byWaiting={sort === 'waiting'}
              today={today}
              selection={selection}
              onPress={press}
            />
          )}
        </Virtualizer>
      </div>
    </div>
  );
}

/** What waits because the agent's hand is in the list: "3 new ↑", or that the order is another one. */
function NewRows({ steady: { behind, waiting, release } }: { readonly steady: ReturnType<typeof useSteadyOrder> }) {
  const t = useT();
  if (!behind) return null;
  const isNew = waiting > 0;
  return (
    <button
      type="button"
      className="list-new"
      aria-label={isNew ? t('list.newCountLabel', { count: waiting }) : t('list.changedLabel')}
      onClick={release}
    >
      {isNew ? t('list.newCount', { count: waiting }) : t('list.changed')} ↑
    </button>
  );
}

type Scroller = RefObject<HTMLDivElement | null>;
type Handle = RefObject<VirtualizerHandle | null>;

/** The row that Tab reaches: where the keys left it, else the open conversation, else the first. */
function useCursor(shown: readonly number[], selectedId: number | null, scroller: Scroller, virtualizer: Handle) {
  const actions = useActions();
  const [cursorId, setCursorId] = useState<number | null>(null);
  const focusRow = useFocusRow(scroller);
  const moveTo = useCallback(
    (index: number): void => {
      const target = Math.max(0, Math.min(shown.length - 1, index));
      const id = shown[target];
      if (id === undefined) return;
      setCursorId(id);
      actions.thread.readAhead(id);
      virtualizer.current?.scrollToIndex(target, { align: 'nearest' });
      focusRow(id);
    },
    [shown, focusRow, virtualizer, actions],
  );
  useKeepFocus(shown, cursorId, moveTo);
  const found = [cursorId, selectedId].map((id) => (id === null ? -1 : shown.indexOf(id))).find((index) => index >= 0);
  return { cursor: found ?? 0, moveTo };
}

/** Tells the reader which rows are in sight: on scroll, and when the rows change. */
function useSight(shown: readonly number[], virtualizer: Handle): () => void {
  const actions = useActions();
  const tell = (): void => {
    const handle = virtualizer.current;
    const first = handle === null ? undefined : shown[handle.findItemIndex(handle.scrollOffset)];
    const last = handle === null ? undefined : shown[handle.findItemIndex(handle.scrollOffset + handle.viewportSize)];
    if (first !== undefined && last !== undefined) actions.list.showing(first, last);
  };
  useEffect(tell);
  return tell;
}

interface RowKeys {
  readonly cursor: number;
  readonly cursorId: number | null;
  readonly shown: readonly number[];
  readonly virtualizer: Handle;
  readonly selection: SelectionStore;
  readonly busy: () => void;
  readonly moveTo: (index: number) => void;
  readonly extendTo: (index: number) => void;
}

/** The keys of a list box; with Shift they extend the selection. Single letters are commands (use-list-commands.ts). */
function useRowKeys(keys: RowKeys): (event: KeyboardEvent) => void {
  const actions = useActions();
  const { cursor, cursorId, shown, virtualizer, selection, busy, moveTo, extendTo } = keys;
  return (event) => {
    busy();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const handle = virtualizer.current;
    const size = handle === null ? 0 : handle.getItemSize(cursor);
    const page = handle === null || size === 0 ? 10 : Math.max(1, Math.floor(handle.viewportSize / size) - 1);
    const target = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      PageDown: cursor + page,
      PageUp: cursor - page,
      Home: 0,
      End: shown.length - 1,
    }[event.key];
    if (target !== undefined) (event.shiftKey ? extendTo : moveTo)(target);
    else if (event.key === 'Enter' && cursorId !== null) actions.ui.select(cursorId);
    else if (event.key === 'Escape' && selection.getState().ids.size > 0) selection.setState(emptySelection);
    else return;
    event.preventDefault();
  };
}

interface Press {
  readonly shown: readonly number[];
  readonly cursorId: number | null;
  readonly selection: SelectionStore;
  readonly moveTo: (index: number) => void;
}

/** A click opens; on the box, or with Ctrl or Cmd, it selects; with Shift it extends. The same function for all renders. */
function usePress(press: Press): RowPress {
  const actions = useActions();
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  return useCallback(
    (id, how) => {
      const { shown, cursorId, selection, moveTo } = latest.current;
      if (how === 'toggle') selection.setState((now) => toggled(now, id));
      if (how === 'extend') selection.setState((now) => extended(now, shown, cursorId ?? id, id));
      if (how === 'open') actions.ui.select(id);
      moveTo(shown.indexOf(id));
    },
    [actions],
  );
}
