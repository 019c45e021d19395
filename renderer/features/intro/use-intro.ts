import { defaultSettings } from '../../../shared/contract/default-settings.ts';
import {
  introOffer,
  introSteps,
  nextIntroStep,
  withIntroStep,
  type IntroOffer,
  type IntroStep,
} from '../../../shared/intro/offer.ts';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { useWorkspaces } from '../workspaces/workspaces.tsx';

export interface Intro {
  readonly offer: IntroOffer;
  /** The first step that was neither done nor skipped. */
  readonly next: IntroStep | null;
  /** Done or skipped: never shown by itself again. */
  done(step: IntroStep): void;
  doneAll(): void;
}

/** Where the person stands in the introduction; kept in the settings of this computer. */
export function useIntro(): Intro {
  const settings = useApp((state) => state.settings);
  const actions = useActions();
  const workspaces = useWorkspaces();
  const { introduced, ...own } = settings;
  const { introduced: _none, ...untouched } = defaultSettings;
  // Over one workspace only, as in the state gallery, nobody is new.
  const entries = workspaces?.entries ?? [];
  const changed = JSON.stringify(sorted(own)) !== JSON.stringify(sorted(untouched));
  return {
    offer: introOffer(introduced, entries, changed),
    next: nextIntroStep(introduced),
    done: (step) => void actions.settings.set({ introduced: withIntroStep(introduced, step) }),
    doneAll: () => void actions.settings.set({ introduced: [...introSteps] }),
  };
}

/** Top-level keys only: two settings with the same values are the same, in whatever order they were read. */
function sorted(settings: object): readonly (readonly [string, unknown])[] {
  return Object.entries(settings).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
