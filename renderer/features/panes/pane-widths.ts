import type { CSSProperties } from 'react';
import type { Settings } from '../../../shared/contract/settings.ts';
import { useApp } from '../../state/app-provider.tsx';
import { useWidthClass } from './use-width-class.ts';

export type PaneName = keyof Settings['panes'];

/** px at 100 %, as the contract has them (agent-desk-ui §4.2). */
export const paneLimits: Readonly<
  Record<PaneName, { readonly min: number; readonly max: number; readonly usual: number }>
> = {
  list: { min: 280, max: 420, usual: 340 },
  context: { min: 280, max: 400, usual: 320 },
};

export function clampPane(pane: PaneName, width: number): number {
  const { min, max } = paneLimits[pane];
  return Math.round(Math.min(max, Math.max(min, width)));
}

/** In rem, so that it grows with our zoom. */
export function inRem(width: number): string {
  return `${width / 16}rem`;
}

/** The chosen widths as custom properties of the panes; nothing in a small window, where the styles decide. */
export function usePaneWidths(): CSSProperties {
  const { list, context } = useApp((state) => state.settings.panes);
  const room = useWidthClass();
  if (room !== 'wide' && room !== 'medium') return {};
  const widths: Record<string, string> = { '--width-list': inRem(list), '--width-context': inRem(context) };
  return widths;
}
