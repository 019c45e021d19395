/**
 * The versions of the settings file. Its content is one JSON object: the settings by name, and `version`. A change of a
 * setting's name or meaning adds a step here; a new setting needs none, it has its default until somebody changes it.
 */

export type SettingsContent = Readonly<Record<string, unknown>>;

/** From one version to the next. Gets what a file of that version may hold, parsed by nobody yet, and never throws. */
export interface SettingsStep {
  readonly from: number;
  readonly change: (content: SettingsContent) => SettingsContent;
}

/** Files had no version at first, and the names that they have today. */
const unversioned: SettingsStep = { from: 0, change: (content) => content };

/** In order and without a gap. */
export const settingsSteps: readonly SettingsStep[] = [unversioned];

export const settingsVersion = settingsSteps.length;

/** What does not say its version is from before there were any. */
export function versionOf({ version }: SettingsContent): number {
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 0;
}

/** The content in today's version, by every step that is missing. A newer one comes back as it is. */
export function toNewest(content: SettingsContent, steps: readonly SettingsStep[] = settingsSteps): SettingsContent {
  const from = versionOf(content);
  if (from >= steps.length) return content;
  const changed = steps.slice(from).reduce((before, step) => step.change(before), content);
  return { ...changed, version: steps.length };
}
