import { useEffect, useEffectEvent, useState, type RefObject } from 'react';

/** The pane around the composer, so that a file may be dropped on the thread as well. */
const paneSelector = '.thread-pane';

/** Files that are dragged over the conversation. Returns the pane while some are, for the sign over it. */
export function useDropZone(inside: RefObject<HTMLElement | null>, onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState<Element | null>(null);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const own = inside.current;
    const pane = own?.closest<HTMLElement>(paneSelector) ?? own;
    if (pane === null || pane === undefined) return undefined;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      setOver(pane);
    };
    const onLeave = (event: DragEvent): void => {
      const to = event.relatedTarget;
      if (!(to instanceof Node) || !pane.contains(to)) setOver(null);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(null);
      if (!hasFiles(event)) return;
      event.preventDefault();
      take([...(event.dataTransfer?.files ?? [])]);
    };
    pane.addEventListener('dragover', onOver);
    pane.addEventListener('dragleave', onLeave);
    pane.addEventListener('drop', onDrop);
    return () => {
      pane.removeEventListener('dragover', onOver);
      pane.removeEventListener('dragleave', onLeave);
      pane.removeEventListener('drop', onDrop);
    };
  }, [inside]);
  return over;
}
