/** Where the window opens: where it was, as far as that is still on a screen. Pure. */
import { z } from 'zod';

export const Bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type Bounds = z.infer<typeof Bounds>;

/** What the window remembers between runs. */
export const DeskMemory = z.object({
  bounds: Bounds.nullable(),
  isMaximized: z.boolean(),
  /** The person has heard that closing the window does not hide it on their desktop. */
  toldNoTray: z.boolean(),
});
export type DeskMemory = z.infer<typeof DeskMemory>;

export const smallest = { width: 720, height: 560 } as const;
export const usual = { width: 1280, height: 800 } as const;

/**
 * `areas`: of the screens, without task bars, in the system's units. Null: nothing is remembered, or none of it is on a screen any
 * more; the system places a window of the usual size.
 */
export function placeWindow(remembered: Bounds | null, areas: readonly Bounds[]): Bounds | null {
  if (remembered === null) return null;
  const screen = areas.toSorted((a, b) => overlap(remembered, b) - overlap(remembered, a))[0];
  if (screen === undefined || overlap(remembered, screen) === 0) return null;
  // On a screen that is smaller than the smallest window, the window is as large as the screen.
  const width = Math.min(Math.max(remembered.width, smallest.width), screen.width);
  const height = Math.min(Math.max(remembered.height, smallest.height), screen.height);
  return {
    x: between(remembered.x, screen.x, screen.x + screen.width - width),
    y: between(remembered.y, screen.y, screen.y + screen.height - height),
    width,
    height,
  };
}

function between(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
