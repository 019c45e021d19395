import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';

/** What of the settings file could not be used, and where it is now. */
export function SettingTroubles() {
  const t = useT();
  const troubles = useApp((state) => state.computer?.settings) ?? [];
  return troubles.map(({ kind, detail }) => (
    <p key={detail} className="setting-trouble" role="status">
      {t(`settings.trouble.${kind}`, { detail })}
    </p>
  ));
}
