import { useEffect, useState } from 'react';
import { useClient } from '../../api/client.tsx';
import { useT } from '../../i18n/i18n.tsx';
import { useWorkspaces } from '../workspaces/workspaces.tsx';
import { Heading } from './heading.tsx';

/** What is kept here, where, and how safe it is: no more than is true. */
export function ComputerStep() {
  const t = useT();
  const vault = useWorkspaces()?.vault ?? null;
  const folder = useDataFolder();
  return (
    <>
      <Heading>{t('intro.computer.title')}</Heading>
      <p>{t('intro.computer.kept')}</p>
      <p>{t('intro.computer.plain')}</p>
      <dl className="intro-facts">
        {folder !== null && (
          <div>
            <dt>{t('intro.computer.folder')}</dt>
            <dd>
              <bdi dir="ltr">{folder}</bdi>
            </dd>
          </div>
        )}
        {vault !== null && (
          <div>
            <dt>{t('intro.computer.token')}</dt>
            <dd>{t(`signIn.stay.${vault}`)}</dd>
          </div>
        )}
      </dl>
      <p>{t('intro.computer.nowhere')}</p>
    </>
  );
}

function useDataFolder(): string | null {
  const client = useClient();
  const [folder, setFolder] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    client.call('diagnostics.get', {}).then(
      ({ dataFolder }) => wanted && setFolder(dataFolder),
      // The rest is true without it.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [client]);
  return folder;
}
