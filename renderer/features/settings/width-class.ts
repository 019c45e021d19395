/**
 * How much fits beside each other (agent-desk-ui §4.2). Media queries do not know our zoom, so the styles look at
 * `data-width` on <html> instead: at 200 % a wide window is a narrow one.
 */
export type WidthClass = 'narrow' | 'small' | 'medium' | 'wide';

export function widthClass(windowPx: number, zoomPercent: number): WidthClass {
  const width = (windowPx * 100) / zoomPercent;
  if (width < 720) return 'narrow';
  if (width < 960) return 'small';
  return width < 1200 ? 'medium' : 'wide';
}
