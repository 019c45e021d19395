import type { Command } from '../../composer/commands.ts';
import type { ComposerNoticeKey } from '../../composer/composer-types.ts';
import type { BannerCase, ButtonKey, DisabledReasonKey, LockKey } from '../../composer/composer-view.ts';
import type { CommandProblemKey } from '../../composer/parse-command.ts';
import type { RefusalKey } from '../../outbox/refusals.ts';
import { composerTools } from './composer-tools.ts';

const buttons = {
  'composer.button.send': 'Send',
  'composer.button.send-now': 'Send now',
  'composer.button.queue': 'Queue',
  'composer.button.add-note': 'Add note',
  'composer.button.choose-template': 'Choose template…',
  'composer.button.choose-template-with-text': 'Choose template…',
  'composer.button.keep-as-note': 'Keep as note',
  'composer.button.sms': 'SMS instead',
  'composer.button.tell-admin': 'Tell admin',
  'composer.button.copy-text': 'Copy text',
  'composer.button.check-clock': 'Check clock',
  'composer.button.ask-colleague': 'Ask in a note',
  'composer.button.take-over': 'Take over',
} as const satisfies Record<ButtonKey, string>;

const disabled = {
  'composer.disabled.empty': 'Nothing is written yet.',
  'composer.disabled.uploading': 'A file is still being prepared.',
  'composer.disabled.too-long': 'The text is too long.',
  'composer.disabled.no-template': 'This number has no approved template.',
  'composer.disabled.read-only': 'You can read this conversation but not answer it.',
} as const satisfies Record<DisabledReasonKey, string>;

const locks = {
  'composer.lock.never-opened': 'The customer has not written yet.',
  'composer.lock.closed': 'The 24-hour window has closed.',
  'composer.lock.guard': 'Too close to the end to send safely.',
  'composer.lock.unverified': 'We cannot be sure that the window is open.',
  'composer.lock.read-only': 'You can read this conversation but not answer it.',
} as const satisfies Record<LockKey, string>;

/** `{end}`, `{sent}`: a time of day. `{left}`: what remains. `{reason}`: WhatsApp's, in plain words. */
const banners = {
  'banner.closed.text': 'The 24-hour window closed {end}. WhatsApp only accepts a template now.',
  'banner.closed-no-template.text': 'The window is closed and this number has no approved template.',
  'banner.closed-other.text': 'The window closed {end}. You can write again when {name} does.',
  'banner.template-sent.text': 'Template sent {sent}. You can write freely when {name} answers.',
  'banner.never-opened.text': '{name} has not written yet. The first message has to be a template.',
  'banner.never-opened-no-template.text':
    '{name} has not written yet. The first message has to be a template, and this number has none approved.',
  'banner.last.text': '{left} left. Messages sent after {end} will be refused.',
  'banner.guard.text': 'Less than {guardSeconds} seconds left. We hold the message so it is not refused halfway.',
  'banner.refused-late.text': 'WhatsApp refused the last message: the window had closed.',
  'banner.refused-other.text': 'WhatsApp refused the last message. {reason}',
  'banner.unverified.text': 'We cannot be sure that the window is open, so nothing goes to {name} until it is checked.',
  'banner.unverified-offline.text':
    '{minutes, plural, =0 {We are offline and server time is not confirmed} other {Your computer’s clock is # min {direction} and we are offline}}, so we cannot be sure that the window is open.',
  'banner.opted-out.text': '{name} stopped marketing messages. Utility templates may still be sent.',
  'banner.undeliverable.text': 'WhatsApp could not deliver to this number. {reason}',
  'banner.reassigned.text': '{colleague} has this conversation now. You can add a note.',
  'banner.read-only.text': 'You can read this conversation but not answer it. You can add a note.',
} as const satisfies Record<`banner.${BannerCase}.text`, string>;

const notices = {
  'composer.notice.locked':
    'Free text cannot go to the customer now. Your text is safe. Choose a template, or keep it as a note.',
  'composer.notice.other-conversation': 'This text belongs to another conversation, so nothing was done.',
  'composer.notice.refused': 'This was not sent. Your text is safe. Try again.',
  'composer.notice.unanswered':
    'No answer came, so we do not know yet whether this was sent. Your text is safe. Send it again: it goes out only once.',
  'composer.notice.uploading': 'A file is still being prepared. Send again when it is ready. Nothing was sent.',
  'composer.notice.files-no-template':
    'Free text and files cannot go to the customer now. Both stay here. A template carries the text only.',
  'composer.notice.too-long': 'The text has {length} characters and {limit} are possible. Shorten it or split it.',
} as const satisfies Record<ComposerNoticeKey, string>;

const commandProblems = {
  'command.unknown': 'No command /{name}. Did you mean /{suggestion}?',
  'command.unknown-no-suggestion': 'No command /{name}. Type / to see all of them.',
  'command.assign.who': 'Assign to whom? Write @name, me or a team.',
  'command.assign.not-found': 'Nobody here and no team is called {name}.',
  'command.assign.ambiguous': '{count} names begin with {name}. Write more of the name.',
  'command.team.which': 'Which team? Write its name, or none.',
  'command.label.which': 'Which label? Write its name, or - in front of it to take it off.',
  'command.label.not-found': 'There is no label {name}. Nothing was changed.',
  'command.label.ambiguous': '{count} labels begin with {name}. Write more of the name.',
  'command.macro.which': 'Which macro? Write its name.',
  'command.macro.not-found': 'There is no macro {name}. Nothing was done.',
  'command.macro.ambiguous': '{count} macros begin with {name}. Write more of the name.',
  'command.macro.locked': 'The macro {name} writes to the customer, who cannot be written to now. Nothing was done.',
  'command.priority.which': 'Which priority? Write low, medium, high, urgent or none.',
  'command.snooze.when': '“{text}” is not a time we know. Try 2h, tue 3pm, tomorrow 9 or before close.',
  'command.snooze.past': 'That time has passed.',
  'command.snooze.no-window': 'There is no open window to snooze before.',
  'command.remind.when': 'Remind when? Try 2h, tue 3pm or tomorrow 9.',
  'command.note.empty': 'The note is empty.',
  'command.no-argument': '/{name} stands alone. Remove what follows it.',
} as const satisfies Record<CommandProblemKey, string>;

const commandHelp = {
  'command.assign.description': 'Give the conversation to a teammate or a team',
  'command.assign.argument': '@name, me or team',
  'command.unassign.description': 'Take the conversation from whoever has it',
  'command.team.description': 'Give the conversation to a team',
  'command.team.argument': 'name, none',
  'command.snooze.description': 'Hide it until then, or until the customer answers',
  'command.snooze.argument': '2h, tue 3pm, before close',
  'command.remind.description': 'Snooze it, so that it comes back to the top then',
  'command.remind.argument': '2h, tomorrow 9',
  'command.close.description': 'Close the conversation',
  'command.reopen.description': 'Open the conversation again',
  'command.label.description': 'Put a label on it, or take it off with -',
  'command.label.argument': 'name, -name',
  'command.priority.description': 'Say how urgent it is',
  'command.priority.argument': 'low, medium, high, urgent, none',
  'command.template.description': 'Choose a template',
  'command.template.argument': 'name',
  'command.note.description': 'Write a note for the team',
  'command.note.argument': 'text',
  'command.handover.description': 'Assign it, with a note of how it stands',
  'command.handover.argument': '@name text',
  'command.macro.description': 'Run one of the team’s macros',
  'command.macro.argument': 'name',
  'command.sms.description': 'Send the reply as an SMS instead',
  'command.call-window.description': 'What a call does to the 24-hour window',
  'command.help.description': 'Show all commands',
} as const satisfies Record<Command['descriptionKey'] | NonNullable<Command['argumentKey']>, string>;

/** What WhatsApp's refusal means, in one plain sentence. */
const refusals = {
  'refusal.window-closed': 'The 24-hour window had closed.',
  'refusal.unreachable': 'This number cannot be reached on WhatsApp.',
  'refusal.marketing-limit': 'WhatsApp limits marketing messages to this person.',
  'refusal.opted-out': 'The customer stopped marketing messages.',
  'refusal.experiment': 'WhatsApp held it back as part of an experiment.',
  'refusal.spam-restricted': 'WhatsApp limits this number because of earlier messages.',
  'refusal.too-fast': 'Too many messages at once.',
  'refusal.temporary': 'WhatsApp had a temporary problem.',
  'refusal.not-supported': 'WhatsApp does not support this kind of message.',
  'refusal.media': 'The file could not be fetched or is not accepted.',
  'refusal.media-expired': 'The file is no longer available.',
  'refusal.bad-parameter': 'A value in it is not accepted.',
  'refusal.own-number': 'It was addressed to the business number itself.',
  'refusal.test-number': 'The test number may not write to this person.',
  'refusal.blocked-by-us': 'This person is blocked by your business.',
  'refusal.country': 'WhatsApp does not deliver to this country from this number.',
  'refusal.permission': 'This number has no permission for it.',
  'refusal.token': 'The connection to WhatsApp has expired. An admin has to renew it.',
  'refusal.account-restricted': 'WhatsApp has restricted the business account.',
  'refusal.display-name': 'The display name of the business number is not approved.',
  'refusal.billing': 'There is a problem with the payment of the business account.',
  'refusal.not-registered': 'The business number is not registered.',
  'refusal.template-variables': 'The variables do not fit the template.',
  'refusal.template-missing': 'The template does not exist in this language.',
  'refusal.template-too-long': 'The filled-in template is too long.',
  'refusal.template-policy': 'The template breaks a rule of WhatsApp.',
  'refusal.template-paused': 'The template is paused.',
  'refusal.template-disabled': 'The template is disabled.',
  'refusal.flow': 'The form in it is not available.',
  'refusal.needs-phone-number': 'It needs a phone number that WhatsApp does not give us.',
  'refusal.marketing-switched-off': 'Marketing messages are switched off for this account.',
  'refusal.other-responder': 'Another program answers this conversation.',
  'refusal.identity-changed': 'The customer’s identity on WhatsApp has changed.',
  'refusal.unknown': 'The reason is not known.',
} as const satisfies Record<RefusalKey, string>;

export const composer = {
  ...buttons,
  ...disabled,
  ...locks,
  ...banners,
  ...notices,
  ...commandProblems,
  ...commandHelp,
  ...refusals,
  ...composerTools,

  'banner.reopened.text': '{name} wrote. You can reply freely until {end}.',

  'composer.label': 'Write',
  'composer.audience': 'Who reads it',
  'composer.label.reply': 'To {name} · {channel}',
  'composer.label.note': 'Internal note · only your team',
  'composer.placeholder.reply': 'Write to {name}…',
  'composer.placeholder.note': 'Note for your team. Use / for commands, @ to mention.',
  'composer.placeholder.locked':
    'Template only. Press / for a command, @ for a teammate — or type your answer and put it into a template.',
  'composer.announce.reply': 'Reply to customer.',
  'composer.announce.note': 'Internal note. The customer will not see this.',
  'composer.announce.undo': 'Queued for {name}. Ctrl+Z takes it back.',
  'composer.left': '{count, plural, one {# character left} other {# characters left}}',
  'composer.hint.enter': 'Enter sends · Shift+Enter new line',
  'composer.hint.ctrlEnter': 'Ctrl+Enter sends',
  'composer.useAsReply': 'Use as reply…',
  'composer.tellAdmin.text':
    'For an admin: this number has no approved template, so we cannot write to this customer. ',
  'composer.clock.fast': 'fast',
  'composer.clock.slow': 'slow',

  'composer.channel.whatsapp': 'WhatsApp',
  'composer.channel.sms': 'SMS',
  'composer.prefix.label': 'Prefixes',
  'composer.prefix.command': 'Command',
  'composer.prefix.mention': 'Mention',
  'composer.prefix.note': 'Note',
  'composer.prefix.template': 'Template',
  'composer.prefix.quickReply': 'Quick reply',
  'composer.prefix.works-while-locked': 'Works while locked',
  'composer.menu.command': 'Commands',
  'composer.menu.mention': 'Teammates',
  'composer.presence.online': 'Online',
  'composer.presence.busy': 'Busy',
  'composer.presence.offline': 'Away',
  'composer.help.title': 'Commands',

  'history.open': 'Earlier texts',
  'history.title': 'Earlier texts',
  'history.lead': 'What you wrote in this conversation and did not send, kept on this device for 30 days.',
  'history.empty': 'No earlier texts',
  'history.emptyText': 'Texts that you replace, cancel or discard are kept here, with their files.',
  'history.files': 'Files kept with it',
  'history.why.replaced': 'replaced {when}',
  'history.why.cancelled': 'cancelled {when}',
  'history.why.discarded': 'discarded {when}',
  'history.restoreReply': 'Put into the reply',
  'history.restoreNote': 'Put into the note',
  'history.copy': 'Copy',
  'history.copied': 'Copied',

  'question.leak.title': 'Send this to {name}?',
  'question.leak.start': 'It starts with {word} and looks like a note.',
  'question.leak.inside': 'It names {word} and looks like a note.',
  'question.files': '{count, plural, one {One file goes with it.} other {# files go with it.}}',
  'question.useAsReply.title': 'Send this note to {name}?',
  'question.useAsReply.text': '{name} gets exactly this text:',
  'question.asNote': 'Add as note',
  'question.toCustomer': 'Send to customer',
  'question.keepEditing': 'Keep editing',

  'returned.parked': 'The window closed before this could go. Your text is safe.',
  'returned.refused': 'WhatsApp refused this message: the window had closed. Your text is safe.',
  'returned.more': '{count, plural, one {One more is waiting.} other {# more are waiting.}}',
  'returned.template': 'Put my text in a template',
  'returned.makeNote': 'Make note',
  'returned.discard': 'Discard',
} as const;
