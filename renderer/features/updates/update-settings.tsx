import type { ReactNode } from 'react';
import type { UpdateStatus } from '../../../shared/contract/updates.ts';
import { useClient } from '../../api/client.tsx';
import { useT, type Translate } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { SettingRow, Toggle } from '../settings/setting-row.tsx';
import { useUpdates } from './use-updates.ts';

/** Rows of the settings page. In a browser there is nothing to switch on or off. */
export function useUpdateRows(): readonly { readonly words: string; readonly row: ReactNode }[] {
  const t = useT();
  const client = useClient();
  const actions = useActions();
  const on = useApp((state) => state.settings.updates);
  const status = useUpdates();
  if (status === null) return [];
  const label = t('updates.automatic');
  const help = t('updates.automaticHelp');
  const words = updateWords(status, t);
  const canLook = status.obstacle === null && status.state === 'idle';
  const toggle = {
    words: `${label} ${help}`,
    row: (
      <Toggle
        label={label}
        help={help}
        setting="updates"
        on={on}
        onChange={(updates) => void actions.settings.set({ updates })}
      />
    ),
  };
  return [
    ...(status.obstacle === 'browser' ? [] : [toggle]),
    {
      words,
      row: (
        <SettingRow label={t('updates.section')} help={words}>
          <Button
            size="small"
            disabled={!canLook}
            onClick={() => void client.call('updates.check', {}).catch(() => undefined)}
          >
            {t('updates.check')}
          </Button>
        </SettingRow>
      ),
    },
  ];
}

function updateWords({ obstacle, state, version, percent, checkedAt, failure }: UpdateStatus, t: Translate): string {
  if (state === 'ready') return t('updates.ready');
  if (obstacle !== null) return t(`updates.obstacle.${obstacle}`);
  if (state === 'checking') return t('updates.state.checking');
  if (state === 'downloading') return t('updates.state.downloading', { version: version ?? '', percent: percent ?? 0 });
  if (failure !== null) return t(`updates.failure.${failure}`);
  return t(checkedAt === null ? 'updates.state.unchecked' : 'updates.state.newest');
}
