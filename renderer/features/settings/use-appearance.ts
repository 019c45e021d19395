import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useCommand } from '../shortcuts/use-command.ts';
import { useLook } from './use-look.ts';
import { zoomBy, type Zoom } from './zoom.ts';

/** The look that the person chose, and the keys that change its size. */
export function useAppearance(): void {
  const settings = useApp((state) => state.settings);
  useLook(settings);
  useZoomCommands(settings.zoom);
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
