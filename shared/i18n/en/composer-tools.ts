/** What stands around the composer's field: ready texts, emoji, files, quote, preview, SMS, and the words of its menu. */
import type { FormatWarningKind } from '../../format/to-whatsapp.ts';
import type { FileProblem, MediaKind } from '../../files/rules.ts';

/** `{about}`: the part of the text it is about. */
const formatWarnings = {
  'preview.warning.star-is-italic': '{about} arrives in italics. Two stars on each side make it bold.',
  'preview.warning.stars-inside-word': 'The stars in {about} arrive as stars.',
  'preview.warning.link-text-lost': 'Of the link only its address arrives: {about}',
  'preview.warning.image-lost': 'The picture {about} does not arrive. Attach it as a file.',
  'preview.warning.numbers-lost': 'The numbers of the list arrive as dashes.',
  'preview.warning.blank-lines-lost': 'Blank lines do not arrive.',
  'preview.warning.code-block-lost': 'The code block arrives as plain text.',
  'preview.warning.html-lost': '{about} looks like HTML and does not arrive.',
  'preview.warning.heading-lost': 'The heading {about} arrives as plain text.',
  'preview.warning.line-lost': 'The line {about} does not arrive.',
  'preview.warning.placeholder': 'The server puts a value in place of {about} before it goes out.',
} as const satisfies Record<`preview.warning.${FormatWarningKind}`, string>;

const fileProblems = {
  'file.problem.empty': 'This file is empty.',
  'file.problem.too-large': 'Too large: at most {limit}.',
  'file.problem.type-not-taken': 'WhatsApp takes no file of this type.',
} as const satisfies Record<`file.problem.${FileProblem['kind']}`, string>;

const fileKinds = {
  'file.kind.image': 'photo',
  'file.kind.audio': 'audio',
  'file.kind.video': 'video',
  'file.kind.document': 'document',
  'file.kind.sticker': 'sticker',
} as const satisfies Record<`file.kind.${MediaKind}`, string>;

export const composerTools = {
  ...formatWarnings,
  ...fileProblems,
  ...fileKinds,

  'preview.title': 'What the customer gets',
  'preview.literal': 'Send literally',
  'preview.literalWhy': 'Puts backticks around it, so that the server leaves it alone. The customer sees it as code.',

  'file.attach': 'Attach files',
  'file.list': 'Attached files',
  'file.uploading': 'Preparing {name}, {percent} %',
  'file.remove': 'Remove {name}',
  'file.rename': 'Change the name of {name}',
  'file.newName': 'Name of the file',
  'file.failed': 'It could not be stored here. It is not attached.',
  'file.again': 'Try again',
  'file.tooMany': 'At most {count} files at once. The others were not added.',
  'file.added': '{count, plural, one {# file attached.} other {# files attached.}}',
  'file.dropReply': 'Drop files here: they go to {name}',
  'file.dropNote': 'Drop files here: only your team gets them',
  'file.plan': '{count, plural, one {{name} gets one message: {parts}.} other {{name} gets # messages: {parts}.}}',
  'file.plan.text': 'your text',
  'file.plan.withText': '{kind} with your text',
  'file.kind.other': 'file',

  'quote.strip': 'Answers {author}',
  'quote.you': 'your message',
  'quote.noText': 'A message without text',
  'quote.notHere': 'A message that is not on this device',
  'quote.remove': 'Answer no message in particular',

  'emoji.open': 'Emoji',
  'emoji.title': 'Emoji',
  'emoji.search': 'Search emoji',
  'emoji.none': 'No emoji for “{query}”.',
  'emoji.recent': 'Recent',
  'emoji.smileys': 'Faces',
  'emoji.people': 'Hands and people',
  'emoji.nature': 'Nature and weather',
  'emoji.food': 'Food and drink',
  'emoji.things': 'Travel and things',
  'emoji.symbols': 'Hearts and signs',

  'canned.title': 'Quick replies',
  'canned.search': 'Search quick replies',
  'canned.none': 'No quick reply matches “{query}”.',
  'canned.empty': 'Your team has no quick replies yet.',
  'canned.server': 'The server fills in {names}.',
  'canned.section': 'Quick replies',
  'canned.intoReply': 'Goes into the reply',
  'canned.intoNote': 'Goes into the note',

  'command.traits.offline': 'Works offline',
  'command.traits.needsConnection': 'Needs a connection',
  'command.traits.undo': 'can be undone',
  'command.traits.noUndo': 'cannot be undone',
  'composer.menu.onConversation': 'On this conversation',
  'composer.menu.team': 'Team',

  'sms.title': 'Send an SMS to {name}?',
  'sms.text': 'An SMS goes out from {from} to {to} and costs extra. It opens a conversation of its own.',
  'sms.field': 'Text of the SMS',
  'sms.parts':
    '{count, plural, one {One SMS} other {# SMS}} · {left, plural, one {# character left} other {# characters left}}',
  'sms.send': 'Send SMS',
  'sms.looking': 'Asking whether an SMS can reach {name}…',
  'sms.noChannel': 'Your team has no SMS number.',
  'sms.notReachable': 'No SMS number of your team reaches {name}.',
  'sms.unanswered': 'Sending an SMS needs a connection. Your text is safe. Nothing was sent.',
  'sms.sent': 'SMS queued for {name}.',

  'callWindow.title': 'Calls and the 24-hour window',
  'callWindow.now': 'Now: {window}',
  'callWindow.opens':
    'When {name} calls your WhatsApp number, 24 hours of free replies start again, whether or not somebody picks up.',
  'callWindow.ours':
    'When you call and {name} picks up, they start again as well. Your own messages and unanswered calls change nothing.',
  'callWindow.channel': 'This number does not take WhatsApp calls. Phone calls and SMS change nothing in WhatsApp.',

  'handover.window': 'Reply window: {window}',
  'handover.waiting': 'Waiting for an answer since {since}',
  'handover.last': 'Last from {name}: “{text}”',
} as const;
