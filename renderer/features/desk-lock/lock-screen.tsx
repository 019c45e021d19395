import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Client } from '../../../shared/contract/client.ts';
import { defaultSettings } from '../../../shared/contract/default-settings.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { LanguageProvider } from '../../i18n/language-provider.tsx';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLook } from '../settings/use-look.ts';
import { SecretField } from '../sign-in/parts.tsx';
import '../sign-in/sign-in.css';
import './desk-lock.css';
import { useWait } from './use-wait.ts';

export interface LockScreenProps {
  readonly client: Client;
  /** Before that no PIN is looked at. */
  readonly waitMs: number;
}

/** The whole page while the desk is locked. It looks like the rest: theme, size and language are all it is told. */
export function LockScreen(props: LockScreenProps) {
  const { client } = props;
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    let wanted = true;
    const show = (read: Settings): void => {
      if (wanted) setSettings(read);
    };
    client.call('settings.get', {}).then(show, () => show(defaultSettings));
    return () => {
      wanted = false;
    };
  }, [client]);
  if (settings === null) return null;
  return (
    <LanguageProvider setting={settings.language}>
      <Screen {...props} settings={settings} />
    </LanguageProvider>
  );
}

function Screen({ client, waitMs, settings }: LockScreenProps & { readonly settings: Settings }) {
  const t = useT();
  useLook(settings);
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const [state, setState] = useState<'asking' | 'busy' | 'wrong' | 'failed'>('asking');
  const [forgot, setForgot] = useState(false);
  const wait = useWait(waitMs);
  useEffect(() => field.current?.focus(), []);
  const unlock = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (pin === '' || wait.seconds > 0 || state === 'busy') return;
    setState('busy');
    try {
      const answer = await client.call('deskLock.unlock', { pin });
      // Of a right one the whole page goes with the next event.
      if (answer.ok) return;
      wait.begin(answer.waitMs);
      setState('wrong');
    } catch {
      setState('failed');
    }
    setPin('');
    field.current?.focus();
  };
  const problem =
    wait.seconds > 0
      ? t('deskLock.wait', { seconds: wait.seconds })
      : state === 'wrong' || state === 'failed'
        ? t(`deskLock.${state}`)
        : null;
  return (
    <main className="sign-in-page">
      <form className="sign-in desk-lock" aria-labelledby="desk-lock-title" onSubmit={(event) => void unlock(event)}>
        <Icon name="lock" size={24} />
        <h1 id="desk-lock-title" className="sign-in-title">
          {t('deskLock.title')}
        </h1>
        <p className="sign-in-text">{t('deskLock.text')}</p>
        <SecretField
          ref={field}
          label={t('deskLock.pin')}
          autoComplete="current-password"
          value={pin}
          onType={setPin}
          problem={problem}
        />
        <p className="visually-hidden" role="alert">
          {state === 'busy' ? null : problem}
        </p>
        <div className="desk-lock-foot">
          <Button variant="quiet" onClick={() => setForgot(true)}>
            {t('deskLock.forgot')}
          </Button>
          <Button variant="primary" type="submit" disabled={wait.seconds > 0}>
            {t('deskLock.unlock')}
          </Button>
        </div>
      </form>
      {forgot && <ForgotDialog client={client} onClose={() => setForgot(false)} />}
    </main>
  );
}

function ForgotDialog({ client, onClose }: { readonly client: Client; readonly onClose: () => void }) {
  const t = useT();
  const [state, setState] = useState<'asking' | 'busy' | 'failed'>('asking');
  const act = (): void => {
    setState('busy');
    client.call('deskLock.forgotPin', {}).catch(() => setState('failed'));
  };
  return (
    <Dialog
      title={t('deskLock.forgot.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('signIn.cancel')}</Button>
          <Button variant="danger" disabled={state === 'busy'} onClick={act}>
            {t('deskLock.forgot.do')}
          </Button>
        </>
      }
    >
      <p>{t('deskLock.forgot.text')}</p>
      {state === 'failed' && (
        <p className="desk-lock-problem" role="alert">
          {t('deskLock.forgot.failed')}
        </p>
      )}
    </Dialog>
  );
}
