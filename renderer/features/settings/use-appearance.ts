import { useEffect, useLayoutEffect } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useCommand } from '../shortcuts/use-command.ts';
import { widthClass } from './width-class.ts';
import { zoomBy, type Zoom } from './zoom.ts';

/** Puts theme, density, zoom and the width that is left at this zoom on <html>, where the styles look. */
export function useAppearance(): void {
  const { theme, density, zoom } = useApp((state) => state.settings);
  useEffect(() => {
    const { dataset } = document.documentElement;
    // `system` leaves it to the media query in tokens.css.
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
  useZoomCommands(zoom);
}

function useZoomCommands(zoom: Zoom): void {
  const t = useT();
  const actions = useActions();
  const announce = useAnnounce();
  const set = (next: Zoom): void => {
    announce(t('settings.zoomed', { percent: next }));
    if (next !== zoom) void actions.settings.set({ zoom: next });
  };
  useCommand('zoom.in', () => set(zoomBy(zoom, 1)));
  useCommand('zoom.out', () => set(zoomBy(zoom, -1)));
  useCommand('zoom.reset', () => set(100));
}
