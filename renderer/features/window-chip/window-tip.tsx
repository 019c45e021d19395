import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactElement } from 'react';

/** Pointer rest before the tooltip appears; focus shows it at once. ms */
const restMs = 300;

interface Tip {
  readonly id: string;
  readonly open: boolean;
  readonly handlers: {
    readonly onPointerEnter: () => void;
    readonly onPointerLeave: () => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
}

/** Shown while the pointer rests on the anchor or it has the keyboard's focus; Escape hides it. */
export function useTip(anchor: HTMLElement | null): Tip {
  const id = useId();
  const [open, setOpen] = useState(false);
  const timer = useRef<number | null>(null);
  const later = (run: () => void): void => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = window.setTimeout(run, restMs);
  };
  const hide = (): void => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    setOpen(false);
  };
  useEffect(() => () => window.clearTimeout(timer.current ?? undefined), []);
  useEffect(() => {
    if (!open || anchor === null) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setOpen(false);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open, anchor]);
  return {
    id,
    open,
    handlers: {
      onPointerEnter: () => later(() => setOpen(true)),
      onPointerLeave: hide,
      onFocus: () => {
        if (anchor?.matches(':focus-visible') === true) setOpen(true);
      },
      onBlur: hide,
    },
  };
}

interface WindowTipProps {
  readonly id: string;
  readonly anchor: HTMLElement;
  readonly lines: readonly string[];
}

/** In the top layer, below its anchor or above it, whichever has room. */
export function WindowTip({ id, anchor, lines }: WindowTipProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.showPopover();
    const at = anchor.getBoundingClientRect();
    const own = element.getBoundingClientRect();
    const below = at.bottom + 6;
    const top = below + own.height > window.innerHeight ? at.top - own.height - 6 : below;
    const left = Math.min(at.left, window.innerWidth - own.width - 8);
    element.style.top = `${Math.max(8, top)}px`;
    element.style.left = `${Math.max(8, left)}px`;
  }, [anchor]);
  return (
    <div ref={box} id={id} role="tooltip" popover="manual" className="window-tip">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
