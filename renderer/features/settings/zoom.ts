import type { Settings } from '../../../shared/contract/settings.ts';

export type Zoom = Settings['zoom'];

/** Percent, smallest first. */
export const zoomSteps: readonly Zoom[] = [80, 90, 100, 110, 125, 150, 175, 200];

/** One step larger or smaller; at the end it stays. */
export function zoomBy(zoom: Zoom, step: 1 | -1): Zoom {
  return zoomSteps[zoomSteps.indexOf(zoom) + step] ?? zoom;
}
