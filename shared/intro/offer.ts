/** When the introduction is offered, and where it goes on. Pure. */
import type { WorkspaceEntry } from '../contract/accounts.ts';
import type { Settings } from '../contract/settings.ts';

export type IntroStep = Settings['introduced'][number];

/** In order. */
export const introSteps: readonly IntroStep[] = ['welcome', 'computer', 'notifications', 'window', 'drill'];

export type IntroOffer =
  | { readonly kind: 'none' }
  | { readonly kind: 'welcome' }
  /** Begun and not finished. */
  | { readonly kind: 'resume'; readonly left: number };

/** The first step that was neither done nor skipped; null: there is none. */
export function nextIntroStep(introduced: readonly IntroStep[]): IntroStep | null {
  return introSteps.find((each) => !introduced.includes(each)) ?? null;
}

export function withIntroStep(introduced: readonly IntroStep[], done: IntroStep): IntroStep[] {
  return introSteps.filter((each) => each === done || introduced.includes(each));
}

/**
 * Who begins sees it by itself; who has worked here never does. Somebody new has the practice workspace and nothing else, with
 * nothing of their own in it.
 */
export function introOffer(
  introduced: readonly IntroStep[],
  workspaces: readonly Pick<WorkspaceEntry, 'kind' | 'unsent'>[],
  ownSettings: boolean,
): IntroOffer {
  const left = introSteps.filter((each) => !introduced.includes(each)).length;
  if (left === 0) return { kind: 'none' };
  if (introduced.length > 0) return { kind: 'resume', left };
  const onlyPractice = workspaces.length === 1 && workspaces[0]?.kind === 'practice';
  const fresh = onlyPractice && workspaces[0]?.unsent === 0 && !ownSettings;
  return fresh ? { kind: 'welcome' } : { kind: 'none' };
}
