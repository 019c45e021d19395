import type { ReactElement } from 'react';
import type { WindowKind } from '../../../shared/window/window-state.ts';

/**
 * One shape for each window state. Colour is never the only difference: the backgrounds of closing and urgent are too
 * close for a deuteranope at this size. Drawn on a 16 × 16 grid with 1.5 px strokes.
 */
export type WindowShape =
  | 'infinity'
  | 'dotted-circle'
  | 'full-pie'
  | 'three-quarter-pie'
  | 'quarter-pie'
  | 'hourglass'
  | 'hourglass-struck'
  | 'padlock'
  | 'question';

export const shapeOf: Readonly<Record<WindowKind, WindowShape>> = {
  unlimited: 'infinity',
  none: 'dotted-circle',
  open: 'full-pie',
  closing: 'three-quarter-pie',
  urgent: 'quarter-pie',
  last: 'hourglass',
  guard: 'hourglass-struck',
  closed: 'padlock',
  unverified: 'question',
};

/** Steps of the header's pie: one for each hour of a day-long window. */
const pieSteps = 24;

interface WindowIconProps {
  readonly kind: WindowKind;
  /** 0…1 of the window that is left: the header's pie shows it. null: the state's own fixed shape. */
  readonly fraction: number | null;
}

export function WindowIcon({ kind, fraction }: WindowIconProps): ReactElement {
  const shape = shapeOf[kind];
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true" data-shape={shape}>
      {draw(shape, fraction)}
    </svg>
  );
}

function draw(shape: WindowShape, fraction: number | null): ReactElement {
  switch (shape) {
    case 'infinity':
      return <path d="M8 8c1.6-2 2.6-3 4-3a3 3 0 0 1 0 6c-1.4 0-2.4-1-4-3S5.4 5 4 5a3 3 0 0 0 0 6c1.4 0 2.4-1 4-3Z" />;
    case 'dotted-circle':
      return <circle cx="8" cy="8" r="6" strokeDasharray="0 2.69" strokeLinecap="round" strokeWidth="1.75" />;
    case 'full-pie':
      return <Pie fraction={fraction ?? 1} />;
    case 'three-quarter-pie':
      return (
        <>
          <Pie fraction={fraction ?? 0.75} />
          <path d="M8 .5v3" strokeLinecap="round" strokeWidth="2" />
        </>
      );
    case 'quarter-pie':
      return <Pie fraction={fraction ?? 0.25} heavy />;
    case 'hourglass':
      return hourglass;
    case 'hourglass-struck':
      return (
        <>
          {hourglass}
          <path d="m2 14 12-12" strokeLinecap="round" />
        </>
      );
    case 'padlock':
      return (
        <>
          <rect x="3" y="7" width="10" height="7" rx="1.5" fill="currentColor" stroke="none" />
          <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
        </>
      );
    case 'question':
      return (
        <>
          <circle cx="8" cy="8" r="6.25" />
          <path d="M6.25 6.500a1.75 1.75 0 1 1 2.7 1.470c-.6.38-.95.7-.95 1.28" strokeLinecap="round" />
          <circle cx="8" cy="11.4" r=".9" fill="currentColor" stroke="none" />
        </>
      );
  }
}

const hourglass = (
  <>
    <path d="M3.5 1.750h9M3.5 14.250h9" strokeLinecap="round" />
    <path d="M4.75 2v2.250c0 1.75 3.25 2.5 3.25 3.750S4.75 10 4.75 11.750V14M11.25 2v2.250C11.25 6 8 6.75 8 8s3.25 2 3.25 3.750V14" />
    <path d="M6 13.250c.3-1.25 1.4-1.75 2-2.5.6.75 1.7 1.25 2 2.500Z" fill="currentColor" stroke="none" />
  </>
);

/** A ring with what is left filled in. It empties clockwise: the empty part grows from twelve o'clock. */
function Pie({ fraction, heavy = false }: { readonly fraction: number; readonly heavy?: boolean }): ReactElement {
  // Rounded up, so that the last sliver is visible until the end.
  const steps = Math.min(pieSteps, Math.max(0, Math.ceil(fraction * pieSteps)));
  return (
    <>
      <circle cx="8" cy="8" r="6.25" strokeWidth={heavy ? 1.75 : 1.25} />
      {steps === pieSteps ? (
        <circle cx="8" cy="8" r="4.5" fill="currentColor" stroke="none" />
      ) : (
        steps > 0 && <path d={wedge(steps / pieSteps)} fill="currentColor" stroke="none" />
      )}
    </>
  );
}

/** The wedge from the end of the emptied part, clockwise, back to twelve o'clock. */
function wedge(fraction: number): string {
  const angle = (1 - fraction) * 2 * Math.PI;
  const x = (8 + 4.5 * Math.sin(angle)).toFixed(2);
  const y = (8 - 4.5 * Math.cos(angle)).toFixed(2);
  return `M8 8 ${x} ${y}A4.5 4.5 0 ${fraction > 0.5 ? 1 : 0} 1 8 3.500Z`;
}

export function OfflineIcon(): ReactElement {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
      data-shape="cloud-slash"
    >
      <path d="M4.5 12.250h7a2.75 2.75 0 0 0 .4-5.47 4 4 0 0 0-7.6-.5A3 3 0 0 0 4.5 12.250Z" strokeLinejoin="round" />
      <path d="m2.5 14 11-12" strokeLinecap="round" />
    </svg>
  );
}
