import { useState, type ReactNode } from 'react';
import type { Settings } from '../../../shared/contract/settings.ts';
import { languageNames } from '../../../shared/i18n/languages.ts';
import { fold } from '../../../shared/palette/score.ts';
import { spoken } from '../../i18n/load.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useNetworkRows } from '../network/network-settings.tsx';
import { useAlertRows } from '../alerts/alert-settings.tsx';
import { useUpdateRows } from '../updates/update-settings.tsx';
import { useLockRows } from '../desk-lock/lock-rows.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { KeyEditor } from './key-editor.tsx';
import { SettingRow, Toggle } from './setting-row.tsx';
import { SettingTroubles } from './setting-troubles.tsx';
import './settings.css';
import { zoomSteps } from './zoom.ts';

const undoChoices = ['0', '5', '10', '20'] as const;
const themeIcons = { system: 'monitor', light: 'sun', dark: 'moon' } as const;

interface Row {
  /** What the search looks in. */
  readonly words: string;
  readonly row: ReactNode;
}

/** Everything a person can set on this computer. There is no "Save": each choice holds at once. */
export function SettingsPage() {
  const t = useT();
  const [query, setQuery] = useState('');
  const look = useLookRows();
  const writing = useWritingRows();
  const alerts = useAlertRows();
  const updates = useUpdateRows();
  const lock = useLockRows();
  const keys = useKeyRows();
  const network = useNetworkRows();
  const sections = [
    { title: t('settings.section.look'), rows: look },
    { title: t('settings.section.writing'), rows: writing },
    { title: t('alerts.section'), rows: alerts },
    { title: t('deskLock.section'), rows: lock },
    { title: t('settings.section.keys'), rows: keys },
    { title: t('network.section'), rows: network },
    { title: t('updates.section'), rows: updates },
  ];
  const wanted = fold(query.trim());
  const shown = sections
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ words }) => fold(`${title} ${words}`).includes(wanted)) }))
    .filter(({ rows }) => rows.length > 0);
  const search = <SearchField label={t('settings.search')} value={query} onChange={setQuery} />;
  return (
    <PageFrame title={t('settings.title')} tools={search}>
      <p className="settings-here">{t('settings.here')}</p>
      <SettingTroubles />
      {shown.map(({ title, rows }) => (
        <section key={title} className="settings-section" aria-label={title}>
          <h2 className="settings-heading">{title}</h2>
          {rows.map(({ words, row }) => (
            <div key={words}>{row}</div>
          ))}
        </section>
      ))}
      {shown.length === 0 && <p role="status">{t('settings.none', { query })}</p>}
    </PageFrame>
  );
}

function useSetting() {
  const actions = useActions();
  const settings = useApp((state) => state.settings);
  return { settings, set: (change: Partial<Settings>) => void actions.settings.set(change) };
}

function useLookRows(): readonly Row[] {
  const t = useT();
  const { settings, set } = useSetting();
  const themes = (['system', 'light', 'dark'] as const).map((value) => ({
    value,
    label: t(`settings.theme.${value}`),
    icon: themeIcons[value],
  }));
  const densities = (['comfortable', 'compact'] as const).map((value) => ({
    value,
    label: t(`settings.density.${value}`),
  }));
  return [
    {
      words: `${t('settings.theme')} ${themes.map(({ label }) => label).join(' ')}`,
      row: (
        <SettingRow label={t('settings.theme')} setting="theme">
          <Segmented
            label={t('settings.theme')}
            options={themes}
            value={settings.theme}
            onChange={(theme) => set({ theme })}
          />
        </SettingRow>
      ),
    },
    { words: `${t('settings.language')} ${t('settings.languageHelp')}`, row: <LanguageRow /> },
    {
      words: `${t('settings.density')} ${t('settings.densityHelp')}`,
      row: (
        <SettingRow label={t('settings.density')} help={t('settings.densityHelp')} setting="density">
          <Segmented
            label={t('settings.density')}
            options={densities}
            value={settings.density}
            onChange={(density) => set({ density })}
          />
        </SettingRow>
      ),
    },
    { words: `${t('settings.zoom')} ${t('settings.zoomHelp')}`, row: <ZoomRow /> },
  ];
}

function LanguageRow() {
  const t = useT();
  const { settings, set } = useSetting();
  return (
    <SettingRow label={t('settings.language')} help={t('settings.languageHelp')} setting="language">
      <select
        className="select"
        aria-label={t('settings.language')}
        value={settings.language}
        onChange={({ target }) => set({ language: target.value as Settings['language'] })}
      >
        <option value="system">{t('settings.language.system')}</option>
        {spoken.map((language) => (
          <option key={language} value={language} lang={language === 'pseudo' ? undefined : language}>
            {languageNames[language]}
          </option>
        ))}
      </select>
    </SettingRow>
  );
}

function ZoomRow() {
  const t = useT();
  const { settings, set } = useSetting();
  return (
    <SettingRow label={t('settings.zoom')} help={t('settings.zoomHelp')} setting="zoom">
      <select
        className="select"
        aria-label={t('settings.zoom')}
        value={settings.zoom}
        onChange={({ target }) => set({ zoom: zoomSteps.find((step) => step === Number(target.value)) ?? 100 })}
      >
        {zoomSteps.map((percent) => (
          <option key={percent} value={percent}>
            {t('settings.zoom.percent', { percent })}
          </option>
        ))}
      </select>
    </SettingRow>
  );
}

function useWritingRows(): readonly Row[] {
  const t = useT();
  const { settings, set } = useSetting();
  const undo = undoChoices.map((value) => ({
    value,
    label: value === '0' ? t('settings.undo.off') : t('settings.undo.seconds', { seconds: Number(value) }),
  }));
  return [
    {
      words: `${t('settings.enterSends')} ${t('settings.enterSendsHelp')}`,
      row: (
        <Toggle
          label={t('settings.enterSends')}
          help={t('settings.enterSendsHelp')}
          setting="enterSends"
          on={settings.enterSends}
          onChange={(enterSends) => set({ enterSends })}
        />
      ),
    },
    {
      words: `${t('settings.undo')} ${t('settings.undoHelp')}`,
      row: (
        <SettingRow label={t('settings.undo')} help={t('settings.undoHelp')} setting="undoSeconds">
          <Segmented
            label={t('settings.undo')}
            options={undo}
            value={undoChoices.find((choice) => Number(choice) === settings.undoSeconds) ?? '5'}
            onChange={(choice) => set({ undoSeconds: Number(choice) as Settings['undoSeconds'] })}
          />
        </SettingRow>
      ),
    },
  ];
}

function useKeyRows(): readonly Row[] {
  const t = useT();
  const { settings, set } = useSetting();
  const { ui } = useActions();
  return [
    {
      words: `${t('settings.singleKeys')} ${t('settings.singleKeysHelp')}`,
      row: (
        <Toggle
          label={t('settings.singleKeys')}
          help={t('settings.singleKeysHelp')}
          setting="singleKeys"
          on={settings.singleKeys}
          onChange={(singleKeys) => set({ singleKeys })}
        />
      ),
    },
    { words: `${t('settings.keys')} ${t('settings.keysHelp')}`, row: <KeyEditor /> },
    {
      words: `${t('intro.title')} ${t('intro.againHelp')}`,
      row: (
        <SettingRow label={t('intro.title')} help={t('intro.againHelp')}>
          <Button onClick={() => ui.goTo('intro')}>{t('intro.again')}</Button>
        </SettingRow>
      ),
    },
  ];
}
