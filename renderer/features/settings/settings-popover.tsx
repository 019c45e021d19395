import { useId, type RefObject } from 'react';
import type { Settings } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import './settings-popover.css';

const undoChoices: readonly Settings['undoSeconds'][] = [0, 5, 10, 20];

export function SettingsPopover({ anchor }: { readonly anchor: RefObject<HTMLElement | null> }) {
  const t = useT();
  const actions = useActions();
  const settings = useApp((state) => state.settings);
  const helpId = useId();
  return (
    <Popover
      title={t('settings.title')}
      className="settings-popover"
      anchor={anchor}
      onClose={() => actions.ui.setPopover('none')}
    >
      <div className="setting">
        <p className="setting-name">{t('settings.theme')}</p>
        <Segmented<Settings['theme']>
          label={t('settings.theme')}
          value={settings.theme}
          onChange={(theme) => void actions.settings.set({ theme })}
          options={[
            { value: 'system', label: t('settings.theme.system'), icon: 'monitor' },
            { value: 'light', label: t('settings.theme.light'), icon: 'sun' },
            { value: 'dark', label: t('settings.theme.dark'), icon: 'moon' },
          ]}
        />
      </div>
      <div className="setting">
        <p className="setting-name">{t('settings.undo')}</p>
        <Segmented
          label={t('settings.undo')}
          value={`${settings.undoSeconds}`}
          onChange={(chosen) => {
            const undoSeconds = undoChoices.find((seconds) => `${seconds}` === chosen);
            if (undoSeconds !== undefined) void actions.settings.set({ undoSeconds });
          }}
          options={undoChoices.map((seconds) => ({
            value: `${seconds}`,
            label: seconds === 0 ? t('settings.undo.off') : t('settings.undo.seconds', { seconds }),
          }))}
        />
        <p className="setting-help">{t('settings.undoHelp')}</p>
      </div>
      <label className="setting setting-check">
        <input
          type="checkbox"
          checked={settings.enterSends}
          aria-describedby={helpId}
          onChange={(event) => void actions.settings.set({ enterSends: event.target.checked })}
        />
        <span>
          <span className="setting-name">{t('settings.enterSends')}</span>
          <span id={helpId} className="setting-help">
            {t('settings.enterSendsHelp')}
          </span>
        </span>
      </label>
    </Popover>
  );
}
