import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { IconButton } from './button.tsx';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  /** Escape, the close button or a click on the backdrop. The owner unmounts the dialog. */
  readonly onClose: () => void;
  readonly size?: 'small' | 'sheet';
  readonly children: ReactNode;
  /** More text than fits and no control in it: the keyboard has to reach it to scroll. */
  readonly scrolls?: boolean;
  /** Buttons at the end, most important last. */
  readonly footer?: ReactNode;
}

/** A modal on the native element, which keeps focus inside; focus returns to where it came from. */
export function Dialog({ title, onClose, size = 'small', children, footer, scrolls = false }: DialogProps) {
  const t = useT();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    // The browser takes the first control, which closes it.
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="dialog-frame">
        <div className="dialog-head">
          <h2 id={titleId} className="dialog-title">
            {title}
          </h2>
          <IconButton icon="close" label={t('app.close')} onClick={onClose} />
        </div>
        <div className="dialog-body" {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-labelledby': titleId } : {})}>
          {children}
        </div>
        {footer !== undefined && <div className="dialog-foot">{footer}</div>}
      </div>
    </dialog>
  );
}
