import type { ErrorCode } from '../../contract/errors.ts';

/** What happened · is the text safe · what now. */
const codes = {
  'error.bad-request': 'Latchkey could not read this request. Nothing was changed. Reload the window and try again.',
  'error.forbidden-sender': 'This window is not allowed to do that. Nothing was changed. Open Latchkey again.',
  'error.not-found': 'This is not on this device any more. Nothing was sent. Go back to the list.',
  'error.window-closed':
    'The 24-hour window has closed, so nothing was sent. Your text is safe. Choose a template or add a note.',
  'error.window-unverified':
    'We cannot be sure that the window is open, so nothing was sent. Your text is safe. Connect once, or add a note.',
  'error.template-invalid': 'WhatsApp would refuse this template as it is. Nothing was sent. Check its fields.',
  'error.opted-out':
    'This customer stopped marketing messages from this number, so nothing was sent. Your values are safe. Choose a utility template, or wait until the customer writes.',
  'error.file-invalid':
    'This file cannot be sent: it is empty, too large, or of a kind that WhatsApp does not take. Your text is safe. Choose another file.',
  'error.unreachable':
    'This needs the server, and the server cannot be reached now. Nothing was changed and your text is safe. Try again when you are connected.',
  'error.rate-limited':
    'The server wants a pause. Nothing was changed and your text is safe. Wait some minutes, then try again.',
  'error.not-chatwoot':
    'Something answered that is no Chatwoot server. Nothing was changed and your text is safe. Check the address, or the sign-in page of your network.',
  'error.refused':
    'The server said no, so nothing was changed. Your text is safe. You may not have the rights for this: ask an administrator.',
  'error.sign-in-refused':
    'The server did not accept this. Nothing was changed on this computer. Check what you typed and try again.',
  'error.locked':
    'Latchkey is locked, so nothing was changed. Your text is safe. Unlock it with your PIN and try again.',
  'error.signed-out': 'Your session ended. Drafts and queued messages are safe. Sign in again to go on.',
  'error.not-allowed':
    'This message has moved on, so that is not possible any more. Its state below is the current one.',
  'error.policy':
    'Your organisation decides this for this computer, so nothing was changed. Your text is safe. Ask whoever looks after this computer.',
  'error.storage':
    'The local database refused to save this. Nothing was sent. Check the free space on the disk and try again.',
  'error.internal':
    'Something went wrong inside Latchkey, and it may have been done or not. Your text is safe. Look in the outbox before you try again.',
} as const satisfies Record<`error.${ErrorCode}`, string>;

export const errors = {
  ...codes,
  'error.unanswered':
    'The connection inside Latchkey broke before the answer came, so we do not know yet whether this was done. Your text is safe here. Press Send again when it is back: the same text goes out only once.',
  'notice.repaired.cache':
    "This computer's copy of your conversations was damaged and is filled again from the server. What you typed is safe: drafts: {drafts}, messages waiting: {messages}. You can go on working; conversations appear as they arrive.",
  'notice.repaired.desk':
    'The file with your drafts and waiting messages was damaged and has been repaired. It holds again: drafts: {drafts}, messages waiting: {messages}. Look at them in the outbox: what may have been sent already is not sent again by itself.',
} as const;
