import { SettingRow, Toggle } from '../../renderer/features/settings/setting-row.tsx';
import { SettingTroubles } from '../../renderer/features/settings/setting-troubles.tsx';
import { ConnectionTest, WayFound } from '../../renderer/features/network/connection-test.tsx';
import '../../renderer/features/network/network.css';
import { Segmented } from '../../renderer/ui/segmented.tsx';
import type { Computer, SettingsTrouble } from '../../shared/contract/computer.ts';
import type { CallResult } from '../../shared/contract/contract.ts';
import { findingCodes } from '../../shared/network/doctor.ts';
import { computer } from '../renderer/support/fixtures.ts';
import type { GallerySection, GalleryState } from './state.tsx';

const themes = ['system', 'light', 'dark'].map((value) => ({ value, label: value }));

function Rows() {
  return (
    <>
      <SettingRow label="Theme" help="What the desk looks like." setting="theme">
        <Segmented label="Theme" options={themes} value="dark" onChange={() => undefined} />
      </SettingRow>
      <Toggle label="Enter sends" help="Off: a new line." setting="enterSends" on onChange={() => undefined} />
    </>
  );
}

function decided(name: string, change: Partial<Computer['policy']>): GalleryState {
  return {
    name,
    world: { computer: { ...computer, policy: { ...computer.policy, ...change } } },
    ready: '.setting',
    show: () => <Rows />,
  };
}

function trouble(kind: SettingsTrouble['kind'], detail: string): GalleryState {
  return {
    name: kind,
    world: { computer: { ...computer, settings: [{ kind, detail }] } },
    ready: '.setting-trouble',
    show: () => <SettingTroubles />,
  };
}

function way(name: string, found: CallResult<'network.test'>): GalleryState {
  return { name, ready: '.network-steps', show: () => <WayFound found={found} server="chat.example.com" /> };
}

const locked = ['theme', 'enterSends'];

export const computerSections: readonly GallerySection[] = [
  {
    name: 'settings',
    width: 480,
    states: [
      decided('free', {}),
      decided('locked', { locked }),
      decided('locked, with whom to ask', { locked, contact: 'IT help desk, extension 200' }),
      trouble('damaged', 'settings.damaged-2026-11-29T01-02-03-004Z.json'),
      trouble('newer', 'settings.version-9-2026-11-29T01-02-03-004Z.json'),
      trouble('bad-values', 'theme, alerts.privacy'),
    ],
  },
  {
    name: 'way to the server',
    width: 400,
    states: [
      { name: 'not tested yet', ready: '.setting', show: () => <ConnectionTest /> },
      way('free', { proxy: null, finding: null, detail: 'Chatwoot 4.9.2' }),
      ...findingCodes.map((finding) => way(finding, { proxy: 'http://proxy.example:3128', finding, detail: finding })),
    ],
  },
];
