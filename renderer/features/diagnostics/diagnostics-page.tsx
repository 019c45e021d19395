import { useEffect, useState } from 'react';
import type { Diagnostics } from '../../../shared/contract/diagnostics.ts';
import { useClient } from '../../api/client.tsx';
import { useT } from '../../i18n/i18n.tsx';
import { useActions, useApp } from '../../state/app-provider.tsx';
import { usePageClock } from '../../state/clock.ts';
import { NotificationDoctor } from '../alerts/doctor.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import './diagnostics.css';
import { asText, factGroups } from './facts.ts';

/** "What is wrong here": facts to look at and to send along. */
export function DiagnosticsPage() {
  const t = useT();
  const actions = useActions();
  const clock = usePageClock();
  const sync = useApp((state) => state.sync);
  const workspace = useApp((state) => state.workspace);
  const computer = useApp((state) => state.computer);
  const { found, failed, read } = useDiagnostics();
  const groups = found === null ? [] : factGroups(found, { sync, workspace, computer }, clock.info(), t);
  return (
    <PageFrame title={t('diagnostics.title')}>
      <p className="diagnostics-lead">{t('diagnostics.lead')}</p>
      <div className="diagnostics-tools">
        {found !== null && <CopyButton text={asText(groups, found.log)} label={t('diagnostics.copy')} />}
        <Button size="small" icon="refresh" onClick={read}>
          {t('diagnostics.again')}
        </Button>
        <Button size="small" icon="swap" onClick={actions.sync.retry}>
          {t('diagnostics.trySync')}
        </Button>
      </div>
      {failed && <p role="alert">{t('diagnostics.failed')}</p>}
      {groups.map(({ title, facts }) => (
        <section key={title} className="diagnostics-group" aria-label={title}>
          <h2 className="diagnostics-heading">{title}</h2>
          <dl className="diagnostics-facts">
            {facts.map(([name, value]) => (
              <div key={`${name} ${value}`} className="diagnostics-fact">
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <NotificationDoctor />
      {found !== null && (
        <div className="diagnostics-group">
          <h2 className="diagnostics-heading">{t('diagnostics.log')}</h2>
          {found.log.length === 0 ? (
            <p>{t('diagnostics.noLog')}</p>
          ) : (
            // It scrolls, so the keyboard has to reach it.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            <pre className="diagnostics-log" dir="ltr" tabIndex={0} role="region" aria-label={t('diagnostics.log')}>
              {found.log.join('\n')}
            </pre>
          )}
        </div>
      )}
    </PageFrame>
  );
}

function useDiagnostics() {
  const client = useClient();
  const [found, setFound] = useState<Diagnostics | null>(null);
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const read = async (): Promise<void> => {
      try {
        setFound(await client.call('diagnostics.get', {}));
        setFailed(false);
      } catch {
        setFailed(true);
      }
    };
    void read();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- each turn reads again
  }, [client, turn]);
  const read = (): void => setTurn(turn + 1);
  return { found, failed, read };
}
