import type { AddressProblem } from '../../accounts/server-address.ts';
import type { VaultKind } from '../../contract/accounts.ts';

const addressProblems = {
  'signIn.address.empty': 'Type the address of your server first.',
  'signIn.address.not-an-address': 'This is not an address. It looks like chat.example.com.',
  'signIn.address.insecure':
    'This address starts with http://, which would send your password readable across the network. Use https://.',
  'signIn.address.has-password': 'Leave the name and password out of the address and type them below.',
} as const satisfies Record<`signIn.address.${AddressProblem}`, string>;

const stay = {
  'signIn.stay.system': 'Kept in the key store of this computer, which only your user account opens.',
  'signIn.stay.file':
    'This computer offers no key store here. The key would be kept in a file that only your user account can read, not encrypted: every program you run could read it, too.',
  'signIn.stay.memory':
    'This computer offers no safe place for it, so you sign in again after each start. Drafts and queued messages stay.',
} as const satisfies Record<`signIn.stay.${VaultKind}`, string>;

export const accounts = {
  ...addressProblems,
  ...stay,
  'signIn.title': 'Sign in to a workspace',
  'signIn.again': 'Sign in again',
  'signIn.again.text': 'Your session with {server} ended. Drafts and queued messages are safe and go on from here.',
  'signIn.intro': 'Latchkey works with your team’s Chatwoot server. It never sees your WhatsApp password.',
  'signIn.address': 'Server',
  'signIn.address.help': 'You may paste the address of any of its pages.',
  'signIn.address.spelled': 'The network knows this name as {host}. Compare it with what you were told.',
  'signIn.with': 'Sign in with',
  'signIn.with.password': 'Password',
  'signIn.with.token': 'Access token',
  'signIn.email': 'Email',
  'signIn.password': 'Password',
  'signIn.password.help': 'Used once to get your access token, and not kept.',
  'signIn.token': 'Access token',
  'signIn.token.help': 'On your server: Profile settings, at the bottom.',
  'signIn.reveal': 'Show',
  'signIn.conceal': 'Hide',
  'signIn.stay': 'Stay signed in on this computer',
  'signIn.submit': 'Sign in',
  'signIn.busy': 'Asking the server…',
  'signIn.back': 'Back',
  'signIn.cancel': 'Cancel',

  'signIn.code.title': 'One more step',
  'signIn.code.text':
    'Your account asks for a second proof. Open your authenticator app, or use one of your backup codes.',
  'signIn.code': 'Code',
  'signIn.code.submit': 'Continue',
  'signIn.account.title': 'Which account?',
  'signIn.account.text':
    'You work in several accounts on this server. Each becomes a workspace of its own; add the others later.',

  'signIn.error.password':
    'The server did not accept this email and password. Nothing was changed here. Check both, or use your access token.',
  'signIn.error.token':
    'The server did not accept this token. Nothing was changed here. Copy it again from your profile settings.',
  'signIn.error.code':
    'The server did not accept this code, or the sign-in took longer than five minutes. Nothing was changed here. Try the newest code, or go back and begin again.',
  'signIn.error.unreachable':
    'No server answered at {server}. Nothing was changed here, and what you typed is still in the fields. Check your network and the address, then try again.',
  'signIn.error.rate-limited':
    'The server at {server} wants a pause after several tries. Nothing was changed here, and what you typed is still in the fields. Wait some minutes, then try again.',
  'signIn.error.not-chatwoot':
    'Something answered at {server}, but it is no Chatwoot server: another website, or the sign-in page of this network. Nothing was changed here, and what you typed is still in the fields. Check the address, or open it in a browser.',
  'signIn.error.policy':
    'Your organisation does not allow signing in at {server} on this computer. Nothing was sent there. Choose a server that it names.',
  'signIn.error.storage':
    'The server said yes, but this computer could not save it. Check the free space on the disk and try again.',
  'signIn.error.other': 'Signing in did not work. Nothing was changed here. Try again.',
  'signIn.error.detail': 'Details: {detail}',

  'workspaces.switch': 'Workspace: {name}. Switch or add',
  'workspaces.elsewhere':
    '{count, plural, one {Workspace: {name}. # unread conversation in others. Switch or add} other {Workspace: {name}. # unread conversations in others. Switch or add}}',
  'workspaces.menu': 'Workspaces',
  'workspaces.entry': '{name} · {agent}',
  'workspaces.unread': '{count, plural, one {# unread} other {# unread}}',
  'workspaces.unsent': '{count, plural, one {# not sent} other {# not sent}}',
  'workspaces.signedOut': 'signed out',
  'workspaces.practice': 'Practice workspace',
  'workspaces.practiceMark': 'practice',
  'workspaces.add': 'Add a workspace…',
  'workspaces.signInAgain': 'Sign in to {name} again…',
  'workspaces.signOut': 'Sign out of {name}…',
  'workspaces.remove': 'Remove {name} from this computer…',
  'workspaces.none.text': 'There is no workspace on this computer yet.',
  'workspaces.error.title': 'Latchkey could not read its workspaces',

  'signOut.title': 'Sign out of {name}?',
  'signOut.keeps':
    'Latchkey forgets the access token and deletes from this computer what came from the server: conversations, contacts and files. Drafts and what has not been sent yet stay here, and go on when you sign in again.',
  'signOut.unsent':
    '{count, plural, one {# message or change has not been sent. It waits here until you sign in again; the window of a reply may close meanwhile.} other {# messages or changes have not been sent. They wait here until you sign in again; the windows of replies may close meanwhile.}}',
  'signOut.server':
    'The token itself stays valid on the server. If somebody else may have it, reset it in your profile settings there.',
  'signOut.forget': 'Also delete this workspace from this computer',
  'signOut.forget.text':
    '{count, plural, =0 {Drafts, search history and stored conversations are deleted from this computer. Nothing brings the drafts back.} one {Drafts and # message or change that was not sent are deleted with everything else. Nothing brings them back.} other {Drafts and # messages or changes that were not sent are deleted with everything else. Nothing brings them back.}}',
  'signOut.do': 'Sign out',
  'signOut.doForget': 'Delete from this computer',
  'signOut.failed': 'That did not work, and nothing was deleted. Try again, or start Latchkey again first.',
} as const;
