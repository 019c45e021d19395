export const status = {
  'strip.label': 'Status',
  'strip.live': 'Up to date',
  'strip.connecting': 'Connecting…',
  'strip.syncing': 'Syncing {done} of {total}',
  'strip.syncingUnknown': 'Syncing {done}',
  'strip.catchingUp': 'Catching up…',
  'strip.offlineSince': 'Offline since {time}',
  'strip.offline': 'Offline',
  'strip.serverDown': 'Server not answering',
  'strip.slow': 'Server asks us to slow down',
  'strip.signIn': 'Network needs sign-in',
  'strip.proxy': 'Proxy in the way',
  'strip.badResponse': 'Wrong answer from the server',
  'strip.refused': 'Server refuses this account',
  'strip.signedOut': 'Sign in again',
  'strip.wireDown': 'Reconnecting to Latchkey…',
  'strip.lastSync': 'Synced {time}',
  'strip.neverSynced': 'Not synced yet',
  'strip.outbox': '{count, plural, one {# in outbox} other {# in outbox}}',
  'strip.outboxAttention': '{count, plural, one {# message needs you} other {# messages need you}}',
  'strip.clock': 'Server time {time}',
  'strip.clockUnknown': 'Clock not verified',
  'strip.clockFast': 'Clock {minutes} min fast',
  'strip.clockSlow': 'Clock {minutes} min slow',
  'strip.account': 'Account {name}',

  'banner.offline':
    'You are offline. You can read, search, write notes and queue replies. Queued replies go out only if their window is still open.',
  'banner.server': 'the server',
  'banner.serverDown':
    'Server not answering: {server} gives an error or no answer in time. Your work is stored here and goes out when it is back.',
  'banner.rateLimited':
    '{server} asks us to slow down, so we wait a little. Your work is stored here and goes out by itself.',
  'banner.badResponse':
    'Something else answers in place of {server}: a proxy, a firewall, or another program at this address. Your work is stored here and goes out when it is back.',
  'banner.captivePortal':
    'This network wants a sign-in page first. Open it in your browser and sign in there; Latchkey goes on by itself. Your work is stored here.',
  'banner.proxy':
    'A proxy on the way to {server} wants a sign-in or does not answer. Ask whoever runs your network. Your work is stored here.',
  'banner.refused':
    '{server} answers, but refuses your account: it may be suspended, or you are no longer a member. Ask your administrator. Your work is stored here.',
  'banner.signIn': 'Sign in',
  'banner.openServer': 'Open the page',
  'banner.details': 'Details',
  'banner.lastLive': 'In step until {time}',
  'banner.signedOut': 'Your session ended. Drafts and queued messages are safe.',
  'banner.clock': 'Your computer’s clock is off. The countdown uses server time.',
  'banner.wireDown':
    'The program behind this page stopped answering. Your text is kept here; we keep trying to reach it.',
  'banner.retry': 'Retry now',
  'banner.retryIn': 'Next try {time}',
} as const;
