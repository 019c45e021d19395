import { useState, type ReactNode } from 'react';
import { useClient } from '../../api/client.tsx';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SettingRow } from '../settings/setting-row.tsx';
import { PinDialog, type PinDialogProps } from './pin-dialog.tsx';
import { useDeskLock } from './use-desk-lock.ts';

const minutes = [0, 5, 10, 30] as const;

/** What the settings page shows of the lock; `words`: what its search looks in. */
export function useLockRows(): readonly { readonly words: string; readonly row: ReactNode }[] {
  const t = useT();
  return [
    { words: `${t('deskLock.setting')} ${t('deskLock.settingHelp')}`, row: <PinRow /> },
    { words: `${t('deskLock.after')} ${t('deskLock.afterHelp')}`, row: <AfterRow /> },
  ];
}

function PinRow() {
  const t = useT();
  const client = useClient();
  const state = useDeskLock(client);
  const [dialog, setDialog] = useState<PinDialogProps['kind'] | null>(null);
  const help = state?.canHavePin === false ? t('deskLock.impossible') : t('deskLock.settingHelp');
  return (
    <SettingRow label={t('deskLock.setting')} help={help}>
      {state?.hasPin === false && state.canHavePin && (
        <Button onClick={() => setDialog('choose')}>{t('deskLock.choose')}</Button>
      )}
      {state?.hasPin === true && (
        <>
          <Button onClick={() => setDialog('change')}>{t('deskLock.change')}</Button>
          <Button onClick={() => setDialog('remove')}>{t('deskLock.remove')}</Button>
          <Button icon="lock" onClick={() => void client.call('deskLock.now', {}).catch(() => undefined)}>
            {t('deskLock.now')}
          </Button>
        </>
      )}
      {dialog !== null && <PinDialog client={client} kind={dialog} onClose={() => setDialog(null)} />}
    </SettingRow>
  );
}

function AfterRow() {
  const t = useT();
  const actions = useActions();
  const chosen = useApp((state) => state.settings.lockAfterMinutes);
  const options = minutes.map((count) => ({
    value: String(count),
    label: count === 0 ? t('deskLock.after.off') : t('deskLock.after.minutes', { minutes: count }),
  }));
  return (
    <SettingRow label={t('deskLock.after')} help={t('deskLock.afterHelp')} setting="lockAfterMinutes">
      <Segmented
        label={t('deskLock.after')}
        options={options}
        value={String(chosen)}
        onChange={(value) => {
          const count = minutes.find((one) => String(one) === value);
          if (count !== undefined) void actions.settings.set({ lockAfterMinutes: count });
        }}
      />
    </SettingRow>
  );
}
