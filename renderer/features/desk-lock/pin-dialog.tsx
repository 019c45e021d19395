import { useState } from 'react';
import type { Client } from '../../../shared/contract/client.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SecretField } from '../sign-in/parts.tsx';
import '../sign-in/sign-in.css';
import './desk-lock.css';

export interface PinDialogProps {
  readonly client: Client;
  readonly kind: 'choose' | 'change' | 'remove';
  readonly onClose: () => void;
}

const shortest = 4;
type Problem = 'short' | 'differ' | 'wrong' | 'failed' | { readonly waitMs: number };

/** A first PIN, another one, or none any more; the one there is has to be typed for the last two. */
export function PinDialog({ client, kind, onClose }: PinDialogProps) {
  const t = useT();
  const [typed, setTyped] = useState({ current: '', pin: '', again: '' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const type = (part: keyof typeof typed) => (text: string) => {
    setTyped((before) => ({ ...before, [part]: text }));
    setProblem(null);
  };
  const save = async (): Promise<void> => {
    const { current, pin, again } = typed;
    if (kind !== 'remove' && pin.length < shortest) return setProblem('short');
    if (kind !== 'remove' && pin !== again) return setProblem('differ');
    const change = { current: kind === 'choose' ? null : current, pin: kind === 'remove' ? null : pin };
    try {
      const { ok, waitMs } = await client.call('deskLock.choosePin', change);
      if (ok) return onClose();
      return setProblem(waitMs > 0 ? { waitMs } : 'wrong');
    } catch {
      return setProblem('failed');
    }
  };
  const words = problem === null ? null : wordsOf(problem, t);
  const atNew = problem === 'short' || problem === 'differ';
  return (
    <Dialog
      title={t(`deskLock.dialog.${kind}`)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('signIn.cancel')}</Button>
          <Button variant="primary" type="submit" form="pin-form">
            {t('deskLock.save')}
          </Button>
        </>
      }
    >
      <form
        id="pin-form"
        className="desk-lock-fields"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {kind !== 'choose' && (
          <SecretField
            data-autofocus
            label={t('deskLock.current')}
            autoComplete="current-password"
            value={typed.current}
            problem={atNew ? null : words}
            onType={type('current')}
          />
        )}
        {kind !== 'remove' && (
          <>
            <SecretField
              {...(kind === 'choose' ? { 'data-autofocus': true } : {})}
              label={t('deskLock.new')}
              help={t('deskLock.newHelp')}
              autoComplete="new-password"
              value={typed.pin}
              problem={problem === 'short' || (kind === 'choose' && !atNew) ? words : null}
              onType={type('pin')}
            />
            <SecretField
              label={t('deskLock.again')}
              autoComplete="new-password"
              value={typed.again}
              problem={problem === 'differ' ? words : null}
              onType={type('again')}
            />
          </>
        )}
        <p className="visually-hidden" role="alert">
          {words}
        </p>
      </form>
    </Dialog>
  );
}

function wordsOf(problem: Problem, t: ReturnType<typeof useT>): string {
  if (typeof problem === 'string') return t(`deskLock.${problem}`);
  return t('deskLock.wait', { seconds: Math.ceil(problem.waitMs / 1_000) });
}
