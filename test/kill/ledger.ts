/** What the agent wrote in one round and what they were told about it: the claims that the restart is held to. */
import type { Audience } from '../../shared/contract/entities.ts';
import type { LocalFile } from '../../shared/contract/files.ts';

export type SendKind = 'reply' | 'note' | 'template';

/** A draft older than this when the process died must be there even if its call was never answered. */
const draftAgeMs = 250;

export interface DeathSeen {
  /** Monotonic ms. */
  readonly at: number;
  /** What the computer, not Latchkey, was slow by: see `measureStarvation`. */
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

export interface Promised {
  readonly text: string;
  /** For a message: why it must be there. */
  readonly because: string;
}

/** The text that must be findable after the process died; null: none was promised. */
export function promisedText(writing: Writing, { at, starvedMs }: DeathSeen): Promised | null {
  const { send, versions } = writing;
  if (send?.state === 'answered') return { text: send.text, because: 'its send was answered' };
  const limitMs = draftAgeMs + starvedMs;
  const promised = versions.findLast(({ askedAt, answered }) => answered || at - askedAt > limitMs);
  if (promised === undefined) return null;
  const age = `was saved ${Math.round(at - promised.askedAt)} ms before the death, with ${Math.round(limitMs)} ms to be kept`;
  return { text: promised.text, because: promised.answered ? 'its draft was answered' : age };
}

export function sendsOf(ledger: Ledger): (Send & { readonly writing: Writing })[] {
  return ledger.writings.flatMap((writing) => (writing.send === null ? [] : [{ ...writing.send, writing }]));
}
