import '../../renderer/app.css';
import './gallery.css';
import { composerSections } from './composer-states.tsx';
import { computerSections } from './computer-states.tsx';
import { dialogSections } from './dialog-states.tsx';
import { listSections } from './list-states.tsx';
import { messageSections } from './message-states.tsx';
import { overlaySections } from './overlay-states.tsx';
import { Cell, type GallerySection, type GalleryState, type Looks } from './state.tsx';
import { syncSections } from './sync-states.tsx';
import { windowSections } from './window-states.tsx';

/** Every component of the desk in every state it can be in. Only in the test build: nothing of the product imports it. */
export const sections: readonly GallerySection[] = [
  ...windowSections,
  ...composerSections,
  ...messageSections,
  ...listSections,
  ...syncSections,
  ...overlaySections,
  ...dialogSections,
  ...computerSections,
];

export interface GalleryProps {
  readonly section: GallerySection;
  /** Fewer than all: modal states are looked at one by one. */
  readonly states?: readonly GalleryState[];
  readonly looks: Looks;
  readonly direction?: 'ltr' | 'rtl';
}

export function Gallery({ section, states = section.states, looks, direction = 'ltr' }: GalleryProps) {
  return (
    <main className="gallery" dir={direction} data-section={section.name}>
      <h1 className="gallery-title">{section.name}</h1>
      <div className="gallery-grid" style={{ ['--cell' as string]: `${section.width}px` }}>
        {states.map((state) => (
          <Cell key={state.name} state={state} looks={looks} />
        ))}
      </div>
    </main>
  );
}
