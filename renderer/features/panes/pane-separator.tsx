import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { clampPane, inRem, paneLimits, type PaneName } from './pane-widths.ts';
import './panes.css';

/** One press of an arrow key (px). */
const keyStep = 16;

/** Inside the pane that it makes wider or narrower, so that it belongs to a landmark: by dragging, with the arrow keys, and back to usual with a double click or Enter. */
export function PaneSeparator({ pane }: { readonly pane: PaneName }) {
  const t = useT();
  const actions = useActions();
  const panes = useApp((state) => state.settings.panes);
  const zoom = useApp((state) => state.settings.zoom);
  const drag = useRef<{ readonly fromX: number; readonly fromWidth: number; width: number } | null>(null);
  const { min, max, usual } = paneLimits[pane];
  const width = panes[pane];
  const save = (wanted: number): void =>
    void actions.settings.set({ panes: { ...panes, [pane]: clampPane(pane, wanted) } });
  /** +1: towards the end of the line makes it wider. The list stands at the start of the window, the details at its end. */
  const growth = (element: Element): number =>
    (pane === 'list' ? 1 : -1) * (getComputedStyle(element).direction === 'rtl' ? -1 : 1);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { fromX: event.clientX, fromWidth: width, width };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const now = drag.current;
    if (now === null) return;
    const moved = ((event.clientX - now.fromX) * 100) / zoom;
    now.width = clampPane(pane, now.fromWidth + moved * growth(event.currentTarget));
    // Drawn at once; it becomes a setting when the pointer is lifted.
    event.currentTarget.closest<HTMLElement>('.panes')?.style.setProperty(`--width-${pane}`, inRem(now.width));
  };
  const onPointerUp = (): void => {
    const now = drag.current;
    drag.current = null;
    if (now !== null && now.width !== width) save(now.width);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const grow = growth(event.currentTarget) * keyStep;
    const wanted = {
      ArrowRight: width + grow,
      ArrowLeft: width - grow,
      Home: min,
      End: max,
      Enter: usual,
    }[event.key];
    if (wanted === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    save(wanted);
  };
  return (
    <div
      className={`pane-separator pane-separator-${pane}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t(`panes.${pane}`)}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={width}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onDoubleClick={() => save(usual)}
      onKeyDown={onKeyDown}
    />
  );
}
