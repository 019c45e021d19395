import type { SettingPath } from '../../../shared/settings/setting-path.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';

/** Why this setting cannot be changed here; null: it can. */
export function useLock(setting: SettingPath | undefined): string | null {
  const t = useT();
  const policy = useApp((state) => state.computer?.policy);
  if (setting === undefined || policy === undefined) return null;
  // Of a group of which everything is decided together, each part is.
  const [group = ''] = setting.split('.');
  if (!policy.locked.includes(setting) && !policy.locked.includes(group)) return null;
  return policy.contact === null ? t('policy.locked') : t('policy.locked.ask', { contact: policy.contact });
}
