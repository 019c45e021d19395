import { useState } from 'react';
import type { CallResult } from '../../../shared/contract/contract.ts';
import { stepStates, steps } from '../../../shared/network/doctor.ts';
import { useClient } from '../../api/client.tsx';
import { useT } from '../../i18n/i18n.tsx';
import { useApp } from '../../state/app-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { SettingRow } from '../settings/setting-row.tsx';
import { hostOf } from '../workspaces/workspaces.tsx';

/** Goes the way to the server of this workspace and says one fix for what stands in it. */
export function ConnectionTest() {
  const t = useT();
  const client = useClient();
  const serverUrl = useApp((state) => state.workspace.info?.serverUrl ?? null);
  const [state, setState] = useState<'idle' | 'testing' | 'failed'>('idle');
  const [found, setFound] = useState<CallResult<'network.test'> | null>(null);
  const test = async (): Promise<void> => {
    if (serverUrl === null || state === 'testing') return;
    setState('testing');
    try {
      setFound(await client.call('network.test', { serverUrl }));
      setState('idle');
    } catch {
      setFound(null);
      setState('failed');
    }
  };
  return (
    <SettingRow label={t('network.test')} help={t('network.testHelp')}>
      <Button disabled={serverUrl === null} aria-disabled={state === 'testing'} onClick={() => void test()}>
        {t(state === 'testing' ? 'network.testing' : 'network.test')}
      </Button>
      <div role="status">
        {state === 'failed' && <p>{t('network.test.failed')}</p>}
        {found !== null && serverUrl !== null && <WayFound found={found} server={hostOf(serverUrl)} />}
      </div>
    </SettingRow>
  );
}

interface WayFoundProps {
  readonly found: CallResult<'network.test'>;
  readonly server: string;
}

/** The steps, each with its own word, and the one sentence. */
export function WayFound({ found: { proxy, finding, detail }, server }: WayFoundProps) {
  const t = useT();
  const states = stepStates(finding);
  return (
    <>
      <ol className="network-steps">
        {steps.map((step) => (
          <li key={step} data-state={states[step]}>
            {t(`network.step.${step}`)}: {t(`network.state.${states[step]}`)}
          </li>
        ))}
      </ol>
      <p>{finding === null ? t('network.test.well', { server }) : t(`network.finding.${finding}`, { server })}</p>
      {proxy !== null && <p className="setting-help">{t('network.test.proxy', { proxy })}</p>}
      {detail !== '' && (
        <p className="setting-help">
          <bdi>{detail}</bdi>
        </p>
      )}
    </>
  );
}
