import { readMoment } from '../../../shared/snooze/read-moment.ts';
import { outlivesWindow, type SnoozeContext } from '../../../shared/snooze/snooze-context.ts';
import { snoozePresets, type SnoozePresetName } from '../../../shared/snooze/snooze-presets.ts';
import { formatNear, pageLocale } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';

const icons: Readonly<Record<SnoozePresetName, IconName>> = {
  'before-close': 'hourglass',
  hour: 'clock',
  'later-today': 'clock',
  tomorrow: 'sun',
  monday: 'sun',
  answer: 'user',
};

export interface SnoozeItem {
  readonly key: string;
  readonly icon: IconName;
  readonly label: string;
  readonly detail?: string;
  /** Server ms; null: until the customer answers. */
  readonly until: number | null;
  readonly outlives: boolean;
}

/** What can be chosen for what was typed: the moment that it names, and the presets whose words contain it. */
export function snoozeItems(t: Translate, context: SnoozeContext, text: string): readonly SnoozeItem[] {
  const wanted = text.trim().toLocaleLowerCase();
  const presets = snoozePresets(context)
    .map(({ name, at, outlives }) => ({
      key: name,
      icon: icons[name],
      label: t(`snooze.preset.${name}`),
      ...(at === null ? {} : { detail: formatNear(at, context.now) }),
      until: at,
      outlives,
    }))
    .filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  const typed = readMoment(text, context, pageLocale());
  if (typed.kind !== 'at') return presets;
  const named: SnoozeItem = {
    key: 'typed',
    icon: 'snooze',
    label: t('snooze.typed', { time: formatNear(typed.at, context.now) }),
    until: typed.at,
    outlives: outlivesWindow(typed.at, context),
  };
  return [named, ...presets];
}

/** Why a typed moment is not one. */
export function snoozeNothing(t: Translate, context: SnoozeContext, text: string): string {
  const { kind } = readMoment(text, context, pageLocale());
  return t(kind === 'at' ? 'snooze.not-understood' : `snooze.${kind}`);
}
