import { useEffect, useState } from 'react';
import type { AlertFinding } from '../../../shared/contract/alerts.ts';
import { useClient } from '../../api/client.tsx';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import './alerts.css';
import { useSay } from './say.ts';

type Test = 'none' | 'sending' | 'sent';

/** Sends a real notification, asks whether it was seen, and says one fix for each thing that stands in its way. */
export function NotificationDoctor() {
  const t = useT();
  const say = useSay();
  const client = useClient();
  const [findings, setFindings] = useState<readonly AlertFinding[] | null>(null);
  const [test, setTest] = useState<Test>('none');
  const [failed, setFailed] = useState(false);

  const attempt = async (run: () => Promise<void>): Promise<void> => {
    try {
      await run();
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const check = (seen: boolean | null): Promise<void> =>
    attempt(async () => setFindings((await client.call('alerts.check', { seen })).findings));
  const send = (): Promise<void> =>
    attempt(async () => {
      setTest('sending');
      const { shown } = await client.call('alerts.test', {});
      setTest(shown ? 'sent' : 'none');
      await check(null);
    });
  useEffect(() => {
    void check(null);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each core
  }, [client]);

  return (
    <section className="diagnostics-group" aria-label={t('doctor.title')}>
      <h2 className="diagnostics-heading">{t('doctor.title')}</h2>
      <p className="doctor-lead">{t('doctor.lead')}</p>
      <div className="doctor-test">
        <Button size="small" disabled={test === 'sending'} onClick={() => void send()}>
          {t(test === 'sending' ? 'doctor.sending' : 'doctor.send')}
        </Button>
        {test === 'sent' && (
          <span role="group" aria-label={t('doctor.seen.question')} className="doctor-test">
            <span>{t('doctor.seen.question')}</span>
            <Button size="small" onClick={() => void check(true)}>
              {t('doctor.seen.yes')}
            </Button>
            <Button size="small" onClick={() => void check(false)}>
              {t('doctor.seen.no')}
            </Button>
          </span>
        )}
      </div>
      {failed && <p role="alert">{t('doctor.failed')}</p>}
      {findings !== null && (
        <div role="status">
          {findings.length === 0 && <p>{t('doctor.well')}</p>}
          <ul className="doctor-findings">
            {findings.map((finding) => (
              <li key={finding.code} data-severity={finding.severity}>
                <strong>{t(`doctor.${finding.severity}`)}:</strong> {say(finding.what)} {say(finding.fix)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
