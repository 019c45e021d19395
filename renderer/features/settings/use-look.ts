import { useEffect, useLayoutEffect } from 'react';
import type { Settings } from '../../../shared/contract/settings.ts';
import { widthClass } from './width-class.ts';

/** Puts theme, density, zoom and the width that is left at this zoom on <html>, where the styles look. */
export function useLook({ theme, density, zoom }: Pick<Settings, 'theme' | 'density' | 'zoom'>): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    // `system` leaves it to the system: see tokens.css.
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
    dataset['density'] = density;
  }, [theme, density]);
  useLayoutEffect(() => {
    const { dataset, style } = document.documentElement;
    style.fontSize = `${zoom}%`;
    const measure = (): void => void (dataset['width'] = widthClass(window.innerWidth, zoom));
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [zoom]);
}
