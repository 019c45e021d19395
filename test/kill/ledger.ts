/** What the agent wrote in one round and what they were told about it: the claims that the restart is held to. */
import type { Audience } from '../../shared/contract/entities.ts';
import type { LocalFile } from '../../shared/contract/files.ts';

export type SendKind = 'reply' | 'note' | 'template';

/** A draft older than this when the process died must be there even if its call was never answered. */
const draftAgeMs = 250;

export interface DeathSeen {
  /** Monotonic ms. */
  readonly at: number;
  /** Longest time the process took for an answer that needs no work: what the computer, not Latchkey, was slow by. */
  readonly starvedMs: number;
}

export interface Send {
  readonly kind: SendKind;
  readonly clientId: string;
  /** What the customer or the team gets; its mark is in it. */
  readonly text: string;
  /** Its bytes hold the mark. */
  readonly files: readonly LocalFile[];
  state: 'asked' | 'answered' | 'refused';
}

/** One text from its first letter to its send. Its mark is in every version of it and in nothing else. */
export interface Writing {
  readonly mark: string;
  readonly conversationId: number;
  readonly audience: Audience;
  /** Every version that was handed to the desk, oldest first. */
  readonly versions: { readonly text: string; readonly askedAt: number; answered: boolean }[];
  send: Send | null;
}

export interface Ledger {
  readonly writings: Writing[];
  /** Longest time between a draft's call and its answer, ms. */
  slowestDraftMs: number;
}

export function newLedger(): Ledger {
  return { writings: [], slowestDraftMs: 0 };
}

/** The text that must be findable after the process died; null: none was promised. */
export function promisedText(writing: Writing, { at, starvedMs }: DeathSeen): string | null {
  const { send, versions } = writing;
  if (send?.state === 'answered') return send.text;
  const promised = versions.findLast(({ askedAt, answered }) => answered || at - askedAt > draftAgeMs + starvedMs);
  return promised?.text ?? null;
}

export function sendsOf(ledger: Ledger): (Send & { readonly writing: Writing })[] {
  return ledger.writings.flatMap((writing) => (writing.send === null ? [] : [{ ...writing.send, writing }]));
}
