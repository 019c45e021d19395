import { useState, type ReactElement } from 'react';
import type { WindowFacts } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useCutOff } from './use-cut-off.ts';
import { useWindow } from './use-window.ts';
import './window-chip.css';
import { OfflineIcon, WindowIcon } from './window-icon.tsx';
import { useTip, WindowTip } from './window-tip.tsx';
import { chipText, explain, headerText, spokenLabel } from './window-words.ts';

export interface WindowChipProps {
  readonly facts: WindowFacts;
  /** `list`: 20 px with the shortest words; `header`: 28 px with a sentence and a tooltip that the keyboard reaches. */
  readonly size: 'list' | 'header';
  readonly contactName: string;
  /** Tells the end in the customer's own zone as well; null: not known. */
  readonly phoneNumber?: string | null;
  /** Makes it a button that says why. */
  readonly onExplain?: () => void;
}

/** The reply window as icon shape, border style, words and colour. Not a live region: see WindowAnnouncer. */
export function WindowChip({ facts, size, contactName, phoneNumber = null, onExplain }: WindowChipProps): ReactElement {
  const t = useT();
  const now = useWindow(facts);
  const cutOff = useCutOff();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const tip = useTip(anchor);
  const { kind, remainingMs } = now.state;
  const header = size === 'header';
  const fraction = header && remainingMs !== null && facts.durationMs !== null ? remainingMs / facts.durationMs : null;
  const offline = cutOff !== null && kind !== 'unlimited';
  const explained = onExplain !== undefined;
  const label = spokenLabel(t, facts, now, offline);
  const looks = {
    ref: setAnchor,
    'aria-describedby': tip.open ? tip.id : undefined,
    className: `window-chip window-chip-${size}`,
    'data-state': kind,
    ...tip.handlers,
  };
  const face = (
    <>
      <WindowIcon kind={kind} fraction={fraction} />
      <span className="window-chip-text">{header ? headerText(t, facts, now, cutOff) : chipText(t, facts, now)}</span>
      {offline && <OfflineIcon />}
    </>
  );
  return (
    <>
      {onExplain === undefined ? (
        <span role="img" aria-label={label} tabIndex={header ? 0 : undefined} {...looks}>
          {face}
        </span>
      ) : (
        <button type="button" aria-haspopup="dialog" onClick={onExplain} {...looks}>
          {face}
          {/* Behind what it shows: whoever steers by voice says what is on a button (WCAG 2.5.3). */}
          <span className="visually-hidden"> {label}</span>
        </button>
      )}
      {tip.open && anchor !== null && (
        <WindowTip
          id={tip.id}
          anchor={anchor}
          lines={explain({ t, facts, now, contactName, phoneNumber, cutOff: offline ? cutOff : null, explained })}
        />
      )}
    </>
  );
}
