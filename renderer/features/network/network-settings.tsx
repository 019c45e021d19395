import { useId, useState, type ReactNode } from 'react';
import type { NetworkSettings } from '../../../shared/network/network-settings.ts';
import { useClient } from '../../api/client.tsx';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SettingRow } from '../settings/setting-row.tsx';
import { useLock } from '../settings/use-lock.ts';
import { ConnectionTest } from './connection-test.tsx';
import './network.css';

interface NetworkRow {
  readonly words: string;
  readonly row: ReactNode;
}

const ways = ['system', 'none', 'manual'] as const;
const files = ['caFile', 'certificateFile'] as const;

export function useNetworkRows(): readonly NetworkRow[] {
  const t = useT();
  const { network, set } = useNetwork();
  const text = (name: Exclude<keyof NetworkSettings, 'proxy'>): NetworkRow => ({
    words: `${t(`network.${name}`)} ${t(`network.${name}Help`)}`,
    row: <TextRow name={name} />,
  });
  return [
    {
      words: `${t('network.proxy')} ${t('network.proxyHelp')}`,
      row: (
        <SettingRow label={t('network.proxy')} help={t('network.proxyHelp')} setting="network.proxy">
          <Segmented
            label={t('network.proxy')}
            options={ways.map((value) => ({ value, label: t(`network.proxy.${value}`) }))}
            value={network.proxy}
            onChange={(proxy) => set({ proxy })}
          />
        </SettingRow>
      ),
    },
    ...(network.proxy === 'manual' ? [text('proxyAddress'), text('proxyBypass')] : []),
    ...(network.proxy === 'none'
      ? []
      : [
          {
            words: `${t('network.proxyLogin')} ${t('network.proxyLoginHelp')}`,
            row: <LoginRow which="proxy" label={t('network.proxyLogin')} help={t('network.proxyLoginHelp')} />,
          },
        ]),
    ...files.map(text),
    ...(network.certificateFile === ''
      ? []
      : [
          {
            words: t('network.certificatePassword'),
            row: <LoginRow which="certificate" label={t('network.certificatePassword')} />,
          },
        ]),
    { words: `${t('network.test')} ${t('network.testHelp')}`, row: <ConnectionTest /> },
  ];
}

function useNetwork() {
  const actions = useActions();
  const network = useApp((state) => state.settings.network);
  const set = (change: Partial<NetworkSettings>): void =>
    void actions.settings.set({ network: { ...network, ...change } });
  return { network, set };
}

/** Holds when the field is left or Enter is pressed: half an address would be asked with every letter. */
function TextRow({ name }: { readonly name: Exclude<keyof NetworkSettings, 'proxy'> }) {
  const t = useT();
  const { network, set } = useNetwork();
  const lock = useLock(`network.${name}`);
  const saved = network[name];
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => {
    if (typed !== null && typed.trim() !== saved) set({ [name]: typed.trim() });
    setTyped(null);
  };
  return (
    <SettingRow label={t(`network.${name}`)} help={t(`network.${name}Help`)} setting={`network.${name}`}>
      <input
        className="select network-text"
        dir="ltr"
        aria-label={t(`network.${name}`)}
        spellCheck={false}
        autoCapitalize="none"
        readOnly={lock !== null}
        value={typed ?? saved}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onKeyDown={({ key }) => {
          if (key === 'Enter') keep();
        }}
      />
    </SettingRow>
  );
}

interface LoginRowProps {
  readonly which: 'proxy' | 'certificate';
  readonly label: string;
  readonly help?: string;
}

/** What was saved is never shown again, so the fields begin empty. */
function LoginRow({ which, label, help }: LoginRowProps) {
  const t = useT();
  const client = useClient();
  const id = useId();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [said, setSaid] = useState<'network.kept' | 'network.notKept' | null>(null);
  const keep = async (): Promise<void> => {
    try {
      await client.call('network.keepLogin', { which, user, password, stay: true });
      setUser('');
      setPassword('');
      setSaid('network.kept');
    } catch {
      setSaid('network.notKept');
    }
  };
  return (
    <SettingRow label={label} {...(help === undefined ? {} : { help })}>
      <form
        className="network-login"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        {which === 'proxy' && (
          <input
            className="select"
            dir="ltr"
            aria-label={`${label}: ${t('network.user')}`}
            placeholder={t('network.user')}
            autoComplete="off"
            value={user}
            onChange={({ target }) => setUser(target.value)}
          />
        )}
        <input
          className="select"
          dir="ltr"
          type="password"
          aria-label={which === 'proxy' ? `${label}: ${t('network.password')}` : label}
          aria-describedby={`${id}-said`}
          placeholder={t('network.password')}
          autoComplete="off"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        <Button size="small" type="submit">
          {t('network.keep')}
        </Button>
      </form>
      <p id={`${id}-said`} className="setting-help" role="status">
        {said === null ? '' : t(said)}
      </p>
    </SettingRow>
  );
}
