import type { KeyboardEvent } from 'react';

/**
 * Keys of a field with things below it that each take the focus (`[data-stop]`): arrows go from the field through them and back,
 * Home and End to the ends, Escape from any of them to the field. True: the key was one of these and is done.
 */
export function moveAmongStops(event: KeyboardEvent<HTMLElement>): boolean {
  if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false;
  const field = event.currentTarget.querySelector<HTMLElement>('[data-stops-field]');
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')];
  const current = stops.findIndex((stop) => stop === document.activeElement);
  const inField = document.activeElement === field;
  if (current === -1 && !inField) return false;
  const to = targetOf(event.key, current, stops.length);
  if (to === null) return false;
  const target = to < 0 ? field : stops[to];
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
  event.preventDefault();
  return true;
}

/** Position of the stop; −1: the field; null: the key is not ours. */
function targetOf(key: string, current: number, count: number): number | null {
  const inField = current === -1;
  switch (key) {
    case 'ArrowDown':
      return count === 0 ? null : Math.min(current + 1, count - 1);
    case 'ArrowUp':
      return inField ? null : current - 1;
    case 'Home':
      return inField ? null : 0;
    case 'End':
      return inField ? null : count - 1;
    case 'Escape':
      return inField ? null : -1;
    default:
      return null;
  }
}
