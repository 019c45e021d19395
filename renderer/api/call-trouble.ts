import { CallError, type ErrorCode } from '../../shared/contract/errors.ts';

/** `unanswered`: the wire broke first, so the core may or may not have done it. Not a refusal, and must not sound like one. */
export type CallTrouble = ErrorCode | 'unanswered';

export function troubleOf(caught: unknown): CallTrouble {
  return caught instanceof CallError ? caught.code : 'unanswered';
}
