import type { NumberProblem } from '../../phone/phone-number.ts';
import type { ChannelWay, NoWay } from '../../start/channel-ways.ts';

const numberProblems = {
  'start.number.empty': 'Type the number first.',
  'start.number.not-a-number': 'This is not a phone number. It looks like +31 6 1234 5678.',
  'start.number.no-country':
    'Begin with + and the country code, such as +31. Without it the number may be a stranger’s.',
  'start.number.too-short': 'This number is too short. Check its last digits.',
  'start.number.too-long': 'This number is too long: at most 15 digits with the country code.',
} as const satisfies Record<`start.number.${NumberProblem}`, string>;

const noWays = {
  'start.why.no-number': 'Not possible: this person’s phone number is not known.',
  'start.why.number-only': 'Not possible: this channel does not go by phone numbers.',
  'start.why.not-reachable': 'Not possible: the server says that this channel does not reach this person.',
  'start.why.no-template':
    'Not possible: the first message has to be a template, and this number has none that can be sent.',
  'start.why.customer-first': 'Not possible: here the customer has to write first.',
} as const satisfies Record<`start.why.${NoWay}`, string>;

const firsts = {
  'start.first.template': 'The first message is a template. You can write freely when they answer.',
  'start.first.sms': 'Costs extra, and goes out as plain text.',
  'start.first.text': 'You can write freely.',
  'start.go.template': 'Choose the first template',
  'start.go.sms': 'Write the SMS',
  'start.go.text': 'Write the first message',
} as const satisfies Record<`start.${'first' | 'go'}.${ChannelWay['first']}`, string>;

/** The page that starts a conversation. */
export const start = {
  ...numberProblems,
  ...noWays,
  ...firsts,
  'start.title': 'Start a conversation',
  'start.offline':
    'Starting a conversation needs a connection, and so does looking on the server. You can fill this in now: it stays here until you are connected.',
  'start.who': 'To whom',
  'start.search': 'Name or number',
  'start.found': 'People found',
  'start.none': 'Nobody on this device fits “{text}”.',
  'start.askServer': 'Look on the server',
  'start.asking': 'Looking on the server…',
  'start.serverNone': 'The server knows nobody like “{text}” either.',
  'start.serverFailed': 'The server did not answer. What you typed is still here. Try again.',
  'start.onServer': 'on the server',
  'start.new': 'Somebody new',
  'start.newNumber': 'New number: {number}',
  'start.change': 'Choose somebody else',
  'start.name': 'Name',
  'start.name.empty': 'Type a name: your team finds the conversation by it.',
  'start.number': 'Phone number',
  'start.number.help': 'With + and the country code.',
  'start.noNumber': 'No number known',
  'start.existing': 'There is a conversation already. Open it:',
  'start.existing.on': '{name} on {channel} · {status}',
  'start.where': 'From which channel',
  'start.where.asking': 'Asking the server which channels reach {name}…',
  'start.where.unknown': 'The server did not say which channels reach {name}. It may refuse one of them.',
  'start.where.none': 'Your team has no channel yet.',
  'start.go': 'Start',
  'start.busy': 'Starting…',
  'start.missing.where': 'Choose a channel first.',
  'start.missing.connection': 'Needs a connection. Nothing that you typed is lost.',
  'start.unanswered':
    'The connection broke before the answer came, so the conversation may exist or not. Start it again: the one that exists is found, and no second one is made.',
} as const;
