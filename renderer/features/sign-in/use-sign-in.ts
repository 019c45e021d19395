import { useState } from 'react';
import type { SignInAnswer, SignInWith } from '../../../shared/contract/accounts.ts';
import type { Client } from '../../../shared/contract/client.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import type { MessageKey } from '../../i18n/i18n.tsx';
import { troubleOf, type CallTrouble } from '../../api/call-trouble.ts';

/** Where the person is: the first form, or the step that the server asked for. */
export type SignInStep = { readonly kind: 'start' } | Exclude<SignInAnswer, { kind: 'signed-in' }>;

export interface SignInTrouble {
  readonly key: MessageKey;
  /** Technical, for whoever helps; null if it would add nothing. */
  readonly detail: string | null;
  /** Makes each failure a new one, so that it is announced again. */
  readonly turn: number;
}

export interface SignInState {
  readonly step: SignInStep;
  readonly busy: boolean;
  readonly trouble: SignInTrouble | null;
  /** False: it was refused, and what was typed stays to be changed. */
  submit(serverUrl: string, proof: SignInWith, stay: boolean): Promise<boolean>;
  /** To the first form again; what was proved is forgotten. */
  back(): void;
}

export function useSignIn(client: Client, onDone: (workspaceId: string) => void): SignInState {
  const [step, setStep] = useState<SignInStep>({ kind: 'start' });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<SignInTrouble | null>(null);
  return {
    step,
    busy,
    trouble,
    async submit(serverUrl, proof, stay) {
      if (busy) return true;
      setBusy(true);
      setTrouble(null);
      try {
        const answer = await client.call('workspaces.signIn', { serverUrl, with: proof, stay });
        if (answer.kind === 'signed-in') onDone(answer.workspaceId);
        else setStep(answer);
        return true;
      } catch (error) {
        const code = troubleOf(error);
        const detail = hasDetail.has(code) && error instanceof CallError ? error.message : null;
        setTrouble((before) => ({ key: words(code, proof), detail, turn: (before?.turn ?? 0) + 1 }));
        return false;
      } finally {
        setBusy(false);
      }
    },
    back() {
      setTrouble(null);
      setStep({ kind: 'start' });
    },
  };
}

/** Failures that signing in has a sentence of its own for. */
const ownWords = ['unreachable', 'rate-limited', 'not-chatwoot', 'storage', 'policy'] as const;
type OwnWords = (typeof ownWords)[number];

function isOwn(code: CallTrouble): code is OwnWords {
  return (ownWords as readonly string[]).includes(code);
}

/** What the line said is worth showing to whoever helps. */
const hasDetail: ReadonlySet<CallTrouble> = new Set(['unreachable', 'not-chatwoot']);

function words(code: CallTrouble, proof: SignInWith): MessageKey {
  if (isOwn(code)) return `signIn.error.${code}`;
  if (code !== 'sign-in-refused') return 'signIn.error.other';
  return proof.kind === 'account' ? 'signIn.error.code' : `signIn.error.${proof.kind}`;
}
