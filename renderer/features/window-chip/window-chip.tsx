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
}

/** The reply window as icon shape, border style, words and colour. Not a live region: see WindowAnnouncer. */
export function WindowChip({ facts, size, contactName }: WindowChipProps): ReactElement {
  const t = useT();
  const now = useWindow(facts);
  const cutOff = useCutOff();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const tip = useTip(anchor);
  const { kind, remainingMs } = now.state;
  const header = size === 'header';
  const fraction = header && remainingMs !== null && facts.durationMs !== null ? remainingMs / facts.durationMs : null;
  const offline = cutOff !== null && kind !== 'unlimited';
  return (
    <>
      <span
        ref={setAnchor}
        role="img"
        aria-label={spokenLabel(t, now, offline)}
        aria-describedby={tip.open ? tip.id : undefined}
        tabIndex={header ? 0 : undefined}
        className={`window-chip window-chip-${size}`}
        data-state={kind}
        {...tip.handlers}
      >
        <WindowIcon kind={kind} fraction={fraction} />
        <span className="window-chip-text">{header ? headerText(t, now, cutOff) : chipText(t, now)}</span>
        {offline && <OfflineIcon />}
      </span>
      {tip.open && anchor !== null && (
        <WindowTip id={tip.id} anchor={anchor} lines={explain(t, facts, now, contactName, offline ? cutOff : null)} />
      )}
    </>
  );
}
