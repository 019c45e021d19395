import { useEffect, useEffectEvent, useId, useRef, type ReactNode, type RefObject } from 'react';
import './popover.css';

export interface PopoverProps {
  readonly title: string;
  readonly className?: string;
  readonly onClose: () => void;
  /** The control that opened it: a press there is left to that control, and focus returns to it. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A small panel that is not modal: closes on Escape, on a press outside, and gives focus back. */
export function Popover({ title, className = '', onClose, anchor, children }: PopoverProps) {
  const titleId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    // A field inside may have taken it already.
    if (panel.current?.contains(document.activeElement) !== true) panel.current?.focus();
    const onPointerDown = (event: PointerEvent): void => {
      const target = event.target as Node;
      if (panel.current?.contains(target) === true || anchor.current?.contains(target) === true) return;
      close();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [anchor]);
  return (
    <div
      ref={panel}
      className={`popover ${className}`}
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
        anchor.current?.focus();
      }}
    >
      <h2 id={titleId} className="popover-title">
        {title}
      </h2>
      {children}
    </div>
  );
}
