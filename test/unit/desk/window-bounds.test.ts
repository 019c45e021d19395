import { describe, expect, it } from 'vitest';
import { onWindowClose } from '../../../shared/desk/closing.ts';
import { placeWindow, smallest, type Bounds } from '../../../shared/desk/window-bounds.ts';
import { seededRandom } from '../../support/seeded-random.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: -200, width: 1280, height: 984 };

describe('where the window opens', () => {
  it.each<[string, Bounds | null, readonly Bounds[], Bounds | null]>([
    ['for the first time the system decides', null, [screen], null],
    [
      'where it was',
      { x: 100, y: 50, width: 1000, height: 700 },
      [screen],
      { x: 100, y: 50, width: 1000, height: 700 },
    ],
    [
      'not beyond the edge',
      { x: 1500, y: 900, width: 1000, height: 700 },
      [screen],
      { x: 920, y: 340, width: 1000, height: 700 },
    ],
    [
      'on the screen with most of it',
      { x: 1900, y: 0, width: 1000, height: 700 },
      [screen, right],
      { x: 1920, y: 0, width: 1000, height: 700 },
    ],
    ['that screen is gone', { x: 2000, y: 0, width: 1000, height: 700 }, [screen], null],
    ['no smaller than it can be', { x: 0, y: 0, width: 10, height: 10 }, [screen], { x: 0, y: 0, ...smallest }],
  ])('%s', (_what, remembered, areas, expected) => {
    expect(placeWindow(remembered, areas)).toEqual(expected);
  });

  it('is always wholly on a screen, whatever was remembered', () => {
    const seed = 20_261_122;
    const random = seededRandom(seed);
    const number = (from: number, to: number): number => Math.floor(from + random.next() * (to - from));
    const some = (low: number): Bounds => ({
      x: number(-4000, 4000),
      y: number(-4000, 4000),
      width: number(low, 5000),
      height: number(low, 4000),
    });
    for (let round = 0; round < 2_000; round += 1) {
      const areas = Array.from({ length: number(1, 4) }, () => some(300));
      const placed = placeWindow(some(1), areas);
      if (placed === null) continue;
      const isInside = areas.some(
        ({ x, y, width, height }) =>
          placed.x >= x &&
          placed.y >= y &&
          placed.x + placed.width <= x + width &&
          placed.y + placed.height <= y + height,
      );
      expect(isInside, `seed ${seed}, round ${round}: ${JSON.stringify({ placed, areas })}`).toBe(true);
    }
  });
});

describe('closing the window', () => {
  it.each([
    ['linux', true, true, false, 'hide'],
    ['linux', true, false, false, 'minimise'],
    ['linux', false, true, false, 'close'],
    ['win32', true, true, false, 'hide'],
    ['win32', true, true, true, 'close'],
    ['darwin', true, true, false, 'close'],
  ] as const)('%s, to tray %s, has tray %s, leaving %s: %s', (platform, closeToTray, hasTray, isLeaving, expected) => {
    expect(onWindowClose({ platform, closeToTray, hasTray, isLeaving })).toBe(expected);
  });
});
