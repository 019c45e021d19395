/**
 * The closed set of codes a call may answer with. Only codes are matched, never messages; the page turns a code into
 * words (i18n key `error.<code>`), which say what happened, whether the text is safe, and what to do now.
 */
export const errorCodes = [
  'bad-request', // the payload did not parse, or the call does not exist
  'forbidden-sender', // the caller is not our page
  'not-found', // no such conversation, template or outbox item
  'window-closed', // free text to the customer is not possible now (law 1)
  'window-unverified', // we cannot tell whether the window is open, so we hold (law 6)
  'template-invalid', // the template is not sendable or its values break WhatsApp's rules
  'opted-out', // the customer stopped marketing messages, and this template is one or may be
  'file-invalid', // too large, empty, or a kind that WhatsApp does not take
  'unreachable', // it needs the server, and the server cannot be reached now
  'rate-limited', // the server wants a pause
  'not-chatwoot', // something answered, and it is no server of ours
  'refused', // the server understood and said no
  'sign-in-refused', // wrong password, code or token
  'locked', // the desk is locked; only its PIN opens it
  'signed-out', // this workspace needs its password or token again
  'not-allowed', // the item is in a state in which this action makes no sense
  'policy', // the organisation decided otherwise for this computer
  'storage', // the local database refused
  'internal', // a bug; logged in full in the core
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What a handler throws to answer with a code. `detail` is for the log and for developers, not for the screen. */
export class CallError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, detail: string) {
    super(detail);
    this.name = 'CallError';
    this.code = code;
  }
}
