import type { RefObject } from 'react';
import { toggled, type SelectionStore } from '../../state/selection.ts';
import { useCommand } from '../shortcuts/use-command.ts';

export interface ListCommandsParts {
  readonly cursor: number;
  readonly cursorId: number | null;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly selection: SelectionStore;
  readonly busy: () => void;
  readonly moveTo: (index: number) => void;
  readonly extendTo: (index: number) => void;
}

/** J, K, X and the others, from anywhere but a text field. */
export function useListCommands(parts: ListCommandsParts): void {
  const { cursor, cursorId, scroller, selection, busy, moveTo, extendTo } = parts;
  /** A hidden list (narrow window, sweep) does not take keys. */
  const isHidden = (): boolean => scroller.current?.offsetParent === null;
  const step = (by: 1 | -1) => (): boolean => {
    if (isHidden()) return false;
    busy();
    // The first key only shows where one is.
    moveTo(scroller.current?.contains(document.activeElement) === true ? cursor + by : cursor);
    return true;
  };
  const extend = (by: 1 | -1) => (): boolean => {
    if (isHidden()) return false;
    busy();
    extendTo(cursor + by);
    return true;
  };
  useCommand('list.next', step(1));
  useCommand('list.previous', step(-1));
  useCommand('list.extendNext', extend(1));
  useCommand('list.extendPrevious', extend(-1));
  useCommand('list.focus', () => (isHidden() ? false : moveTo(cursor)));
  useCommand('list.select', () => {
    if (isHidden() || cursorId === null) return false;
    busy();
    selection.setState((now) => toggled(now, cursorId));
    moveTo(cursor);
    return true;
  });
}
